import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Figure } from './figures.ts';
import { busy, coresFor, type Need, needs, town } from './model.ts';

interface Report {
  readonly program: string;
  readonly commit: string;
  readonly machine: string;
  readonly figures: readonly Figure[];
}

const file = path.join(path.dirname(import.meta.dirname), 'docs/performance.md');
const [begin, end] = ['<!-- figures -->', '<!-- end of figures -->'] as const;

/**
 * Writes the tables of docs/performance.md anew from the reports of some runs (`--json FILE`), the larger towns last: the model
 * takes the last figure of each case. Throws where a file is no such report.
 */
export async function writePerformance(files: readonly string[]): Promise<void> {
  const reports = files.map((name): Report => {
    const report = JSON.parse(readFileSync(name, 'utf8'));
    if (report.program !== 'bench') throw new TypeError(`${name} is no report of the bench`);
    return report;
  });
  const before = readFileSync(file, 'utf8');
  const [head, tail] = [before.split(begin)[0], before.split(end)[1] ?? '\n'];
  const words = [...reports.flatMap(tablesOf), modelOf(reports)].join('\n\n');
  writeFileSync(file, `${head}${begin}\n\n${words}\n\n${end}${tail}`);
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Three digits that say something; a dash where nothing was measured. */
const short = (value: number): string =>
  Number.isNaN(value) ? '–' : value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
const limited = ({ value, limit, holds }: Figure): string =>
  limit === undefined ? short(value) : `${short(value)} (${limit}${holds ? '' : ', **not met**'})`;

/** The cases of one report: those that have a ratio. */
function casesOf({ figures }: Report): { name: string; get: (what: string) => Figure | undefined }[] {
  const names = figures.flatMap(({ name }) => /^bench\.(.+)\.cpu-ratio$/.exec(name)?.[1] ?? []);
  return names.map((name) => ({
    name,
    get: (what) => figures.find((figure) => figure.name === `bench.${name}.${what}`),
  }));
}

function tablesOf(report: Report): string[] {
  const cases = casesOf(report);
  const towns = new Map<string, string[][]>();
  for (const { name, get } of cases) {
    // "note; of what; what the bare server took"
    const of = get('cpu-ratio')?.note.split('; ')[1] ?? '';
    const paces = ['at-1.', '', 'at-256.'].map((at) => short(get(`${at}rps`)?.value ?? Number.NaN));
    const times = [get('p50-ms'), get('p99-ms')].map((figure) => short(figure?.value ?? Number.NaN));
    const told = ['cpu-ms', 'cpu-ratio', 'sql', 'rps-ratio', 'pss-mb'].map((what) => {
      const figure = get(what);
      return figure ? limited(figure) : '';
    });
    const [cpu = '', ratio = '', sql = '', rps = '', memory = ''] = told;
    const row = [name, cpu, ratio, sql, paces.join(' / '), rps, times.join(' / '), memory];
    towns.set(of, [...(towns.get(of) ?? []), row]);
  }
  const where = `${report.machine}; commit ${report.commit.slice(0, 9)}`;
  const head = [
    ...['case', 'CPU ms', 'x one query (limit)', 'statements (limit)', 'req/s at 1 / 32 / 256'],
    ...['req/s to one query’s', 'p50 / p99 ms at 32', 'memory MB'],
  ];
  const others = report.figures.filter(
    ({ name }) => !cases.some((one) => name.startsWith(`bench.${one.name}.`)),
  );
  const rest = others.map((figure) => [figure.name, limited(figure), figure.unit, figure.note]);
  return [
    ...[...towns].map(([of, rows]) => `### ${of}\n${where}.\n\n${table(head, rows)}`),
    ...(rest.length > 0
      ? [`### Beside them\n${where}.\n\n${table(['figure', 'value (limit)', 'unit', ''], rest)}`]
      : []),
  ];
}

/** Cores for the members of a large network, with the arithmetic. */
function modelOf(reports: readonly Report[]): string {
  const cpu: Record<string, number> = {};
  for (const report of reports) {
    for (const { name, get } of casesOf(report)) cpu[name] = get('cpu-ms')?.value ?? Number.NaN;
  }
  const all = needs(cpu);
  const millions = town.monthly / 1e6;
  const daily = (town.monthly * town.daily) / 1e6;
  const row = ({ words, perDay, perSecond, cpuMs, cores }: Need) => [
    words,
    `${daily} M x ${perDay} x ${town.peakHour} / 3600`,
    short(perSecond),
    `x ${short(cpuMs)} ms`,
    short(cores),
  ];
  const sizes = [80_000, 800_000, town.monthly].map((members) => [
    `${members / 1e6} M`,
    short(needs(cpu, members).reduce((sum, { perSecond }) => sum + perSecond, 0)),
    String(coresFor(needs(cpu, members))),
  ]);
  const issued = reports
    .flatMap(({ figures }) => figures)
    .findLast(({ name }) => name === 'bench.issue-per-cpu-s');
  const batch = issued
    ? `\n\nOnce a month each gets a credential: ${millions} M / ${short(issued.value)} a CPU-second = ${short(town.monthly / issued.value / 3600)} CPU-hours, spread by the issuer as it likes.`
    : '';
  return `### What ${millions} million members a month need
${town.daily * 100} in a hundred come on a day, a tenth of a day's requests in its busiest hour: guesses, as is what each does. CPU is that of a plane and its
Postgres together, as measured above in the largest town that has the case; a core is planned to be ${busy * 100} % busy. It says nothing of disks: tables much larger than memory were not measured, nor members by millions.

${table(['in a day', 'a second at the peak', '', 'CPU', 'cores busy'], all.map(row))}

${table(['members a month', 'requests a second', 'cores to have'], sizes)}${batch}`;
}
