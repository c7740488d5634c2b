import type { AccessToken } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import type { Member } from '../accounts/types.ts';

/** Whose token has this hash and still counts. Reads only: when a token is used is kept nowhere. */
export async function findToken(
  db: Queryable,
  hash: Buffer,
  today: string,
): Promise<(Member & { scopes: string[] }) | undefined> {
  const { rows } = await db.query<Member & { scopes: string[] }>({
    name: 'find-token',
    text: `SELECT a.id AS account, a.locale, t.scopes,
        EXISTS (SELECT FROM suspensions s WHERE s.account_id = a.id AND (s.until IS NULL OR s.until >= $2)) AS "isSuspended"
      FROM access_tokens t JOIN accounts a ON a.id = t.account_id
      WHERE t.hash = $1 AND t.expires >= $2 AND a.leaves IS NULL`,
    values: [hash, today],
  });
  return rows[0];
}

const columns = 'id, name, scopes, expires::text';

/** The account's tokens that still count, those that end last first. */
export async function listTokens(db: Queryable, account: string, today: string): Promise<AccessToken[]> {
  const { rows } = await db.query<AccessToken>(
    `SELECT ${columns} FROM access_tokens WHERE account_id = $1 AND expires >= $2 ORDER BY access_tokens.expires DESC, id`,
    [account, today],
  );
  return rows;
}

/** Nothing where the account has `most` already. The account's row is locked, so that two at once are one after the other. */
export async function insertToken(
  db: Queryable,
  i: Omit<AccessToken, 'id'> & { account: string; hash: Buffer; most: number },
): Promise<AccessToken | undefined> {
  await db.query('SELECT FROM accounts WHERE id = $1 FOR NO KEY UPDATE', [i.account]);
  const { rows } = await db.query<AccessToken>(
    `INSERT INTO access_tokens (account_id, hash, name, scopes, expires) SELECT $1, $2, $3, $4, $5
     WHERE (SELECT count(*) FROM access_tokens WHERE account_id = $1) < $6
     RETURNING ${columns}`,
    [i.account, i.hash, i.name, i.scopes, i.expires, i.most],
  );
  return rows[0];
}

/** False where the account has no such token. */
export async function deleteToken(db: Queryable, i: { id: string; account: string }): Promise<boolean> {
  const { rowCount } = await db.query('DELETE FROM access_tokens WHERE id = $1 AND account_id = $2', [
    i.id,
    i.account,
  ]);
  return rowCount === 1;
}
