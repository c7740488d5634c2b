import { createHash, randomBytes } from 'node:crypto';
import type { ConsoleAct, ConsoleEntry, ConsoleLog } from '@teahouse/contract/members';
import { actText, saidText } from '@teahouse/contract/members/console-chain';
import type { Queryable } from '@teahouse/kit/pool';

export interface Act {
  readonly act: ConsoleAct;
  /** Account of the operator. */
  readonly by: string;
  /** The member whom it is about: what is said goes with that account. */
  readonly member?: string;
  /** What it is about, for readers: a company's id, a member's name and handle, a setting. */
  readonly subject: string;
  /** What it became, where that says more. */
  readonly value?: string;
  readonly reason: string;
  readonly day: string;
}

const sha256 = (...parts: (Uint8Array | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/**
 * Writes down what is changed, in the transaction that changes it: two statements. Whoever writes the next entry waits
 * until this transaction ends.
 */
export async function record(tx: Queryable, i: Act): Promise<void> {
  const { rows } = await tx.query<{ n: number; hash: Buffer; name: string }>(
    'SELECT h.n, h.hash, (SELECT name FROM accounts WHERE id = $1) AS name FROM console_head h FOR UPDATE OF h',
    [i.by],
  );
  const [head] = rows;
  if (!head) throw new Error('the console has no head');
  const said = { by: head.name, subject: i.subject, value: i.value ?? '', reason: i.reason };
  const n = head.n + 1;
  const salt = randomBytes(16);
  const digest = sha256(salt, saidText(said));
  const hash = sha256(head.hash, digest, actText({ n, day: i.day, act: i.act }));
  await tx.query(
    `WITH entry AS (INSERT INTO console_log (n, day, act, digest, hash) VALUES ($1, $2, $3, $4, $5)),
      words AS (INSERT INTO console_words (n, by_id, member_id, by_name, subject, value, reason, salt)
        VALUES ($1, $6, $7, $8, $9, $10, $11, $12))
     UPDATE console_head SET n = $1, hash = $5`,
    [
      ...[n, i.day, i.act, digest, hash, i.by, i.member ?? null],
      ...[said.by, said.subject, said.value, said.reason, salt],
    ],
  );
}

interface Row {
  n: number;
  day: string;
  act: ConsoleAct;
  digest: Buffer;
  hash: Buffer;
  salt: Buffer | null;
  by_name: string;
  subject: string;
  value: string;
  reason: string;
}
const text = (bytes: Buffer) => bytes.toString('base64url');

const present = (row: Row): ConsoleEntry => ({
  ...{ n: row.n, day: row.day, act: row.act, digest: text(row.digest), hash: text(row.hash) },
  said: row.salt && {
    ...{ by: row.by_name, subject: row.subject, value: row.value, reason: row.reason },
    salt: text(row.salt),
  },
});

/** A page, the latest first, before an entry. One statement. */
export async function listActs(
  db: Queryable,
  i: { before: number | undefined; most: number },
): Promise<ConsoleLog> {
  const { rows } = await db.query<Row>(
    `SELECT l.n, l.day::text, l.act, l.digest, l.hash, w.by_name, w.subject, w.value, w.reason, w.salt
     FROM console_log l LEFT JOIN console_words w ON w.n = l.n
     WHERE $1::int IS NULL OR l.n < $1 ORDER BY l.n DESC LIMIT $2`,
    [i.before ?? null, i.most + 1],
  );
  const page = rows.slice(0, i.most);
  const more = rows.at(i.most);
  return {
    entries: page.map(present),
    previous: text(more?.hash ?? Buffer.alloc(32)),
    next: more ? (page.at(-1)?.n ?? null) : null,
  };
}
