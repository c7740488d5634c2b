import type { Queryable } from '@teahouse/kit/pool';
import type { PinEntry } from './pins.ts';

export interface WorkCode {
  employment: string;
  company: string;
  pin: Buffer;
  code: Buffer;
  tries: number;
}

/** Keeps the code of a started employment in place of an earlier one, and returns the employment's id. */
export async function upsertWorkCode(
  db: Queryable,
  row: { account: string; employment: string; company: string; pin: Buffer; code: Buffer; expires: Date },
): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO work_codes (account_id, employment_id, company_id, pin, code, expires)
     VALUES ($1, coalesce((SELECT id FROM employments WHERE account_id = $1 AND company_id = $3), $2), $3, $4, $5, $6)
     ON CONFLICT (account_id) DO UPDATE SET employment_id = excluded.employment_id, company_id = excluded.company_id,
       pin = excluded.pin, code = excluded.code, expires = excluded.expires, tries = 0
     RETURNING employment_id AS id`,
    [row.account, row.employment, row.company, row.pin, row.code, row.expires],
  );
  return rows[0]?.id ?? row.employment;
}

/** The account's row, and its profile's, which whoever makes it findable waits for (search/index-store.ts). */
const lockedMember = `SELECT a.id FROM accounts a JOIN profiles p ON p.account_id = a.id
  WHERE a.id = $1 FOR NO KEY UPDATE OF a, p`;

/**
 * Counts a try before anyone looks at the code, and locks its row and the member: two tries at once are one after the
 * other.
 */
export async function countWorkTry(
  db: Queryable,
  i: { account: string; employment: string; now: Date; most: number },
): Promise<WorkCode | undefined> {
  const { rows } = await db.query<WorkCode>(
    `WITH locked AS MATERIALIZED (${lockedMember})
     UPDATE work_codes w SET tries = least(w.tries + 1, $4 + 1) FROM locked
     WHERE w.account_id = locked.id AND w.employment_id = $2 AND w.expires > $3
     RETURNING w.employment_id AS employment, w.company_id AS company, w.pin, w.code, w.tries`,
    [i.account, i.employment, i.now, i.most],
  );
  return rows[0];
}

/** Locks a member's rows against whoever else would write an employment, a commitment or a name. */
export async function lockAccount(db: Queryable, account: string): Promise<boolean> {
  const { rowCount } = await db.query(lockedMember, [account]);
  return rowCount === 1;
}

/**
 * Makes an account the holder of a piece of evidence, when nobody else holds it on this day; with `usesCode` the account's
 * code to its work address is used up. Returns the epoch from which its commitment may be pinned: the one after an earlier
 * holder's day of leaving. Undefined: it stands for somebody else.
 */
export async function takeEvidence(
  db: Queryable,
  i: { pin: Buffer; account: string; until: string; today: string; epoch: string; usesCode: boolean },
): Promise<string | undefined> {
  const { rows } = await db.query<{ free_from: string }>(
    `${i.usesCode ? 'WITH used AS (DELETE FROM work_codes WHERE account_id = $2)' : ''}
     INSERT INTO evidence_holders AS h (pin, account_id, until, free_from) VALUES ($1, $2, $3, $5)
     ON CONFLICT (pin) DO UPDATE SET account_id = $2, until = $3, free_from = CASE
         WHEN h.account_id = $2 THEN h.free_from
         ELSE greatest($5, to_char(date_trunc('month', h.until::timestamp) + interval '1 month', 'YYYY-MM')) END
       WHERE h.account_id = $2 OR h.account_id IS NULL OR h.until < $4
     RETURNING free_from`,
    [i.pin, i.account, i.until, i.today, i.epoch],
  );
  return rows[0]?.free_from;
}

/** Ends an employment of an account that still stands, and lets go of what it rested on. False when there is none. */
export async function endEmployment(
  db: Queryable,
  i: { account: string; employment: string; today: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `WITH ended AS (UPDATE employments SET expires = $3
       WHERE id = $1 AND account_id = $2 AND expires >= $3 RETURNING pin),
     released AS (UPDATE evidence_holders SET until = least(until, $3::date)
       WHERE account_id = $2 AND pin IN (SELECT pin FROM ended))
     SELECT FROM ended`,
    [i.employment, i.account, i.today],
  );
  return rowCount === 1;
}

/** An entry of a piece of evidence's history; `pin` and `point` in hex. */
export type EvidencePin = PinEntry & { pin: string };

/** Adds to the histories of evidence, likewise; beside what is written for it. Three parameters from `$at` on. */
const pinsWritten = (at: number) => `pins AS (INSERT INTO evidence_pins (pin, from_epoch, point)
  SELECT decode(e.pin, 'hex'), e.from_epoch, decode(e.point, 'hex')
  FROM unnest($${at}::text[], $${at + 1}::text[], $${at + 2}::text[]) AS e (pin, from_epoch, point)
  ON CONFLICT (pin, from_epoch) DO UPDATE SET point = excluded.point)`;
const pinValues = (pins: readonly EvidencePin[]) => [
  pins.map(({ pin }) => pin),
  pins.map(({ from }) => from),
  pins.map(({ point }) => point),
];

/** Writes the employment and pins its evidence; evidence it rested on before and no longer does is let go. */
export async function upsertEmployment(
  db: Queryable,
  row: {
    id: string;
    account: string;
    company: string;
    evidence: string;
    pin: Buffer;
    verified: string;
    expires: string;
    credentialFrom: string | null;
  },
  pins: readonly EvidencePin[],
): Promise<void> {
  await db.query(
    `WITH ${pinsWritten(9)}, before AS (SELECT pin FROM employments WHERE account_id = $2 AND company_id = $3 AND pin <> $5),
     released AS (UPDATE evidence_holders SET account_id = NULL, until = least(until, $6::date)
       WHERE account_id = $2 AND pin IN (SELECT pin FROM before))
     INSERT INTO employments (id, account_id, company_id, evidence, pin, verified, expires, credential_from)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (account_id, company_id) DO UPDATE SET evidence = excluded.evidence, pin = excluded.pin,
       verified = excluded.verified, expires = excluded.expires, credential_from = excluded.credential_from`,
    [
      ...[
        row.id,
        row.account,
        row.company,
        row.evidence,
        row.pin,
        row.verified,
        row.expires,
        row.credentialFrom,
      ],
      ...pinValues(pins),
    ],
  );
}

export interface Evidence {
  pin: string;
  freeFrom: string;
  history: PinEntry[];
}

const historyOf = (table: string, key: string) => `(SELECT coalesce(json_agg(json_build_object(
  'from', from_epoch, 'point', encode(point, 'hex')) ORDER BY from_epoch), '[]') FROM ${table} WHERE ${key})`;

/** Pins of an account and of the mailboxes it holds; with `pin`, of that mailbox alone. */
export async function readPins(
  db: Queryable,
  account: string,
  pin?: Buffer,
): Promise<{ account: PinEntry[]; evidence: Evidence[] }> {
  const { rows } = await db.query<{ account: PinEntry[]; evidence: Evidence[] }>(
    `SELECT ${historyOf('account_commitments', 'account_id = $1')} AS account,
       (SELECT coalesce(json_agg(json_build_object('pin', encode(h.pin, 'hex'), 'freeFrom', h.free_from,
           'history', ${historyOf('evidence_pins p', 'p.pin = h.pin')})), '[]')
        FROM evidence_holders h WHERE h.account_id = $1 AND ($2::bytea IS NULL OR h.pin = $2)) AS evidence`,
    [account, pin ?? null],
  );
  return rows[0] ?? { account: [], evidence: [] };
}

/** Adds to the history of an account. An entry that only waits for its epoch is replaced. */
export async function insertCommitments(
  db: Queryable,
  account: string,
  entries: readonly PinEntry[],
  commitment: Uint8Array,
): Promise<void> {
  await db.query(
    `INSERT INTO account_commitments (account_id, from_epoch, point, commitment)
     SELECT $1, e.from_epoch, decode(e.point, 'hex'), $4 FROM unnest($2::text[], $3::text[]) AS e (from_epoch, point)
     ON CONFLICT (account_id, from_epoch) DO UPDATE SET point = excluded.point, commitment = excluded.commitment`,
    [account, entries.map(({ from }) => from), entries.map(({ point }) => point), Buffer.from(commitment)],
  );
}

/** Pins evidence, and notes from which epoch the account's employments are signed. Those that are signed already are left alone. */
export async function setCredentialFrom(
  db: Queryable,
  account: string,
  starts: readonly { pin: string; from: string }[],
  pins: readonly EvidencePin[],
): Promise<void> {
  await db.query(
    `WITH ${pinsWritten(4)}
     UPDATE employments e SET credential_from = p.from_epoch
     FROM unnest($2::text[], $3::text[]) AS p (pin, from_epoch)
     WHERE e.account_id = $1 AND e.pin = decode(p.pin, 'hex') AND e.credential_from IS NULL`,
    [account, starts.map(({ pin }) => pin), starts.map(({ from }) => from), ...pinValues(pins)],
  );
}
