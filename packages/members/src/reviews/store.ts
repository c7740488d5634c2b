import type { Review } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';

interface ReviewRow extends Omit<Review, 'company' | 'barred'> {
  company: string;
  name_zh: string;
  name_en: string;
  own: boolean;
  colleague: boolean;
}
/** Why a reviewer ($1) may not decide: whoever works or worked there may know the member. */
const barring = `b.account_id = $1 AS own,
  EXISTS (SELECT FROM employments e WHERE e.account_id = $1 AND e.company_id = b.company_id) AS colleague`;

function present({ own, colleague, company, name_zh: zh, name_en: en, ...row }: ReviewRow): Review {
  const barred = own ? 'own' : colleague ? 'colleague' : null;
  const member = barred === 'colleague' ? null : row.member;
  return { ...row, member, barred, company: { id: company, name: { zh, en } } };
}

export interface Place {
  day: string;
  id: string;
}

/** Badges that wait, oldest first; or those decided, newest first, which name no member any more. One statement. */
export async function listReviews(
  db: Queryable,
  i: { reviewer: string; state: 'waits' | 'decided'; after: Place | undefined; most: number },
): Promise<Review[]> {
  const waits = i.state === 'waits';
  const { rows } = await db.query<ReviewRow>(
    `SELECT b.id, b.company_id AS company, c.name_zh, c.name_en, b.sent::text AS sent, b.state, b.reason, b.words,
       b.decided::text AS decided,
       ${waits ? 'a.name' : 'NULL'} AS member, r.name AS by, ${barring}
     FROM badges b JOIN companies c ON c.id = b.company_id JOIN accounts a ON a.id = b.account_id
       LEFT JOIN accounts r ON r.id = b.decided_by
     WHERE b.state ${waits ? '=' : '<>'} 'waits'
       AND ($2::date IS NULL OR (${waits ? 'b.sent, b.id) >' : 'b.decided, b.id) <'} ($2, $3::uuid))
     ORDER BY ${waits ? 'b.sent, b.id' : 'b.decided DESC, b.id DESC'} LIMIT $4`,
    [i.reviewer, i.after?.day ?? null, i.after?.id ?? null, i.most],
  );
  return rows.map(present);
}

export interface OpenReview {
  account: string;
  company: string;
  own: boolean;
  colleague: boolean;
  sealed: Buffer | null;
}

/** A badge that waits; with its sealed photo where that is asked for. */
export async function findReview(
  db: Queryable,
  i: { badge: string; reviewer: string; photo: boolean },
): Promise<OpenReview | undefined> {
  const { rows } = await db.query<OpenReview>(
    `SELECT b.account_id AS account, b.company_id AS company, ${barring},
       ${i.photo ? '(SELECT sealed FROM badge_pictures WHERE badge_id = b.id)' : 'NULL'} AS sealed
     FROM badges b WHERE b.id = $2 AND b.state = 'waits'`,
    [i.reviewer, i.badge],
  );
  return rows[0];
}

/** Writes the decision and deletes the photo, in one statement. False when somebody else was faster. */
export async function writeDecision(
  db: Queryable,
  i: {
    badge: string;
    reviewer: string;
    state: 'accepted' | 'refused';
    reason: string | null;
    words: string;
    today: string;
  },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `WITH decided AS (UPDATE badges SET state = $3, reason = $4, words = $5, decided = $6, decided_by = $2
       WHERE id = $1 AND state = 'waits' RETURNING id),
     gone AS (DELETE FROM badge_pictures WHERE badge_id IN (SELECT id FROM decided))
     SELECT FROM decided`,
    [i.badge, i.reviewer, i.state, i.reason, i.words, i.today],
  );
  return rowCount === 1;
}
