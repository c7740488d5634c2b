import { membersLimits as l } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { isConnected } from '../feed/sight.ts';
import { isUnblocked, type Reader } from '../people/cards.ts';
import { cardColumns, isOpen, type JobCardRow } from './rows.ts';

/** Works there at present, as proved. SQL expressions. */
const worksAt = (account: string, company: string, today: string) =>
  `EXISTS (SELECT FROM employments e WHERE e.account_id = ${account} AND e.company_id = ${company} AND e.expires >= ${today})`;

/** A connection who works at the company of jobs `j`, and whom the reader may meet. */
const isContact = (reader: string, other: string, today: string) =>
  `${isConnected(reader, other)} AND ${worksAt(other, 'j.company_id', today)} AND ${isUnblocked(reader, other)}`;

const contactsShown = 50;

/** Connections who work there, and whether they were asked already; whoever declined looks as one who was asked. */
export async function readContacts(
  db: Queryable,
  reader: Reader,
  job: string,
): Promise<{ id: string; state: 'none' | 'asked' | 'given' }[] | undefined> {
  const { rows } = await db.query<{ id: string | null; state: 'none' | 'asked' | 'given' }>({
    name: 'job-contacts',
    text: `SELECT m.id, CASE r.state WHEN 'given' THEN 'given' WHEN 'asked' THEN 'asked' WHEN 'declined' THEN 'asked' ELSE 'none' END AS state
      FROM jobs j LEFT JOIN LATERAL (
        SELECT x.other_id AS id FROM connections x JOIN employments e ON e.account_id = x.other_id
          AND e.company_id = j.company_id AND e.expires >= $2::date
        WHERE x.account_id = $1 AND ${isUnblocked('$1::uuid', 'x.other_id')} ORDER BY x.other_id LIMIT ${contactsShown}) m ON true
        LEFT JOIN referrals r ON r.job_id = j.id AND r.asker_id = $1 AND r.referrer_id = m.id
      WHERE j.id = $3`,
    values: [reader.account, reader.today, job],
  });
  if (rows.length === 0) return undefined;
  return rows.flatMap(({ id, state }) => (id === null ? [] : [{ id, state }]));
}

/** `full`: too many wait; `again`: asked before. Nothing where the job is closed or the other one is no contact. */
export async function insertAsk(
  tx: Queryable,
  i: { asker: string; referrer: string; job: string; note: string; today: string },
): Promise<'done' | 'again' | 'full' | undefined> {
  const { rows } = await tx.query<{ full: boolean; done: boolean }>(
    `WITH asked AS (SELECT j.id, (SELECT count(*) >= ${l.referralsOpen} FROM referrals
           WHERE asker_id = $1 AND state <> 'given') AS "full"
         FROM jobs j WHERE j.id = $3 AND ${isOpen('$5::date')} AND ${isContact('$1::uuid', '$2::uuid', '$5::date')}),
       done AS (INSERT INTO referrals (job_id, asker_id, referrer_id, note, day)
         SELECT id, $1, $2, $4, $5 FROM asked WHERE NOT "full" ON CONFLICT DO NOTHING RETURNING id)
     SELECT "full", EXISTS (SELECT FROM done) AS done FROM asked`,
    [i.asker, i.referrer, i.job, i.note, i.today],
  );
  const [row] = rows;
  return row && (row.done ? 'done' : row.full ? 'full' : 'again');
}

export interface ReferralRow extends JobCardRow {
  referral: string;
  other: string;
  side: 'received' | 'sent';
  note: string;
  words: string;
  state: 'asked' | 'given';
  day: string;
}

const most = 100;

/** What waits or was met, of both sides; what one declined oneself is left out, and to who asked it looks as before. */
export async function readReferrals(db: Queryable, reader: Reader): Promise<ReferralRow[]> {
  const { rows } = await db.query<ReferralRow>({
    name: 'referrals',
    text: `SELECT ${cardColumns('$1::uuid', '$2::date')}, r.id AS referral, r.note, r.words, to_char(r.day, 'YYYY-MM-DD') AS day,
        CASE WHEN r.asker_id = $1 THEN 'sent' ELSE 'received' END AS side,
        CASE WHEN r.asker_id = $1 THEN r.referrer_id ELSE r.asker_id END AS other,
        CASE r.state WHEN 'given' THEN 'given' ELSE 'asked' END AS state
      FROM referrals r JOIN jobs j ON j.id = r.job_id JOIN companies c ON c.id = j.company_id
      WHERE r.asker_id = $1 OR (r.referrer_id = $1 AND r.state <> 'declined')
      ORDER BY r.day DESC, r.id LIMIT ${most}`,
    values: [reader.account, reader.today],
  });
  return rows;
}

/**
 * Answers a request. Who refers must still work there; an application that is there already learns of it. Returns the job
 * and who asked; nothing where there is no such request.
 */
export async function answer(
  tx: Queryable,
  i: { referrer: string; referral: string; refer: boolean; words: string; today: string },
): Promise<{ job: string; asker: string } | undefined> {
  const { rows } = await tx.query<{ job: string; asker: string }>(
    `WITH answered AS (UPDATE referrals r SET state = CASE WHEN $3 THEN 'given' ELSE 'declined' END,
           words = CASE WHEN $3 THEN $4 ELSE '' END
         FROM jobs j WHERE r.id = $2 AND r.referrer_id = $1 AND r.state = 'asked' AND j.id = r.job_id
           AND (NOT $3 OR ${worksAt('$1', 'j.company_id', '$5::date')})
         RETURNING r.job_id, r.asker_id),
       told AS (UPDATE applications a SET referrer_id = $1 FROM answered w
         WHERE $3 AND a.job_id = w.job_id AND a.account_id = w.asker_id AND NOT a.withdrawn AND a.referrer_id IS NULL)
     SELECT job_id AS job, asker_id AS asker FROM answered`,
    [i.referrer, i.referral, i.refer, i.words, i.today],
  );
  return rows[0];
}

/** Takes an own request back that nobody met. Returns the job. */
export async function deleteAsk(
  tx: Queryable,
  asker: string,
  referral: string,
): Promise<{ job: string; referrer: string } | undefined> {
  const { rows } = await tx.query<{ job: string; referrer: string }>(
    `DELETE FROM referrals WHERE id = $2 AND asker_id = $1 AND state <> 'given' RETURNING job_id AS job, referrer_id AS referrer`,
    [asker, referral],
  );
  return rows[0];
}

/** Requests of before a day that nobody met go. */
export async function sweepReferrals(db: Queryable, before: string): Promise<void> {
  await db.query(`DELETE FROM referrals WHERE day < $1 AND state <> 'given'`, [before]);
}
