import { type Degree, membersLimits, type NetworkStanding, type Tie } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { isAwake } from '../people/cards.ts';

/** Of a member's connections so many are looked at. One with more is asked by key instead: see `shared`. */
const weighed = 5_000;
/** Connections of connections that are looked at for the third step. */
const thirdSteps = 50_000;
const counted = membersLimits.network.countedMax + 1;

export interface NearRow {
  degree: Degree;
  tie: Tie;
  note: string | null;
  following: boolean;
  mutuals: number;
  connections: number;
  followers: number;
}

/**
 * Parts of a statement that tells how far `other` is and how the two stand to each other; both are SQL expressions of account
 * ids that are worked out once. Everything starts from the shorter of the two lists of connections (`few`), and asks of the
 * other member (`far`) by key. What stands behind a later WHEN is worked out only when it is reached. docs/decisions/0019.
 */
export const nearParts = (reader: string, other: string) => ({
  with: `mine AS MATERIALIZED (SELECT other_id FROM connections WHERE account_id = ${reader} AND ${isAwake('other_id')} LIMIT ${weighed}),
  theirs AS MATERIALIZED (SELECT other_id FROM connections WHERE account_id = ${other} AND ${isAwake('other_id')} LIMIT ${weighed}),
  sizes AS MATERIALIZED (
    SELECT (SELECT count(*) FROM mine) AS mine, (SELECT count(*) FROM theirs) AS theirs),
  far AS MATERIALIZED (SELECT CASE WHEN mine <= theirs THEN ${other} ELSE ${reader} END AS id FROM sizes),
  few AS MATERIALIZED (
    SELECT other_id FROM mine WHERE (SELECT mine <= theirs FROM sizes)
    UNION ALL SELECT other_id FROM theirs WHERE (SELECT mine > theirs FROM sizes)),
  shared AS MATERIALIZED (SELECT count(*)::int AS n FROM few
    WHERE EXISTS (SELECT FROM connections c WHERE c.account_id = (SELECT id FROM far) AND c.other_id = few.other_id)),
  asked AS MATERIALIZED (SELECT from_id, note FROM connection_requests
    WHERE (from_id = ${reader} AND to_id = ${other} AND NOT withdrawn)
      OR (from_id = ${other} AND to_id = ${reader} AND NOT withdrawn AND declined IS NULL)),
  joined AS MATERIALIZED (
    SELECT EXISTS (SELECT FROM connections WHERE account_id = ${reader} AND other_id = ${other}) AS one)`,
  columns: `CASE
    WHEN ${reader} = ${other} THEN 0
    WHEN joined.one THEN 1
    WHEN shared.n > 0 THEN 2
    WHEN EXISTS (
      SELECT FROM (SELECT c.other_id FROM few CROSS JOIN LATERAL (
          SELECT other_id FROM connections WHERE account_id = few.other_id) c LIMIT ${thirdSteps}) step
        JOIN (SELECT other_id FROM connections WHERE account_id = (SELECT id FROM far) AND ${isAwake('other_id')}) end_of
          ON end_of.other_id = step.other_id) THEN 3
    END AS degree,
  CASE WHEN joined.one THEN 'connected'
    WHEN EXISTS (SELECT FROM asked WHERE from_id = ${reader}) THEN 'sent'
    WHEN EXISTS (SELECT FROM asked) THEN 'received'
    ELSE 'none' END AS tie,
  (SELECT note FROM asked WHERE from_id = ${other}) AS note,
  EXISTS (SELECT FROM follows WHERE follower_id = ${reader} AND followed_id = ${other}) AS following,
  CASE WHEN ${reader} = ${other} THEN 0 ELSE shared.n END AS mutuals,
  least(sizes.theirs, ${counted})::int AS connections,
  (SELECT count(*)::int FROM (SELECT FROM follows WHERE followed_id = ${other} AND ${isAwake('follower_id')} LIMIT ${counted}) f) AS followers`,
  from: 'shared, sizes, joined',
});

const parts = nearParts('$1::uuid', '$2::uuid');
const text = `WITH ${parts.with} SELECT ${parts.columns} FROM ${parts.from}`;

/** What a row of these columns says. */
export function presentNear({ degree, tie, note, following, mutuals, connections, followers }: NearRow): {
  degree: Degree;
  standing: NetworkStanding;
} {
  return { degree, standing: { tie, note, following, mutuals, connections, followers } };
}

/** How far a member is, to three steps, and how the two stand to each other. One statement. */
export async function readNear(
  db: Queryable,
  reader: string,
  other: string,
): Promise<{ degree: Degree; standing: NetworkStanding }> {
  const { rows } = await db.query<NearRow>({ name: 'near', text, values: [reader, other] });
  const [row] = rows;
  if (!row) throw new TypeError('one row always comes back');
  return presentNear(row);
}
