import type { Verifier } from '@teahouse/protocol/log';
import { type AuditedLog, type AuditOutcome, auditOn, auditWhole } from './audit.ts';
import { checkInfo, checkIssuer, type Documents, fetchDocuments } from './documents.ts';
import { type Fault, recordFaults } from './faults.ts';
import { checkMirror, type MirrorReport } from './mirror.ts';
import { type Source, UnreadableError } from './source.ts';
import type { State } from './state.ts';
import type { Instance, Target } from './targets.ts';
import { checkWeb, type WebReport } from './web.ts';

/** All that an audit found. */
export interface CheckReport {
  readonly logs: readonly LogOutcome[];
  /** Where an instance was checked and its logs could be read. */
  readonly mirror: MirrorReport | undefined;
  readonly web: WebReport | undefined;
  /** How many documents were compared with the logs. */
  readonly documents: number;
  readonly faults: readonly Fault[];
}

export interface LogOutcome extends AuditOutcome {
  readonly place: string;
  /** Entries that were not there the last time, of a log that is looked at again and again. */
  readonly entries: readonly Uint8Array[];
}

/** Audits the same place, once or again and again. */
export interface Checker {
  /**
   * Each log whole and against what is remembered of it, from the second round on only what is new; of an instance also
   * its documents, the copy that talk keeps of the issuer's log, and the web app. What was found in order is remembered.
   * Throws UnreadableError.
   */
  round(): Promise<CheckReport>;
}

export function createChecker(target: Target, named: readonly Verifier[], state: State): Checker {
  const known = new Map<string, AuditedLog>();

  async function look(source: Source): Promise<LogOutcome> {
    const { place } = source;
    const before = known.get(place);
    const outcome = before ? await lookAgain(before) : await auditWhole(source, named, state.get(place));
    const { log, faults } = outcome;
    if (log) known.set(place, log);
    if (log && faults.length === 0) state.set(place, { key: log.keys.key, note: log.note });
    return { place, entries: [], ...outcome };
  }

  return {
    async round() {
      const documents = target.instance && (await fetchDocuments(target.instance));
      const logs: LogOutcome[] = [];
      for (const source of target.logs) logs.push(await look(source));
      refuseStrayKeys(named, logs);
      const [issuer, talk] = logs.map(({ log }) => log);
      const beyond =
        target.instance && documents
          ? await checkInstance(target.instance, documents, issuer, talk)
          : { mirror: undefined, web: undefined, faults: [] };
      const faults = [...logs.flatMap((log) => log.faults), ...beyond.faults];
      return { ...beyond, logs, documents: documents ? 5 : 0, faults };
    },
  };
}

async function lookAgain(before: AuditedLog): Promise<AuditOutcome & { entries?: readonly Uint8Array[] }> {
  const after = await auditOn(before);
  if ('code' in after) return { keys: before.keys, log: undefined, faults: [after] };
  const { log, entries } = after;
  return { keys: log.keys, log, entries, faults: recordFaults(log.source.place, log.summary) };
}

/** A key that no log here has: whoever named it would believe that something was checked with it. */
function refuseStrayKeys(named: readonly Verifier[], logs: readonly AuditOutcome[]): void {
  const stray = named.find(({ name }) => !logs.some(({ keys }) => keys.origin === name));
  if (stray) throw new UnreadableError(`--key names ${stray.name}, but no log here has that name`);
}

async function checkInstance(
  instance: Instance,
  documents: Documents,
  issuer: AuditedLog | undefined,
  talk: AuditedLog | undefined,
): Promise<Pick<CheckReport, 'mirror' | 'web' | 'faults'>> {
  const mirror = issuer && (await checkMirror(instance.mirror, issuer));
  const web = talk && (await checkWeb(instance.web, talk));
  const faults = [
    ...(issuer ? checkIssuer(documents, issuer) : []),
    ...(talk ? checkInfo(documents, talk) : []),
    ...(issuer && talk ? instanceFaults(issuer, talk) : []),
    ...(mirror?.faults ?? []),
    ...(web?.faults ?? []),
  ];
  return { mirror, web, faults };
}

function instanceFaults(issuer: AuditedLog, { source: { place }, summary }: AuditedLog): Fault[] {
  const [own, other] = [summary.instance, issuer.summary.instance];
  if (own === other) return [];
  return [{ place, code: 'other-instance', message: `it is of ${own}, the issuer's log of ${other}` }];
}
