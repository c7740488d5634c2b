import type { Security } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import type { Door } from '../accounts/store.ts';

export interface PasskeyRow {
  readonly id: Buffer;
  readonly publicKey: Buffer;
}
interface DoorRow extends Door, PasskeyRow {
  readonly email: string;
}

/** Whose passkey it is. */
export async function findPasskey(db: Queryable, id: Buffer): Promise<DoorRow | undefined> {
  const { rows } = await db.query<DoorRow>({
    name: 'find-passkey',
    text: `SELECT k.id, k.public_key AS "publicKey", a.id AS account, a.generation, a.leaves::text, a.email
      FROM passkeys k JOIN accounts a ON a.id = k.account_id WHERE k.id = $1`,
    values: [id],
  });
  return rows[0];
}

/** Ways into an account, passkeys by name. */
export async function readSecurity(db: Queryable, account: string): Promise<Security> {
  const { rows } = await db.query<{
    hasPassword: boolean;
    passkeys: { id: string; name: string }[];
  }>(
    `SELECT a.password IS NOT NULL AS "hasPassword",
       (SELECT coalesce(json_agg(json_build_object('id', encode(k.id, 'hex'), 'name', k.name) ORDER BY k.name, k.id), '[]')
        FROM passkeys k WHERE k.account_id = a.id) AS passkeys
     FROM accounts a WHERE a.id = $1`,
    [account],
  );
  const { hasPassword = false, passkeys = [] } = rows[0] ?? {};
  return {
    hasPassword,
    passkeys: passkeys.map(({ id, name }) => ({ id: Buffer.from(id, 'hex').toString('base64url'), name })),
  };
}

/** False where there is such a passkey already. */
export async function insertPasskey(
  db: Queryable,
  i: { id: Buffer; account: string; publicKey: Uint8Array; name: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `INSERT INTO passkeys (id, account_id, public_key, name) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [i.id, i.account, i.publicKey, i.name],
  );
  return rowCount === 1;
}

/** False where the account has no such passkey. */
export async function renamePasskey(
  db: Queryable,
  i: { id: Buffer; account: string; name: string },
): Promise<boolean> {
  const { rowCount } = await db.query('UPDATE passkeys SET name = $3 WHERE id = $1 AND account_id = $2', [
    i.id,
    i.account,
    i.name,
  ]);
  return rowCount === 1;
}

export async function deletePasskey(db: Queryable, i: { id: Buffer; account: string }): Promise<boolean> {
  const { rowCount } = await db.query('DELETE FROM passkeys WHERE id = $1 AND account_id = $2', [
    i.id,
    i.account,
  ]);
  return rowCount === 1;
}

/** Ids of an account's passkeys, and how mails and authenticators call it. */
export async function findOwner(
  db: Queryable,
  account: string,
): Promise<{ email: string; passkeys: Buffer[] } | undefined> {
  const { rows } = await db.query<{ email: string; passkeys: Buffer[] }>(
    `SELECT a.email, (SELECT coalesce(array_agg(k.id ORDER BY k.id), '{}') FROM passkeys k WHERE k.account_id = a.id) AS passkeys
     FROM accounts a WHERE a.id = $1`,
    [account],
  );
  return rows[0];
}

/** Ways into an account change one after the other. How many passkeys it has; nothing where it is gone. */
export async function lockWays(
  db: Queryable,
  account: string,
): Promise<{ hasPassword: boolean; passkeys: number } | undefined> {
  await db.query('SELECT FROM accounts WHERE id = $1 FOR NO KEY UPDATE', [account]);
  const { rows } = await db.query<{ hasPassword: boolean; passkeys: number }>(
    `SELECT password IS NOT NULL AS "hasPassword",
       (SELECT count(*)::integer FROM passkeys WHERE account_id = a.id) AS passkeys
     FROM accounts a WHERE id = $1`,
    [account],
  );
  return rows[0];
}

/** Sets the password, or takes it away. */
export async function writePassword(db: Queryable, account: string, password: string | null): Promise<void> {
  await db.query('UPDATE accounts SET password = $2 WHERE id = $1', [account, password]);
}
