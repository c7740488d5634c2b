import type { LetterFault } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';

/** Keeps the code of a letter in place of an earlier one. */
export async function upsertCode(
  db: Queryable,
  row: { account: string; code: Buffer; company: string | undefined; expires: string },
): Promise<void> {
  await db.query(
    `INSERT INTO letter_codes (account_id, code, company_id, expires) VALUES ($1, $2, $3, $4)
     ON CONFLICT (account_id) DO UPDATE SET code = excluded.code, company_id = excluded.company_id,
       expires = excluded.expires, tries = 0, fault = NULL`,
    [row.account, row.code, row.company ?? null, row.expires],
  );
}

export interface OpenCode {
  account: string;
  company: string | null;
}

/** Counts a letter before anyone looks into it. Undefined: there is no such code, or it was tried too often. */
export async function countTry(
  db: Queryable,
  i: { code: Buffer; today: string; most: number },
): Promise<OpenCode | undefined> {
  const { rows } = await db.query<OpenCode>(
    `UPDATE letter_codes SET tries = tries + 1 WHERE code = $1 AND expires >= $2 AND tries < $3
     RETURNING account_id AS account, company_id AS company`,
    [i.code, i.today, i.most],
  );
  return rows[0];
}

/** Says to the member why a letter proved nothing. */
export async function setFault(db: Queryable, code: Buffer, fault: LetterFault): Promise<void> {
  await db.query('UPDATE letter_codes SET fault = $2 WHERE code = $1', [code, fault]);
}

/** Uses a code up. False when another letter was faster. */
export async function deleteCode(db: Queryable, code: Buffer): Promise<boolean> {
  const { rowCount } = await db.query('DELETE FROM letter_codes WHERE code = $1', [code]);
  return rowCount === 1;
}
