import type { Remains } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';

/**
 * Puts an account to sleep until it is deleted: nobody finds it, nobody is told of what it did, no session and no access
 * token counts any more, no badge or letter waits (a badge's key goes with the next sweep), and no recruiter finds it, also
 * after coming back.
 */
export async function putToSleep(db: Queryable, account: string, leaves: string): Promise<void> {
  await db.query(
    `WITH tokens AS (DELETE FROM access_tokens WHERE account_id = $1),
     found AS (DELETE FROM search_people WHERE account_id = $1),
     told AS (DELETE FROM notice_people WHERE by_id = $1 AND reader_id <> $1),
     open AS (DELETE FROM open_to_work WHERE account_id = $1),
     badge AS (DELETE FROM badges WHERE account_id = $1 AND state = 'waits'),
     letter AS (DELETE FROM letter_codes WHERE account_id = $1)
     UPDATE accounts SET leaves = $2, generation = generation + 1 WHERE id = $1`,
    [account, leaves],
  );
}

/** False where its day has come. */
export async function wake(db: Queryable, account: string, today: string): Promise<boolean> {
  const { rowCount } = await db.query('UPDATE accounts SET leaves = NULL WHERE id = $1 AND leaves > $2', [
    account,
    today,
  ]);
  return rowCount === 1;
}

/** Accounts whose day has come. */
export async function findLeft(db: Queryable, today: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>('SELECT id FROM accounts WHERE leaves <= $1 ORDER BY id', [
    today,
  ]);
  return rows.map(({ id }) => id);
}

/** The account goes with all that hangs on it; what its mailboxes are pinned to stays (protocol.md 1.1). */
export async function deleteAccount(db: Queryable, account: string, today: string): Promise<void> {
  const { rowCount } = await db.query('SELECT FROM accounts WHERE id = $1 AND leaves <= $2 FOR UPDATE', [
    account,
    today,
  ]);
  if (rowCount !== 1) return; // came back, or another process was first
  await db.query('UPDATE evidence_holders SET until = least(until, $2::date) WHERE account_id = $1', [
    account,
    today,
  ]);
  await db.query('DELETE FROM accounts WHERE id = $1', [account]);
}

/** What others rely on of an account: pinned evidence, and entries of the log with hashes of its credentials. */
export async function readRemains(db: Queryable, account: string): Promise<Remains> {
  const { rows } = await db.query<Remains>(
    `SELECT (SELECT count(DISTINCT p.pin)::integer FROM evidence_holders h JOIN evidence_pins p ON p.pin = h.pin
         WHERE h.account_id = $1) AS pins,
       (SELECT coalesce(json_agg(DISTINCT c.leaf_index), '[]') FROM employments e
         JOIN credentials c ON c.employment_id = e.id WHERE e.account_id = $1) AS logged`,
    [account],
  );
  return rows[0] ?? { pins: 0, logged: [] };
}
