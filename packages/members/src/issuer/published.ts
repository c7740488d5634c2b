import type { Count } from '@teahouse/contract/issuer';
import type { Queryable } from '@teahouse/kit/pool';
import type { Standing } from '@teahouse/protocol';

/*
 * What the issuer shows. Each statement takes the size of the log that is on disk: what the log doesn't have yet is
 * shown to nobody.
 */

export interface OpeningRow {
  epoch: string;
  directory: Buffer;
  logged: number;
  key: { id: string; publicKey: Buffer; logged: number };
}

/** Epochs whose first batch is in the log, ascending, each with its key. */
export async function listOpenings(db: Queryable, size: number): Promise<OpeningRow[]> {
  const { rows } = await db.query<{
    epoch: string;
    directory: Buffer;
    logged: string;
    id: string;
    public_key: Buffer;
    key_logged: string;
  }>(
    `SELECT e.epoch, e.directory, e.logged, k.id, k.public_key, k.logged AS key_logged
     FROM issued_epochs e JOIN issuer_keys k ON k.id = e.key_id WHERE e.logged < $1 ORDER BY e.epoch`,
    [size],
  );
  return rows.map(({ epoch, directory, logged, ...key }) => ({
    epoch,
    directory,
    logged: Number(logged),
    key: { id: key.id, publicKey: key.public_key, logged: Number(key.key_logged) },
  }));
}

/** The frozen counts of those epochs. */
export async function listCounts(db: Queryable, size: number): Promise<Count[]> {
  const { rows } = await db.query<Count>(
    `SELECT c.epoch, c.company_id AS company, c.industry, c.standing, c.evidence, c.n
     FROM credential_counts c JOIN issued_epochs e ON e.epoch = c.epoch WHERE e.logged < $1
     ORDER BY c.epoch, c.company_id, c.standing, c.evidence`,
    [size],
  );
  return rows;
}

export interface CredentialRow {
  epoch: string;
  company: string;
  industry: string;
  standing: Standing;
  key: string;
  signature: Buffer;
  salt: Buffer;
  pin: Buffer;
  evidence: string;
  logged: string;
}

/** A member's own credentials of some epochs. Reads only: when they were fetched is kept nowhere. */
export async function listCredentials(
  db: Queryable,
  i: { account: string; epochs: readonly string[]; size: number },
): Promise<CredentialRow[]> {
  const { rows } = await db.query<CredentialRow>(
    `SELECT k.epoch, k.company_id AS company, k.industry, k.standing, k.key_id AS key, k.signature, k.salt, k.pin,
       k.evidence, k.leaf_index AS logged
     FROM credentials k JOIN employments e ON e.id = k.employment_id
     WHERE e.account_id = $1 AND k.epoch = ANY ($2) AND k.leaf_index < $3
     ORDER BY k.epoch DESC, k.company_id, k.standing`,
    [i.account, i.epochs, i.size],
  );
  return rows;
}
