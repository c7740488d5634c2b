import type { LogInfo } from '@teahouse/contract/issuer';
import { parseCheckpoint, textOfNote } from '@teahouse/protocol/log';
import type { Plane } from '@teahouse/protocol/record';
import { type ClientErrorCode, clientError } from '../errors.ts';
import type { Store } from '../store.ts';
import { type LogSource, planeOf, sourcesOf } from './sources.ts';

/** What shows that a log can't be relied on any more, as against an answer that is merely wrong. */
export type StopCode = Extract<ClientErrorCode, 'log-key-changed' | 'log-forked' | 'log-rolled-back'>;

/** Why the client stopped. Both texts are kept: who has them can show them to others. */
export interface LogEvidence {
  readonly code: StopCode;
  readonly plane: Plane;
  readonly source: LogSource;
  /** The signed checkpoint that this device remembers, or the key that it pinned. */
  readonly remembered: string;
  /** The signed checkpoint, or the key, that it was shown instead. */
  readonly shown: string;
}

/** The newest checkpoint that a source showed. */
export interface Head {
  /** The signed note, checked. */
  readonly note: string;
  readonly size: number;
  /** Witnesses that signed it, and when, in POSIX seconds. */
  readonly witnesses: readonly { readonly name: string; readonly time: number }[];
  /** Hashes of leaves (base64url) that were found in its tree, by index. They stay in every tree that extends it. */
  readonly verified: Readonly<Record<string, string>>;
}

/** What a device remembers of the logs, over its Store. Nothing is kept in memory: several tabs share it. */
export interface LogMemory {
  pin(plane: Plane): Promise<LogInfo | undefined>;
  setPin(plane: Plane, log: LogInfo): Promise<void>;
  head(source: LogSource): Promise<Head | undefined>;
  /** Keeps it unless another tab has seen a newer one meanwhile. */
  setHead(source: LogSource, head: Head): Promise<void>;
  /** The highest index under which something that changes was seen, such as the directory. */
  newest(name: string): Promise<number>;
  setNewest(name: string, index: number): Promise<void>;
  stopped(): Promise<LogEvidence | undefined>;
  /** Throws the code for which the client stopped, if it did. */
  requireGoing(): Promise<void>;
  stop(evidence: LogEvidence): Promise<void>;
  evidence(): Promise<readonly LogEvidence[]>;
  /** Goes on after a stop; `plane`: forgets key and checkpoints of that plane, so that what is shown next is pinned. */
  resume(plane?: Plane): Promise<void>;
}

const pinKey = (plane: Plane) => `log/key/${plane}`;
const headKey = (source: LogSource) => `log/head/${source}`;
const newestKey = (name: string) => `log/newest/${name}`;
const stopKey = 'log/stop';
const evidenceKey = 'log/evidence';
/** So that a hostile server can't fill the device. */
const mostEvidence = 20;

export const sizeOfNote = (note: string): number => parseCheckpoint(textOfNote(note)).size;

export function createLogMemory(store: Store): LogMemory {
  const get = async <T>(key: string) => (await store.get(key)) as T | undefined;
  const head = (source: LogSource) => get<Head>(headKey(source));
  const stopped = () => get<LogEvidence>(stopKey);
  const evidence = async () => (await get<readonly LogEvidence[]>(evidenceKey)) ?? [];
  const newest = async (name: string) => (await get<number>(newestKey(name))) ?? -1;
  return {
    pin: (plane) => get<LogInfo>(pinKey(plane)),
    setPin: (plane, log) => store.set(pinKey(plane), log),
    head,
    async setHead(source, next) {
      if (((await head(source))?.size ?? 0) <= next.size) await store.set(headKey(source), next);
    },
    newest,
    async setNewest(name, index) {
      if (index > (await newest(name))) await store.set(newestKey(name), index);
    },
    stopped,
    async requireGoing() {
      const found = await stopped();
      if (found) throw clientError(found.code, found.source);
    },
    async stop(found) {
      const known = await evidence();
      const text = JSON.stringify(found);
      if (!known.some((one) => JSON.stringify(one) === text)) {
        await store.set(evidenceKey, [...known, found].slice(-mostEvidence));
      }
      await store.set(stopKey, found);
    },
    evidence,
    async resume(plane) {
      if (plane) {
        for (const source of sourcesOf(plane)) await store.delete(headKey(source));
        await store.delete(pinKey(plane));
        await store.delete(newestKey(plane === 'talk' ? 'token-key' : 'directory'));
      }
      await store.delete(stopKey);
    },
  };
}

/** Of a plane's sources, the head with the largest tree. */
export async function largestHead(memory: LogMemory, plane: Plane): Promise<Head | undefined> {
  const heads = await Promise.all(sourcesOf(plane).map((source) => memory.head(source)));
  return heads.reduce((best, one) => (one && one.size >= (best?.size ?? 0) ? one : best), undefined);
}

/** The other places where the same log is read. */
export const othersOf = (source: LogSource): LogSource[] =>
  sourcesOf(planeOf(source)).filter((one) => one !== source);
