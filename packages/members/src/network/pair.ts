import { membersLimits } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { isUnblocked } from '../people/cards.ts';

const { connectionsMax } = membersLimits.network;

/** Two members: who acts, and on whom. */
export interface Pair {
  readonly me: string;
  readonly other: string;
}

/**
 * From here to the end of the transaction nobody else changes what either of them is to anybody. Of two that want the
 * same pair one waits, in whichever direction it came; the lock is Postgres's own memory, and no row is marked by it.
 */
export async function lockPair(tx: Queryable, { me, other }: Pair): Promise<void> {
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtextextended(id, 10))
     FROM (SELECT least($1, $2) AS id UNION ALL SELECT greatest($1, $2)) AS both_of_them`,
    [me, other],
  );
}

/** A request as its row has it. `declined` is a day. */
export interface RequestRow {
  declined: string | null;
  withdrawn: boolean;
}
/** What two members are to each other, and how much room the one who acts has. */
export interface PairState {
  connected: boolean;
  /** The request of who acts, and that of the other one. */
  mine: RequestRow | null;
  theirs: RequestRow | null;
  /** Requests of who acts: those that wait, and those of today. */
  open: number;
  today: number;
  /** One of them has as many connections as there can be. */
  full: boolean;
}

const requestOf = (from: string, to: string) => `(SELECT json_build_object(
  'declined', declined, 'withdrawn', withdrawn) FROM connection_requests WHERE from_id = ${from} AND to_id = ${to})`;
const isFull = (account: string) =>
  `(SELECT count(*) >= ${connectionsMax} FROM connections WHERE account_id = ${account})`;

/** Undefined where the other one does not exist, or one of them blocked the other: the two look alike. */
export async function readPair(
  tx: Queryable,
  { me, other }: Pair,
  today: string,
): Promise<PairState | undefined> {
  const { rows } = await tx.query<PairState>(
    `SELECT EXISTS (SELECT FROM connections WHERE account_id = $1 AND other_id = $2) AS connected,
       ${requestOf('$1', '$2')} AS mine, ${requestOf('$2', '$1')} AS theirs,
       (SELECT count(*)::int FROM connection_requests WHERE from_id = $1 AND NOT withdrawn) AS open,
       (SELECT count(*)::int FROM connection_requests WHERE from_id = $1 AND day = $3::date) AS today,
       ${isFull('$1')} OR ${isFull('$2')} AS "full"
     FROM accounts a WHERE a.id = $2 AND ${isUnblocked('$1::uuid', 'a.id')}`,
    [me, other, today],
  );
  return rows[0];
}

/** Both rows of a connection; requests between the two are used up by it. */
export async function insertConnection(tx: Queryable, { me, other }: Pair, today: string): Promise<void> {
  await tx.query(
    `WITH used AS (DELETE FROM connection_requests
       WHERE (from_id = $1 AND to_id = $2) OR (from_id = $2 AND to_id = $1))
     INSERT INTO connections (account_id, other_id, since) VALUES ($1, $2, $3), ($2, $1, $3) ON CONFLICT DO NOTHING`,
    [me, other, today],
  );
}

/** The request in its new form, in place of an earlier one. */
export async function writeRequest(
  tx: Queryable,
  { me, other }: Pair,
  row: { note: string; today: string; reopen: boolean },
): Promise<void> {
  await tx.query(
    `INSERT INTO connection_requests AS r (from_id, to_id, note, day) VALUES ($1, $2, $3, $4)
     ON CONFLICT (from_id, to_id) DO UPDATE SET note = excluded.note, withdrawn = false,
       day = CASE WHEN $5 THEN excluded.day ELSE r.day END, declined = CASE WHEN $5 THEN NULL ELSE r.declined END`,
    [me, other, row.note, row.today, row.reopen],
  );
}
