import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from './log.ts';
import { createPool, isOverloaded, isUnavailable, type Pool, type Queryable } from './pool.ts';

/**
 * Reads that a streaming replica may answer. What somebody has just changed is read from the primary until the replica has
 * replayed it; so is everything while the replica is away or late. Nobody says who asks, and nothing is remembered of a
 * reader: what decides is what was changed, which every process is told anyway.
 */
export interface Reads {
  /** Where to read about a subject (a room); null: about all of them, where a view may be `lateMs` old. */
  of(subject: string | null): Queryable;
  /** A subject, or everything (null), was changed just now: from here on it is read where the change is. */
  touched(subject: string | null): void;
  close(): Promise<void>;
}

export interface ReadsOptions {
  readonly primary: Pool;
  /** Without it the primary answers everything. */
  readonly replicaUrl: string | undefined;
  readonly name: string;
  readonly log: Logger;
}

/** How far (ms) a replica may be behind before nothing is asked of it: as long as an answer may stand in a proxy. */
const lateMs = 2_000;
/** How often it is asked how far it is (ms): where nothing was changed, and where something waits for it. */
const restMs = 1_000;
const waitMs = 25;

/** Opens the replica's pool; connects lazily, and asks nothing of it before it was found to be near the primary. */
export function openReads({ primary, replicaUrl, name, log }: ReadsOptions): Reads {
  if (replicaUrl === undefined) {
    return { of: () => primary, touched: () => {}, close: async () => {} };
  }
  const replica = createPool({ url: replicaUrl, name });
  const closing = new AbortController();
  /** Subjects that the replica may not have as they are now, each with the number of the last change. */
  const waiting = new Map<string | null, number>();
  let changes = 0;
  let isNear = false;
  let wake = () => {};

  function turn(near: boolean): void {
    if (near !== isNear) log.info(near ? 'replica-near' : 'replica-not-near');
    isNear = near;
  }

  /** Waits until the replica has all that the primary has now, and lets go what was changed before. */
  async function look(): Promise<void> {
    const before = changes;
    const { rows } = await primary.query<{ at: string }>('SELECT pg_current_wal_lsn()::text AS at');
    const since = performance.now();
    while (!closing.signal.aborted) {
      const found = await replica.query<{ there: boolean }>(
        'SELECT pg_is_in_recovery() AND pg_last_wal_replay_lsn() >= $1::pg_lsn AS there',
        [rows[0]?.at],
      );
      if (found.rows[0]?.there) break;
      if (performance.now() - since > lateMs) turn(false);
      await sleep(waitMs);
    }
    for (const [subject, change] of waiting) if (change <= before) waiting.delete(subject);
    turn(true);
  }

  /** Until the next look: short where something waits, and cut short where something comes. */
  async function rest(): Promise<void> {
    if (waiting.size > 0) return sleep(waitMs);
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    await Promise.race([woken, sleep(restMs, undefined, { ref: false })]);
  }

  const watching = (async () => {
    while (!closing.signal.aborted) {
      const isDone = await look().then(
        () => true,
        () => false,
      );
      if (!isDone) turn(false);
      await (isDone ? rest() : sleep(restMs, undefined, { ref: false }));
    }
  })();

  const near: Queryable = {
    query: (async (...args: Parameters<Pool['query']>) => {
      try {
        return await replica.query(...args);
      } catch (error) {
        // It went away, or what it replays took the rows from under the statement: the primary knows as well.
        if (!isUnavailable(error) && !isOverloaded(error)) throw error;
        if (isUnavailable(error)) turn(false);
        return primary.query(...args);
      }
    }) as unknown as Queryable['query'],
  };

  return {
    of(subject) {
      const isChanged = waiting.has(null) || (subject !== null && waiting.has(subject));
      return isNear && !isChanged ? near : primary;
    },
    touched(subject) {
      changes += 1;
      waiting.set(subject, changes);
      wake();
    },
    async close() {
      closing.abort();
      wake();
      await watching;
      await replica.end();
    },
  };
}
