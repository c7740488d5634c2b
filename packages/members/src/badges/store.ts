import type { Badge } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';

interface BadgeRow extends Omit<Badge, 'company'> {
  company: string;
  name_zh: string;
  name_en: string;
}

const columns = `b.id, b.company_id AS company, c.name_zh, c.name_en, b.sent::text AS sent, b.state, b.reason, b.words,
  b.decided::text AS decided`;

const present = ({ company, name_zh: zh, name_en: en, ...row }: BadgeRow): Badge => ({
  ...row,
  company: { id: company, name: { zh, en } },
});

/** Puts a badge into the queue, with its photo. Nothing where one of the account waits already. */
export async function insertBadge(
  db: Queryable,
  row: { id: string; account: string; company: string; sent: string; sealed: Buffer },
): Promise<Badge | undefined> {
  const { rows } = await db.query<BadgeRow>(
    `WITH b AS (INSERT INTO badges (id, account_id, company_id, sent) VALUES ($1, $2, $3, $4)
       ON CONFLICT (account_id) WHERE state = 'waits' DO NOTHING RETURNING *),
     photo AS (INSERT INTO badge_pictures (badge_id, sealed) SELECT id, $5 FROM b)
     SELECT ${columns} FROM b JOIN companies c ON c.id = b.company_id`,
    [row.id, row.account, row.company, row.sent, row.sealed],
  );
  return rows[0] && present(rows[0]);
}

/** Whether an approved company has this id. */
export async function isCompany(db: Queryable, company: string): Promise<boolean> {
  const { rowCount } = await db.query(`SELECT FROM companies WHERE id = $1 AND status = 'approved'`, [
    company,
  ]);
  return rowCount === 1;
}

export interface Own {
  letter: { waits: boolean; fault: string | null };
  badges: Badge[];
  reviewer: boolean;
}

/** How far a member got on each way, in one statement; the newest badges. */
export async function readOwn(db: Queryable, account: string, today: string): Promise<Own> {
  const { rows } = await db.query<{
    fault: string | null;
    waits: boolean;
    badges: BadgeRow[];
    reviewer: boolean;
  }>(
    `SELECT l.fault, l.account_id IS NOT NULL AS waits,
       EXISTS (SELECT FROM staff_roles WHERE account_id = $1 AND role = 'reviewer') AS reviewer,
       (SELECT coalesce(json_agg(row_to_json(o) ORDER BY o.state = 'waits' DESC, o.sent DESC, o.id), '[]') FROM (
         SELECT ${columns} FROM badges b JOIN companies c ON c.id = b.company_id WHERE b.account_id = $1
         ORDER BY b.state = 'waits' DESC, b.sent DESC, b.id LIMIT 10) o) AS badges
     FROM (SELECT 1) AS one LEFT JOIN letter_codes l ON l.account_id = $1 AND l.expires >= $2`,
    [account, today],
  );
  const { fault = null, waits = false, badges = [], reviewer = false } = rows[0] ?? {};
  return { letter: { waits, fault }, badges: badges.map(present), reviewer };
}

/** Takes a badge of an account back that waits, with its photo. False when there is none. */
export async function deleteBadge(db: Queryable, account: string, badge: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `DELETE FROM badges WHERE id = $1 AND account_id = $2 AND state = 'waits'`,
    [badge, account],
  );
  return rowCount === 1;
}

/** Refuses what was sent before a day and nobody decided on; the photos go with it. Returns the badges. */
export async function expireBadges(db: Queryable, before: string, today: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `WITH late AS (UPDATE badges SET state = 'refused', reason = 'expired', decided = $2
       WHERE state = 'waits' AND sent < $1 RETURNING id),
     gone AS (DELETE FROM badge_pictures WHERE badge_id IN (SELECT id FROM late))
     SELECT id FROM late`,
    [before, today],
  );
  return rows.map(({ id }) => id);
}

/** Of these badges those that wait. */
export async function findWaiting(db: Queryable, badges: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT id FROM badges WHERE id = ANY ($1::uuid[]) AND state = 'waits'`,
    [badges],
  );
  return new Set(rows.map(({ id }) => id));
}
