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
  /** The point of the commitment, and the pin of the evidence: what the log's leaf commits to. */
  point: Buffer;
  pin: Buffer;
}
export interface SignedRow extends DueRow {
  signature: Uint8Array;
  /** 32 bytes, fresh for each credential. */
  salt: Uint8Array;
}

/**
 * What an epoch's batches still have to sign: every employment that stands today, with the commitment in force for its
 * account and for its mailbox, which must be the same; and as `former` what had lapsed before the epoch began. Accounts on
 * their way out are left out, and signed later where they come back.
 */
export async function findDue(
  db: Queryable,
  i: { epoch: string; today: string; epochStart: string },
): Promise<DueRow[]> {
  const { rows } = await db.query<DueRow>(
    `SELECT e.id AS employment, e.company_id AS company, c.industry, s.standing, e.evidence, a.commitment,
       a.point, e.pin
     FROM employments e
     JOIN companies c ON c.id = e.company_id
     JOIN accounts o ON o.id = e.account_id AND o.leaves IS NULL
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

export interface EpochState {
  /** Id of the key that signs the epoch, once its first batch is out. */
  key: string | null;
  /** The last epoch whose first batch is out. */
  last: string | null;
  /** Ids of all keys that ever signed. */
  keys: string[];
}

/** What was issued so far, as far as it matters to a batch of an epoch. */
export async function readEpochState(db: Queryable, epoch: string): Promise<EpochState> {
  const { rows } = await db.query<EpochState>(
    `SELECT (SELECT key_id FROM issued_epochs WHERE epoch = $1) AS key,
       (SELECT max(epoch) FROM issued_epochs) AS last, (SELECT coalesce(array_agg(id), '{}') FROM issuer_keys) AS keys`,
    [epoch],
  );
  return rows[0] ?? { key: null, last: null, keys: [] };
}

/** The last epoch whose first batch is out. */
export async function lastIssued(db: Queryable): Promise<string | undefined> {
  const { rows } = await db.query<{ epoch: string | null }>('SELECT max(epoch) AS epoch FROM issued_epochs');
  return rows[0]?.epoch ?? undefined;
}

/** Of these employments those that are still there; until the end of the transaction nobody deletes them. */
export async function lockEmployments(tx: Queryable, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ id: string }>(
    'SELECT id FROM employments WHERE id = ANY ($1::uuid[]) ORDER BY id FOR KEY SHARE',
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Writes a batch in the order given, in one statement. */
export async function insertBatch(
  tx: Queryable,
  i: { epoch: string; key: string; rows: readonly { row: SignedRow; logged: number }[] },
): Promise<void> {
  const rows = i.rows.map(({ row }) => row);
  const bytes = (list: readonly Uint8Array[]) => list.map((item) => Buffer.from(item));
  await tx.query(
    `INSERT INTO credentials (employment_id, epoch, standing, company_id, industry, evidence, key_id, signature, salt,
       point, pin, leaf_index)
     SELECT b.employment, $1, b.standing, b.company, b.industry, b.evidence, $2, b.signature, b.salt, b.point, b.pin,
       b.logged
     FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bytea[], $9::bytea[], $10::bytea[],
       $11::bytea[], $12::bigint[]) WITH ORDINALITY
       AS b (employment, standing, company, industry, evidence, signature, salt, point, pin, logged, place)
     ORDER BY b.place`,
    [
      i.epoch,
      i.key,
      rows.map((row) => row.employment),
      rows.map((row) => row.standing),
      rows.map((row) => row.company),
      rows.map((row) => row.industry),
      rows.map((row) => row.evidence),
      bytes(rows.map((row) => row.signature)),
      bytes(rows.map((row) => row.salt)),
      bytes(rows.map((row) => row.point)),
      bytes(rows.map((row) => row.pin)),
      i.rows.map(({ logged }) => logged),
    ],
  );
}

export interface LoggedKey {
  id: string;
  publicKey: Uint8Array;
  logged: number;
}

/**
 * Marks the epoch's first batch as out and freezes its counts; with `newKey` the key that signs it is new. One
 * statement. Fails where the epoch was out before.
 */
export async function openEpoch(
  tx: Queryable,
  i: {
    epoch: string;
    key: string;
    newKey?: LoggedKey | undefined;
    directory: Uint8Array;
    logged: number;
    counts: readonly Count[];
  },
): Promise<void> {
  await tx.query(
    `WITH new_key AS (INSERT INTO issuer_keys (id, public_key, logged)
       SELECT $2, $10, $11 WHERE $10::bytea IS NOT NULL),
     opened AS (INSERT INTO issued_epochs (epoch, key_id, directory, logged) VALUES ($1, $2, $3, $4))
     INSERT INTO credential_counts (epoch, company_id, industry, standing, evidence, n)
     SELECT $1, c.company, c.industry, c.standing, c.evidence, c.n
     FROM unnest($5::text[], $6::text[], $7::text[], $8::text[], $9::int[])
       AS c (company, industry, standing, evidence, n)`,
    [
      ...[i.epoch, i.key, Buffer.from(i.directory), i.logged],
      i.counts.map(({ company }) => company),
      i.counts.map(({ industry }) => industry),
      i.counts.map(({ standing }) => standing),
      i.counts.map(({ evidence }) => evidence),
      i.counts.map(({ n }) => n),
      i.newKey ? Buffer.from(i.newKey.publicKey) : null,
      i.newKey?.logged ?? null,
    ],
  );
}
