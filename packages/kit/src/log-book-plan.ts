import { type EventEntry, encodeEntry } from '@teahouse/protocol/record';
import { LogStoreError } from './log-store-errors.ts';
import { type Pool, type Queryable, withTransaction } from './pool.ts';

/** Any fixed number: whoever plans entries of this database's log holds this lock until the end of its transaction. */
const planLock = 0x7465_6c6f; // "telo"

/** A row of `log_entries`. */
export interface PlannedEntry {
  readonly index: number;
  readonly entry: Uint8Array;
}

/**
 * From here to the end of the transaction nobody else plans: what is read now is as the log has it. One statement;
 * only statements after this one see what the last planner wrote.
 */
export async function lockPlans(tx: Queryable): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [planLock]);
}

/**
 * Gives entries (canonical bytes) the next indexes of the log, in the transaction of what they record; returns the
 * first. Two statements. A `LogBook` on this database appends them after the commit.
 */
export async function planEntries(tx: Queryable, entries: readonly Uint8Array[]): Promise<number> {
  await lockPlans(tx);
  const { rows } = await tx.query<{ first: string }>(
    `WITH planned AS (
       INSERT INTO log_entries (index, entry)
       SELECT (SELECT coalesce(max(index) + 1, 0) FROM log_entries) + e.place - 1, e.entry
       FROM unnest($1::bytea[]) WITH ORDINALITY AS e (entry, place) RETURNING index)
     SELECT min(index) AS first FROM planned`,
    [entries.map((entry) => Buffer.from(entry))],
  );
  return Number(rows[0]?.first);
}

/** Plans the entry that tells whose log it is as the first one, when no entry was planned yet. */
export async function planHead(pool: Pool, head: Uint8Array): Promise<void> {
  await withTransaction(pool, async (tx) => {
    await lockPlans(tx);
    if ((await plannedSize(tx)) === 0) await planEntries(tx, [head]);
  });
}

/**
 * Plans an event of the operator's in the database of a plane; the running plane appends it within seconds, a stopped
 * one on its start. Returns its index. Throws `log-behind-database` where the plane has begun no log yet: after a
 * restore start it once before, as it takes over first what the log has and the database lost.
 */
export async function recordEvent(pool: Pool, event: EventEntry): Promise<number> {
  return withTransaction(pool, async (tx) => {
    await lockPlans(tx);
    if ((await plannedSize(tx)) === 0) {
      throw new LogStoreError(
        'log-behind-database',
        'The plane has no log yet: start it once, then try again.',
      );
    }
    return planEntries(tx, [encodeEntry(event)]);
  });
}

/** How many entries the log has when all that is committed now is appended. */
export async function plannedSize(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ last: string | null }>('SELECT max(index) AS last FROM log_entries');
  return rows[0]?.last == null ? 0 : Number(rows[0].last) + 1;
}

/** Rows from an index on, ascending, without gaps: planners commit one after the other. */
export async function readPlanned(db: Queryable, from: number): Promise<PlannedEntry[]> {
  const { rows } = await db.query<{ index: string; entry: Buffer }>(
    'SELECT index, entry FROM log_entries WHERE index >= $1 ORDER BY index',
    [from],
  );
  return rows.map(({ index, entry }) => ({ index: Number(index), entry: new Uint8Array(entry) }));
}

/** Puts in a row of an entry that the log has already. */
export async function insertAdopted(tx: Queryable, { index, entry }: PlannedEntry): Promise<void> {
  await tx.query('INSERT INTO log_entries (index, entry) VALUES ($1, $2)', [index, Buffer.from(entry)]);
}

/** Drops what a log of this size has on disk, but for the last: that one tells later whether both still agree. */
export async function prunePlanned(db: Queryable, size: number): Promise<void> {
  await db.query('DELETE FROM log_entries WHERE index < $1', [size - 1]);
}
