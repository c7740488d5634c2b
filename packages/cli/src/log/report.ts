import { keyFingerprint } from '@teahouse/proof';
import type { RecordSummary } from '@teahouse/protocol/record';
import type { AuditedLog } from './audit.ts';
import type { CheckReport } from './check.ts';
import type { Fault } from './faults.ts';
import type { LogKeys } from './keys.ts';

/** What an audit found, in lines for a person. */
export function reportLines(report: CheckReport): string[] {
  const { logs, mirror, web, faults } = report;
  const lines = logs.flatMap(({ place, keys, log }) => [
    `${titleOf(keys.origin)}  ${place}`,
    ...keyLines(keys),
    ...(log ? logLines(log) : ['  could not be read to its end']),
    '',
  ]);
  const counts = logs.flatMap(({ log }) => (log?.summary.issuer ? countLines(log.summary) : []));
  if (counts.length > 0) lines.push('Credentials of the first batch, by company:', ...counts, '');
  if (report.documents > 0)
    lines.push(`documents of both planes  ${report.documents} compared with the logs`);
  if (mirror) lines.push(`talk's copy of the issuer's log  ${mirror.size} entries`);
  if (web) lines.push(webLine(web.files, web.index));
  if (report.documents > 0) lines.push('');
  return [...lines, ...faultLines(faults)];
}

const titleOf = (origin: string) => (origin.endsWith('/issuer') ? "The issuer's log" : "Talk's log");

const trustWords = {
  named: 'as you named it',
  own: 'of the secrets folder beside it',
  taken: 'taken on trust: compare it with what others see, or name it with --key',
} as const;

function keyLines({ origin, key, trust }: LogKeys): string[] {
  return [
    `  name       ${origin}`,
    `  key        ${key}`,
    `  print      ${keyFingerprint(key)} (${trustWords[trust]})`,
  ];
}

const timeOf = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

function logLines({ leaves, opened, summary, witnessed }: AuditedLog): string[] {
  const root = Buffer.from(opened.checkpoint.root).toString('base64');
  const by = witnessed?.by.map(({ name, time }) => `${name} at ${timeOf(time)}`).join(', ');
  return [
    `  entries    ${leaves.length}, root ${root}`,
    `  witnesses  ${witnessed ? `${by} (${witnessed.size} entries)` : 'none signed'}`,
    ...issuerLines(summary),
    ...talkLines(summary),
    ...summary.events.map(
      ({ index, kind, code, subject, text }) =>
        `  event      ${index} ${kind}/${code}${subject ? ` post ${subject}` : ''}${text ? `: ${plain(text)}` : ''}`,
    ),
  ];
}

/** What others wrote must not move the cursor of a terminal. */
export const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');

function issuerLines({ issuer }: RecordSummary): string[] {
  if (!issuer) return [];
  return [
    `  keys       ${issuer.keys.length}, directories ${issuer.directories.length}, leaves ${issuer.leaves}`,
    ...issuer.epochs.map(
      ({ epoch, n, later, companies, key }) =>
        `  epoch      ${epoch}: ${n} credentials of ${companies.size} companies, ${later} came later, ` +
        `key ${key.slice(0, 16)}`,
    ),
  ];
}

/** Five minutes: what the protocol counts time in. */
const SLOT = 300;

function talkLines({ talk }: RecordSummary): string[] {
  if (!talk) return [];
  const { entries, total, lastSlot } = talk.acts;
  const last = lastSlot === null ? '' : `, the last at ${timeOf(lastSlot * SLOT)}`;
  const web = talk.web.at(-1);
  return [
    `  tokens     ${talk.tokenKeys.map(({ month, id }) => `${month} ${id.slice(0, 16)}`).join(', ') || 'no key yet'}`,
    `  acts       ${total} in ${entries} entries${last}`,
    `  web app    ${web ? `entry ${web.index}, ${web.files} files` : 'none logged'}`,
  ];
}

/** A table: a company a line, an epoch a column. */
export function countLines({ issuer }: RecordSummary): string[] {
  const epochs = issuer?.epochs.slice(-6) ?? [];
  if (epochs.length === 0) return ['  no epoch yet'];
  const companies = [...new Set(epochs.flatMap((epoch) => [...epoch.companies.keys()]))].sort();
  const of = (epoch: (typeof epochs)[number], company: string) =>
    (epoch.companies.get(company)?.rows ?? []).reduce((sum, { n }) => sum + n, 0);
  const rows = [
    ['company', ...epochs.map(({ epoch }) => epoch)],
    ...companies.map((company) => [company, ...epochs.map((epoch) => String(of(epoch, company)))]),
    ['all', ...epochs.map(({ n }) => String(n))],
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map(
    (row) =>
      `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')}`,
  );
}

const webLine = (files: number, index: number | undefined) =>
  index === undefined
    ? 'web app  none is logged'
    : `web app  ${files} files as served to us now, compared with entry ${index} of talk's log`;

export function faultLines(faults: readonly Fault[]): string[] {
  if (faults.length === 0) return ['It holds: nothing contradicts itself.'];
  return [
    `It does NOT hold: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.`,
    ...faults.map(({ code, place, message }) => `  [${code}] ${place}: ${plain(message)}`),
  ];
}

/** The same for programs. */
export function reportJson({ logs, mirror, web, documents, faults }: CheckReport): unknown {
  return {
    holds: faults.length === 0,
    faults,
    logs: logs.map(({ place, keys, log }) => ({
      place,
      origin: keys.origin,
      key: keys.key,
      fingerprint: keyFingerprint(keys.key),
      trust: keys.trust,
      note: log?.note ?? null,
      size: log?.leaves.length ?? null,
      witnessed: log?.witnessed ?? null,
      summary: log ? jsonOf(log.summary) : null,
    })),
    mirror: mirror ? { place: mirror.place, size: mirror.size } : null,
    web: web ? { place: web.place, files: web.files, entry: web.index ?? null } : null,
    documents,
  };
}

function jsonOf({ issuer, ...rest }: RecordSummary): unknown {
  const epochs = issuer?.epochs.map((epoch) => ({
    ...epoch,
    companies: Object.fromEntries(epoch.companies),
  }));
  return { ...rest, issuer: issuer && { ...issuer, epochs } };
}
