import { concat, equal } from '@teahouse/protocol';
import {
  auditLog,
  type Edge,
  edgeRoot,
  emptyEdge,
  fetchBundle,
  followLog,
  growEdge,
  LogError,
  leafHash,
  leafHashes,
  type OpenedCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  TILE_WIDTH,
  textOfNote,
  tileIn,
} from '@teahouse/protocol/log';
import {
  createRecordAudit,
  type Plane,
  type RecordAudit,
  type RecordSummary,
} from '@teahouse/protocol/record';
import { type Fault, faultOf, keyChanged, noting, recordFaults } from './faults.ts';
import { keysOf, type LogKeys } from './keys.ts';
import type { Source } from './source.ts';
import type { Remembered } from './state.ts';

/** A log that was read from its first entry to its last. */
export interface AuditedLog {
  readonly source: Source;
  readonly keys: LogKeys;
  readonly plane: Plane;
  readonly opened: OpenedCheckpoint;
  /** The signed checkpoint. */
  readonly note: string;
  /** Hash of each entry's leaf, all below the signed root. */
  readonly leaves: readonly Uint8Array[];
  readonly records: RecordAudit;
  readonly summary: RecordSummary;
  /** The newest checkpoint of this history that known witnesses signed. */
  readonly witnessed: Witnessed | undefined;
}

export interface Witnessed {
  readonly size: number;
  /** `time` in POSIX seconds. */
  readonly by: readonly { readonly name: string; readonly time: number }[];
}

/** What became of an audit: faults, and the log as far as it could be read to its end. */
export interface AuditOutcome {
  readonly keys: LogKeys;
  readonly log: AuditedLog | undefined;
  readonly faults: readonly Fault[];
}

/** Whose log it is, by the name in its checkpoints (`<instance>/issuer`, `<instance>/talk`). */
export const planeOf = (origin: string): Plane => (origin.endsWith('/issuer') ? 'issuer' : 'talk');
const instanceOf = (origin: string) => origin.replace(/\/(?:issuer|talk)$/, '');

/**
 * Audits a log whole: tree, signature, that the remembered checkpoint is its beginning, and the rules of what stands in
 * it. Faults are returned; UnreadableError is thrown where the files can't be got.
 */
export async function auditWhole(
  source: Source,
  named: Parameters<typeof keysOf>[1],
  remembered?: Remembered,
): Promise<AuditOutcome> {
  const keys = await keysOf(source, named);
  const seen = noting(source);
  const fault = (error: unknown): Fault =>
    faultOf(error, source.place, keys.key, remembered?.note, seen.note());
  if (remembered && remembered.key !== keys.key)
    return { keys, log: undefined, faults: [keyChanged(source.place)] };
  try {
    const previous = remembered && parseCheckpoint(textOfNote(remembered.note));
    const { origin, verifiers } = keys;
    const audit = await auditLog({ fetch: seen.fetch, origin, verifiers, previous });
    const records = createRecordAudit({ plane: planeOf(origin), instance: instanceOf(origin) });
    const leaves: Uint8Array[] = [];
    for await (const { index, entry } of audit.entries()) {
      leaves.push(leafHash(entry));
      records.next(index, entry);
    }
    const summary = records.finish();
    const { note, checkpoint, signatures } = audit;
    const opened = { checkpoint, signatures };
    const { witnessed, faults } = await readWitnessed(source, keys, leaves);
    const log = { source, keys, plane: planeOf(origin), opened, note, leaves, records, summary, witnessed };
    return { keys, log, faults: [...recordFaults(source.place, summary), ...faults] };
  } catch (error) {
    return { keys, log: undefined, faults: [fault(error)] };
  }
}

/**
 * The log after what was appended to it since: the new entries, hashed onto the tree that was checked before, must give
 * the new root, which shows at once that nothing before them was changed. Undefined where nothing is new.
 */
export async function auditOn(log: AuditedLog): Promise<{ log: AuditedLog; entries: Uint8Array[] } | Fault> {
  const { source, keys } = log;
  const seen = noting(source);
  try {
    const note = new TextDecoder().decode(await seen.fetch('checkpoint'));
    const opened = openCheckpoint({ note, origin: keys.origin, verifiers: keys.verifiers });
    const { size, root } = opened.checkpoint;
    const before = log.leaves.length;
    if (size < before)
      throw new LogError('rolled-back', `the log had ${before} entries, now it shows ${size}`);
    const entries = await entriesFrom(source, before, size);
    const { edge } = growEdge(edgeOf(log.leaves), leafHashes(entries));
    if (!equal(edgeRoot(edge), root)) {
      // Says whether it is another history or a broken copy of this one; otherwise the tree is right, the entries aren't.
      const { origin, verifiers } = keys;
      await followLog({ fetch: source.fetch, origin, verifiers, previous: log.note, claims: [] });
      throw new LogError('entry-mismatch', `the entries from ${before} on are not what the tree holds`);
    }
    entries.forEach((entry, i) => {
      log.records.next(before + i, entry);
    });
    const leaves = [...log.leaves, ...entries.map(leafHash)];
    return { log: { ...log, opened, note, leaves, summary: log.records.finish() }, entries };
  } catch (error) {
    return faultOf(error, source.place, keys.key, log.note, seen.note());
  }
}

/** What witnesses signed must be the beginning of the log that we read. */
async function readWitnessed(
  { fetch, place }: Source,
  { origin, key, verifiers }: LogKeys,
  leaves: readonly Uint8Array[],
): Promise<{ witnessed: Witnessed | undefined; faults: Fault[] }> {
  const bytes = await fetch('witnessed');
  if (!bytes) return { witnessed: undefined, faults: [] };
  const note = new TextDecoder().decode(bytes);
  try {
    const { checkpoint, signatures } = openCheckpoint({ note, origin, verifiers });
    const { size, root } = checkpoint;
    if (size <= leaves.length && !equal(edgeRoot(edgeOf(leaves.slice(0, size))), root)) {
      throw new LogError('forked', 'witnesses signed another history than the one it shows');
    }
    const by = signatures.flatMap(({ verifier: { name }, time }) => (time === null ? [] : [{ name, time }]));
    return { witnessed: by.length > 0 ? { size, by } : undefined, faults: [] };
  } catch (error) {
    return { witnessed: undefined, faults: [faultOf(error, `${place}/witnessed`, key)] };
  }
}

/** The right edge of the tree over these leaves. */
export const edgeOf = (leaves: readonly Uint8Array[]): Edge => growEdge(emptyEdge, concat(...leaves)).edge;

async function entriesFrom({ fetch }: Source, from: number, size: number): Promise<Uint8Array[]> {
  const entries: Uint8Array[] = [];
  for (let bundle = Math.floor(from / TILE_WIDTH); bundle * TILE_WIDTH < size; bundle++) {
    const tile = tileIn('entries', bundle, size);
    if (tile) entries.push(...(await fetchBundle(fetch, tile)));
  }
  return entries.slice(from % TILE_WIDTH);
}
