import type { Count } from '@teahouse/contract/issuer';
import type { Queryable } from '@teahouse/kit/pool';
import type { Standing } from '@teahouse/protocol';

export interface DueRow {
  employment: string;
  company: string;
  industry: string;
  standing: Standing;
  evidence: string;
  commitment: Buffer;
}
export interface SignedRow extends DueRow {
  signature: Uint8Array;
}

/**
 * What an epoch's batches still have to sign: every employment that stands today, with the commitment in force for its
 * account and for its mailbox, which must be the same; and as `former` what had lapsed before the epoch began.
 */
export async function findDue(
  db: Queryable,
  i: { epoch: string; today: string; epochStart: string },
): Promise<DueRow[]> {
  const { rows } = await db.query<DueRow>(
    `SELECT e.id AS employment, e.company_id AS company, c.industry, s.standing, e.evidence, a.commitment
     FROM employments e
     JOIN companies c ON c.id = e.company_id
     CROSS JOIN LATERAL (SELECT CASE WHEN e.expires >= $2 THEN 'current' ELSE 'former' END AS standing) s
     CROSS JOIN LATERAL (SELECT point, commitment FROM account_commitments
       WHERE account_id = e.account_id AND from_epoch <= $1 ORDER BY from_epoch DESC LIMIT 1) a
     LEFT JOIN LATERAL (SELECT point FROM evidence_pins
       WHERE pin = e.pin AND from_epoch <= $1 ORDER BY from_epoch DESC LIMIT 1) p ON true
     WHERE ((e.expires >= $2 AND p.point = a.point) OR e.expires < $3)
       AND NOT EXISTS (SELECT FROM credentials k
         WHERE k.employment_id = e.id AND k.epoch = $1 AND k.standing = s.standing)`,
    [i.epoch, i.today, i.epochStart],
  );
  return rows;
}

/** Id of the key that signs an epoch, once its first batch is out. */
export async function keyOfEpoch(db: Queryable, epoch: string): Promise<string | undefined> {
  const { rows } = await db.query<{ key: string }>(
    'SELECT key_id AS key FROM issued_epochs WHERE epoch = $1',
    [epoch],
  );
  return rows[0]?.key;
}

/** The last epoch whose first batch is out. */
export async function lastIssued(db: Queryable): Promise<string | undefined> {
  const { rows } = await db.query<{ epoch: string | null }>('SELECT max(epoch) AS epoch FROM issued_epochs');
  return rows[0]?.epoch ?? undefined;
}

export async function insertKey(db: Queryable, id: string, publicKey: Uint8Array): Promise<void> {
  await db.query('INSERT INTO issuer_keys (id, public_key) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    id,
    Buffer.from(publicKey),
  ]);
}

/**
 * Writes a batch in the order given, in one statement. What was signed already, or belongs to an account deleted in
 * the meantime, is left out. Returns how many were written.
 */
export async function insertBatch(
  db: Queryable,
  i: { epoch: string; key: string; rows: readonly SignedRow[] },
): Promise<number> {
  const { rowCount } = await db.query(
    `INSERT INTO credentials (employment_id, epoch, standing, company_id, industry, evidence, key_id, signature)
     SELECT b.employment, $1, b.standing, b.company, b.industry, b.evidence, $2, decode(b.signature, 'hex')
     FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) WITH ORDINALITY
       AS b (employment, standing, company, industry, evidence, signature, place)
     JOIN employments e ON e.id = b.employment
     ORDER BY b.place
     FOR KEY SHARE OF e
     ON CONFLICT DO NOTHING`,
    [
      i.epoch,
      i.key,
      i.rows.map((row) => row.employment),
      i.rows.map((row) => row.standing),
      i.rows.map((row) => row.company),
      i.rows.map((row) => row.industry),
      i.rows.map((row) => row.evidence),
      i.rows.map((row) => Buffer.from(row.signature).toString('hex')),
    ],
  );
  return rowCount ?? 0;
}

/** Marks the epoch's first batch as out and freezes its counts. False when it was out before. */
export async function openEpoch(db: Queryable, epoch: string, key: string): Promise<boolean> {
  const { rowCount } = await db.query(
    'INSERT INTO issued_epochs (epoch, key_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [epoch, key],
  );
  if (rowCount !== 1) return false;
  await db.query(
    `INSERT INTO credential_counts (epoch, company_id, industry, standing, evidence, n)
     SELECT epoch, company_id, industry, standing, evidence, count(*) FROM credentials WHERE epoch = $1
     GROUP BY epoch, company_id, industry, standing, evidence`,
    [epoch],
  );
  return true;
}

export interface KeyRow {
  id: string;
  publicKey: Buffer;
  epochs: string[];
}

/** Keys that signed at least one epoch. */
export async function listKeys(db: Queryable): Promise<KeyRow[]> {
  const { rows } = await db.query<KeyRow>(
    `SELECT k.id, k.public_key AS "publicKey", array_agg(e.epoch ORDER BY e.epoch) AS epochs
     FROM issuer_keys k JOIN issued_epochs e ON e.key_id = k.id GROUP BY k.id ORDER BY min(e.epoch)`,
  );
  return rows;
}

export async function listCounts(db: Queryable): Promise<Count[]> {
  const { rows } = await db.query<Count>(
    `SELECT epoch, company_id AS company, industry, standing, evidence, n FROM credential_counts
     ORDER BY epoch, company_id, standing, evidence`,
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
}

/** A member's own credentials of some epochs. Reads only: when they were fetched is kept nowhere. */
export async function listCredentials(
  db: Queryable,
  account: string,
  epochs: readonly string[],
): Promise<CredentialRow[]> {
  const { rows } = await db.query<CredentialRow>(
    `SELECT k.epoch, k.company_id AS company, k.industry, k.standing, k.key_id AS key, k.signature
     FROM credentials k JOIN employments e ON e.id = k.employment_id
     WHERE e.account_id = $1 AND k.epoch = ANY ($2) ORDER BY k.epoch DESC, k.company_id, k.standing`,
    [account, epochs],
  );
  return rows;
}
