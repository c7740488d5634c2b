import { isDeepStrictEqual } from 'node:util';
import type { LogInfo } from '@teahouse/contract/talk';
import { type Pool, withTransaction } from '@teahouse/kit/pool';
import {
  type Checkpoint,
  type ClaimedEntry,
  type FetchFile,
  fetchCheckpoint,
  followLog,
  LogError,
  openCheckpoint,
  parseCheckpoint,
  textOfNote,
} from '@teahouse/protocol/log';
import { type LogCopy, openCopy } from './mirror-copy.ts';
import { tilesToTake } from './mirror-tree.ts';
import { lockMirror, readNote, writeNote } from './store.ts';

/**
 * A copy of the issuer's log, without its entries: checkpoint and hash tiles, each checked. Talk believes what stands in
 * it, and serves it, so that nobody in the anonymous half has to call members.
 */
export interface LogMirror {
  /** Whose log it is, and under which key: of the document that talk believes. Throws LogError `key-invalid`. */
  use(info: LogInfo): Promise<void>;
  /**
   * Takes in what the issuer's log has more than the copy. Throws LogError: `rolled-back`, `forked`, `root-mismatch`,
   * `signature-unknown` and others of a log that can't be followed; and what fetching throws. The copy then stays.
   */
  refresh(): Promise<void>;
  /** Throws LogError `not-in-log`, `log-behind` unless each entry stands where it is said to. */
  require(claims: readonly ClaimedEntry[]): Promise<void>;
  /** A file of the copy, to be served; undefined where there is none. */
  readonly read: FetchFile;
}

/** `fetch` reads the issuer's log. All processes of talk share the folder `dir` and the database. */
export function createMirror(i: { pool: Pool; dir: string; fetch: FetchFile }): LogMirror {
  let copy: LogCopy | undefined;
  /** What this process took last: the copy was checked whole under it. */
  let checked: string | undefined;
  let witnessed: string | undefined;

  function requireCopy(): LogCopy {
    if (!copy) throw new LogError('checkpoint-missing', 'the log is not known yet');
    return copy;
  }

  async function takeNewest(to: LogCopy): Promise<void> {
    // What was seen is read first: another process may take more while this one fetches.
    const last = await to.newest();
    const seen = seenIn(await readNote(i.pool), to);
    const note = await fetchCheckpoint(i.fetch);
    const { origin } = to.info;
    const next = openCheckpoint({ note, origin, verifiers: to.verifiers }).checkpoint;
    if (note === checked && note === last?.note) return;
    const tiles = await tilesToTake({
      local: to.read,
      remote: i.fetch,
      ...{ last: last?.checkpoint, seen, next },
    });
    await withTransaction(i.pool, async (tx) => {
      await lockMirror(tx);
      const there = await to.newest();
      if (there && there.checkpoint.size > next.size) return;
      await to.put(note, tiles);
      await writeNote(tx, note);
    });
    checked = note;
  }

  /** A witness adds to what is known. That none has signed yet, or only unknown ones, is no fault. */
  async function takeWitnessed(to: LogCopy): Promise<void> {
    const bytes = await i.fetch('witnessed');
    const note = bytes && new TextDecoder().decode(bytes);
    if (note === undefined || note === witnessed) return;
    const { size } = parseCheckpoint(textOfNote(note));
    await withTransaction(i.pool, async (tx) => {
      await lockMirror(tx);
      // Made since the checkpoint was fetched: the next look takes it.
      if (size > ((await to.newest())?.checkpoint.size ?? 0)) return;
      await to.keep(note).catch((error: unknown) => {
        if (!(error instanceof LogError) || error.code !== 'signature-unknown') throw error;
      });
      witnessed = note;
    });
  }

  return {
    async use(info) {
      if (isDeepStrictEqual(copy?.info, info)) return;
      const next = openCopy(i.dir, info);
      await withTransaction(i.pool, async (tx) => {
        await lockMirror(tx);
        await next.complete();
      });
      copy = next;
    },
    async refresh() {
      const to = requireCopy();
      await takeNewest(to);
      await takeWitnessed(to);
    },
    async require(claims) {
      const { info, read, verifiers } = requireCopy();
      await followLog({ fetch: read, origin: info.origin, verifiers, claims });
    },
    read: async (path) => copy?.read(path),
  };
}

/** The newest checkpoint that this plane ever believed, wherever the folder was; of another key nothing was believed. */
function seenIn(note: string | undefined, { info, verifiers }: LogCopy): Checkpoint | undefined {
  if (note === undefined) return undefined;
  try {
    return openCheckpoint({ note, origin: info.origin, verifiers }).checkpoint;
  } catch (error) {
    if (error instanceof LogError) return undefined;
    throw error;
  }
}
