import {
  followLog,
  LogError,
  openNote,
  parseCheckpoint,
  signatureLine,
  textOfNote,
  type Verifier,
} from '@teahouse/protocol/log';
import { auditWhole } from './audit.ts';
import { type Fault, faultOf, keyChanged, noting } from './faults.ts';
import { keysOf, type LogKeys } from './keys.ts';
import type { Source } from './source.ts';
import type { Remembered, State } from './state.ts';
import type { WitnessKey } from './witness-key.ts';

/** What a witness did with the newest checkpoint of a log. */
export type Cosigned =
  | { readonly outcome: 'taken'; readonly origin: string; readonly size: number }
  /** The log does not want it: mostly, the witness's key is not in its settings. */
  | { readonly outcome: 'refused'; readonly origin: string; readonly size: number; readonly why: string }
  | { readonly outcome: 'fault'; readonly fault: Fault };

/**
 * Signs the newest checkpoint of a log as a witness, and hands it over (C2SP tlog-cosignature): only when the one it
 * signed last is its beginning. The first one is audited whole. The state is on disk before the signature leaves, so that
 * a witness never signs two histories, however it ends. Throws UnreadableError.
 */
export async function cosignLog(i: {
  readonly source: Source;
  readonly key: WitnessKey;
  readonly named: readonly Verifier[];
  readonly state: State;
  /** POSIX seconds. */
  readonly time: number;
}): Promise<Cosigned> {
  const { source, key, named, state, time } = i;
  const { place } = source;
  const keys = await keysOf(source, named);
  const { origin } = keys;
  // By the name of the log and not by its address: a log that moves is still the one that was signed before.
  const last = state.get(origin);
  const seen = last ? await seeAgain(source, keys, last) : await seeFirst(source, named);
  if (typeof seen !== 'string') return { outcome: 'fault', fault: seen };
  const note = seen;
  const text = textOfNote(note);
  const { size } = parseCheckpoint(text);
  state.set(origin, { key: keys.key, note });
  const cosigned = `${text}\n${lineOf(note, keys.verifiers[0] as Verifier)}${signatureLine(text, key.at(time))}`;
  const why = await hand(`${place}/witness`, cosigned);
  return why === undefined ? { outcome: 'taken', origin, size } : { outcome: 'refused', origin, size, why };
}

/** The note, or what is wrong with the log. */
async function seeFirst(source: Source, named: readonly Verifier[]): Promise<string | Fault> {
  const { log, faults } = await auditWhole(source, named);
  return log && faults.length === 0 ? log.note : (faults[0] as Fault);
}

async function seeAgain(source: Source, keys: LogKeys, last: Remembered): Promise<string | Fault> {
  const { key, origin, verifiers } = keys;
  if (key !== last.key) return keyChanged(source.place);
  const { fetch, note: shown } = noting(source);
  try {
    const previous = last.note;
    const own = verifiers.slice(0, 1);
    return (await followLog({ fetch, origin, verifiers: own, previous, claims: [] })).note;
  } catch (error) {
    return faultOf(error, source.place, key, last.note, shown());
  }
}

/** The log's own line of a note, without those of other witnesses. */
function lineOf(note: string, verifier: Verifier): string {
  const text = textOfNote(note);
  const lines = note.slice(text.length + 1).match(/[^\n]+\n/g) ?? [];
  const own = lines.find((line) => isSignedBy(`${text}\n${line}`, verifier));
  if (own === undefined) throw new LogError('signature-unknown', 'the log has not signed it');
  return own;
}

function isSignedBy(note: string, verifier: Verifier): boolean {
  try {
    return openNote(note, [verifier]).signatures.length > 0;
  } catch {
    return false;
  }
}

/** Returns nothing when the log took it, otherwise its words. */
async function hand(url: string, note: string): Promise<string | undefined> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: note,
      signal: AbortSignal.timeout(30_000),
    });
    if (reply.ok) return undefined;
    const { detail, title } = (await reply.json().catch(() => ({}))) as { detail?: string; title?: string };
    return `${reply.status} ${detail ?? title ?? ''}`.trim();
  } catch (error) {
    return (error as Error).message;
  }
}
