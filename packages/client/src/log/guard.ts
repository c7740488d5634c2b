import type { LogInfo } from '@teahouse/contract/issuer';
import { toBase64url } from '@teahouse/protocol';
import {
  type ClaimedEntry,
  type FetchFile,
  type Followed,
  fetchBundle,
  fetchCheckpoint,
  followLog,
  LogError,
  leafHash,
  openCheckpoint,
  TILE_WIDTH,
  textOfNote,
  tileIn,
} from '@teahouse/protocol/log';
import { logOrigin } from '@teahouse/protocol/record';
import { clientError } from '../errors.ts';
import { createQueue } from '../observable.ts';
import { Departure, type Following, followFrom, headOf, verifiersOf } from './departure.ts';
import { asLogFault, mayPass } from './faults.ts';
import { type LogMemory, othersOf, sizeOfNote } from './memory.ts';
import { type LogSource, onceEach, planeOf } from './sources.ts';

/** What somebody says of an instance: which log it keeps, and what stands there. */
export interface LogClaims {
  readonly instance: string;
  readonly log: LogInfo;
  readonly claims: readonly ClaimedEntry[];
}
/** A log's tree under a checkpoint that was followed. */
export interface LogTree {
  /** The entry at an index, proven to stand there. Throws `log-behind`, `log-invalid`, and what the fetch throws. */
  entry(index: number): Promise<Uint8Array>;
}

/** Lets nothing pass that the logs don't hold. Each function throws the code for which the client stopped, if it did. */
export interface LogGuard {
  /**
   * Returns when the source's log is the one that this device knows, grown, and holds the claims. Throws `not-in-log`,
   * `log-behind`, `log-invalid`, and what the fetch throws; stops the client with `log-key-changed`, `log-forked`,
   * `log-rolled-back`.
   */
  check(source: LogSource, claims: LogClaims): Promise<LogTree>;
  /** Returns when a checkpoint that somebody showed is of the same history, or isn't signed by the log at all. */
  checkNote(source: LogSource, note: string): Promise<void>;
  /** Throws `log-behind` when this is older than what was seen before under the name. */
  checkNewest(name: string, index: number): Promise<void>;
  requireGoing(): Promise<void>;
}

interface GuardDeps {
  readonly memory: LogMemory;
  readonly files: Readonly<Record<LogSource, FetchFile>>;
  /** Called when what is remembered has changed. */
  readonly onChange?: () => Promise<void>;
  /** Waits between two looks at a log that may only be late; milliseconds. */
  readonly pause?: (milliseconds: number) => Promise<void>;
}

const pauses = [300, 1000];
const mostVerified = 64;
const hashOf = (entry: Uint8Array) => toBase64url(leafHash(entry));

/** Guards what both planes publish by their logs. protocol.md "Parameters" and 6; issue 3, "Proof". */
export function createLogGuard(deps: GuardDeps): LogGuard {
  const { memory, files } = deps;
  const pause = deps.pause ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)));
  const changed = deps.onChange ?? (async () => undefined);
  // One look at a plane after the other: each knows what the one before it saw.
  const queues = { issuer: createQueue(), talk: createQueue() } as const;

  /** A changed key stops the client; what the log shows under it is kept, whoever signed it. */
  async function requirePinned(source: LogSource, log: LogInfo): Promise<void> {
    const pin = await memory.pin(planeOf(source));
    if (pin === undefined || pin.key === log.key) return;
    const shown = await fetchCheckpoint(files[source]).catch(() => '');
    throw new Departure('log-key-changed', pin.key, `${log.key}\n${shown}`.trimEnd());
  }

  /** The source's own history, and that of the other source of the same log as far as it was seen there. */
  async function followAll(source: LogSource, log: Following): Promise<Followed> {
    const followed = await followFrom(log, (await memory.head(source))?.note);
    for (const other of othersOf(source)) {
      const seen = await memory.head(other);
      // The larger one was looked at there: its tiles show it when that source is read again.
      if (seen && seen.size <= followed.checkpoint.size) await followFrom(log, seen.note);
    }
    return followed;
  }

  async function holdClaims(
    source: LogSource,
    log: Following,
    followed: Followed,
    claims: readonly ClaimedEntry[],
  ) {
    const verified = (await memory.head(source))?.verified ?? {};
    // Kept before the claims are looked at: a signed checkpoint counts, whatever is said of it.
    await memory.setHead(source, headOf(followed, verified));
    await changed();
    const fresh = claims.filter(({ index, entry }) => verified[index] !== hashOf(entry));
    if (fresh.length === 0) return;
    await followLog({ ...log, claims: fresh });
    const found = { ...verified, ...Object.fromEntries(fresh.map((one) => [one.index, hashOf(one.entry)])) };
    const kept = Object.fromEntries(Object.entries(found).slice(-mostVerified));
    await memory.setHead(source, headOf(followed, kept));
  }

  async function readEntry(log: Following, size: number, index: number): Promise<Uint8Array> {
    const tile = tileIn('entries', Math.floor(index / TILE_WIDTH), size);
    const entry = tile && (await fetchBundle(log.fetch, tile))[index % TILE_WIDTH];
    if (!entry) throw new LogError('log-behind', `entry ${index} is not in a tree of ${size}`);
    await followLog({ ...log, claims: [{ index, entry }] });
    return entry;
  }

  async function look(source: LogSource, { instance, log, claims }: LogClaims): Promise<LogTree> {
    await requirePinned(source, log);
    const origin = logOrigin(instance, planeOf(source));
    const following = { fetch: onceEach(files[source]), origin, verifiers: verifiersOf(log, origin) };
    const followed = await followAll(source, following);
    await memory.setPin(planeOf(source), log);
    await holdClaims(source, following, followed, claims);
    const { size } = followed.checkpoint;
    return { entry: (index) => guarded(() => readEntry(following, size, index)) };
  }

  async function lookAtNote(source: LogSource, note: string): Promise<void> {
    const log = await memory.pin(planeOf(source));
    if (!log) return;
    const following = {
      origin: log.origin,
      verifiers: verifiersOf(log, log.origin),
      fetch: onceEach(files[source]),
    };
    try {
      openCheckpoint({ ...following, note });
    } catch {
      return; // Not signed by this log: it shows nothing of it, and the verdict says so.
    }
    const followed = await followAll(source, following);
    await holdClaims(source, following, followed, []);
    if (textOfNote(note) === textOfNote(followed.note)) return;
    if (sizeOfNote(note) > followed.checkpoint.size)
      throw new LogError('log-behind', 'shown a later checkpoint');
    await followFrom(following, note).catch((error: unknown) => {
      if (!(error instanceof Departure)) throw error;
      throw new Departure(error.code, followed.note, note);
    });
  }

  /** Keeps the evidence of a departure, and turns whatever was thrown into the client's codes. */
  async function guarded<T>(task: () => Promise<T>, source?: LogSource): Promise<T> {
    try {
      return await task();
    } catch (error) {
      if (!(error instanceof Departure) || source === undefined) throw asLogFault(error);
      const { code, remembered, shown } = error;
      await memory.stop({ code, plane: planeOf(source), source, remembered, shown });
      await changed();
      throw clientError(code, source);
    }
  }

  /** Looks again a moment later where that may help. */
  async function patiently<T>(task: () => Promise<T>): Promise<T> {
    for (const milliseconds of pauses) {
      try {
        return await task();
      } catch (error) {
        if (!mayPass(error)) throw error;
        await pause(milliseconds);
      }
    }
    return task();
  }

  const run = <T>(source: LogSource, task: () => Promise<T>): Promise<T> =>
    queues[planeOf(source)](async () => {
      await memory.requireGoing();
      return guarded(() => patiently(task), source);
    });

  return {
    check: (source, claims) => run(source, () => look(source, claims)),
    checkNote: (source, note) => run(source, () => lookAtNote(source, note)),
    async checkNewest(name, index) {
      const seen = await memory.newest(name);
      if (!(index >= seen)) throw clientError('log-behind', `an older ${name} than was seen before`);
      await memory.setNewest(name, index);
    },
    requireGoing: memory.requireGoing,
  };
}
