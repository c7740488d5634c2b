import type { Degree, MemberCard } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';

export interface CardRow {
  id: string;
  handle: string;
  name: string;
  headline: string;
  photo: Buffer | null;
  company: string | null;
  name_zh: string;
  name_en: string;
  current: boolean;
  degree: number | null;
}

/** Who reads: a member, or somebody who is not signed in. */
export interface Reader {
  readonly account: string | undefined;
  /** The present day, UTC. */
  readonly today: string;
}

/** The account does not sleep on its way out (leaving/): who sleeps is nowhere. An SQL expression, qualified as below. */
export const isAwake = (account: string): string =>
  `NOT EXISTS (SELECT FROM accounts AS asleep WHERE asleep.id = ${account} AND asleep.leaves IS NOT NULL)`;

/**
 * Whether a reader may meet a member at all, in whatever place: neither of the two blocked the other, the other is awake,
 * and to a visitor (null) their page is open. Below it each part, post and comment has its own audience. `reader` and
 * `other` are SQL expressions of account ids, qualified where the column is called `id` or `account_id`.
 */
export const isUnblocked = (reader: string, other: string): string =>
  `NOT EXISTS (SELECT FROM blocks WHERE (blocker_id = ${reader} AND blocked_id = ${other})
     OR (blocker_id = ${other} AND blocked_id = ${reader}))
   AND ${isAwake(other)}
   AND (${reader} IS NOT NULL
     OR EXISTS (SELECT FROM profiles AS open WHERE open.account_id = ${other} AND open.page = 'everyone'))`;

/** 0, 1 or 2 steps over connections, else null: SQL over two expressions of account ids. */
export const nearDegree = (reader: string, other: string): string => `CASE
  WHEN ${reader} = ${other} THEN 0
  WHEN EXISTS (SELECT FROM connections WHERE account_id = ${reader} AND other_id = ${other}) THEN 1
  WHEN EXISTS (SELECT FROM connections m JOIN connections n ON n.account_id = m.other_id
    WHERE m.account_id = ${reader} AND n.other_id = ${other} AND ${isAwake('m.other_id')}) THEN 2 END`;

/** Columns of a card but for `degree`; of accounts `a` and profiles `p`, with `employerOf` joined. */
export const cardColumns = `a.id, p.handle, a.name,
  CASE WHEN 'headline' = ANY (p.hidden_parts) THEN '' ELSE p.headline END AS headline,
  CASE WHEN 'photo' = ANY (p.hidden_parts) THEN NULL ELSE p.photo END AS photo,
  w.company_id AS company, w.name_zh, w.name_en, w.current`;

/** Joins as `w` the employer that a card shows. `account` and `today` are SQL expressions. */
export const employerOf = (account: string, today: string): string => `LEFT JOIN LATERAL (
  SELECT e.company_id, c.name_zh, c.name_en, e.expires >= ${today} AS current
  FROM employments e JOIN companies c ON c.id = e.company_id WHERE e.account_id = ${account}
  ORDER BY e.expires >= ${today} DESC, e.verified DESC, e.company_id LIMIT 1) w ON true`;

/**
 * The cards of these members as the reader sees them, by id; whom the reader may not meet is left out.
 * One statement.
 */
export async function readCards(
  db: Queryable,
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, MemberCard>> {
  const { rows } = await db.query<CardRow>({
    name: 'member-cards',
    text: `SELECT ${cardColumns}, ${nearDegree('$1::uuid', 'a.id')} AS degree
      FROM unnest($2::uuid[]) AS asked (id)
        JOIN accounts a ON a.id = asked.id
        JOIN profiles p ON p.account_id = a.id
        ${employerOf('a.id', '$3::date')}
      WHERE ${isUnblocked('$1::uuid', 'a.id')}`,
    values: [reader.account ?? null, ids, reader.today],
  });
  return new Map(rows.map((row) => [row.id, presentCard(row)]));
}

/** A row of `cardColumns` as it is shown. */
export function presentCard(row: CardRow): MemberCard {
  const { id, handle, name, headline, photo, company, degree } = row;
  const employer = company && {
    id: company,
    name: { zh: row.name_zh, en: row.name_en },
    standing: row.current ? ('current' as const) : ('former' as const),
  };
  return {
    ...{ id, handle, name, headline },
    photo: photo?.toString('base64url') ?? null,
    employer: employer || null,
    degree: degree as Degree,
  };
}
