import type { Queryable } from '@teahouse/kit/pool';
import { isAwake, isUnblocked } from '../people/cards.ts';

/* Lists of the network, a page each: by day and member, or by member, whose id is random. Nothing finer orders them. */

/** Where a list goes on, as the contract's cursors have it. */
interface DayPlace {
  day: string;
  id: string;
}
export const readDayCursor = (cursor: string | undefined): DayPlace | undefined => {
  if (cursor === undefined) return undefined;
  const [day = '', id = ''] = cursor.split('.');
  return { day, id };
};
export const dayCursor = ({ day, id }: DayPlace): string => `${day}.${id}`;

/** A page and whether there is more: one row more than its size was asked for. */
export function pageOf<T>(rows: T[], size: number): { rows: T[]; last: T | undefined } {
  const more = rows.length > size;
  const page = more ? rows.slice(0, size) : rows;
  return { rows: page, last: more ? page.at(-1) : undefined };
}

const beyond = (day: string, id: string) => `($2::date IS NULL OR (${day}, ${id}) < ($2::date, $3::uuid))`;

export interface RequestListed extends DayPlace {
  note: string;
}

/** Requests that wait for the member's answer, or for the others'; a declined one is still waited for. */
export async function listRequests(
  db: Queryable,
  i: { account: string; side: 'received' | 'sent'; after: DayPlace | undefined; most: number },
): Promise<RequestListed[]> {
  const [own, other, hidden] =
    i.side === 'received' ? ['to_id', 'from_id', 'AND declined IS NULL'] : ['from_id', 'to_id', ''];
  const { rows } = await db.query<RequestListed>(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day, ${other} AS id, note FROM connection_requests
     WHERE ${own} = $1 AND NOT withdrawn ${hidden} AND ${beyond('day', other)} AND ${isAwake(other)}
     ORDER BY connection_requests.day DESC, ${other} DESC LIMIT $4`,
    [i.account, i.after?.day ?? null, i.after?.id ?? null, i.most],
  );
  return rows;
}

/** Connections of a member, the latest day first; with `q`, those whose name holds it. */
export async function listConnections(
  db: Queryable,
  i: { account: string; q: string; after: DayPlace | undefined; most: number },
): Promise<DayPlace[]> {
  const { rows } = await db.query<DayPlace>(
    `SELECT to_char(c.since, 'YYYY-MM-DD') AS day, c.other_id AS id FROM connections c
     WHERE c.account_id = $1 AND ${beyond('c.since', 'c.other_id')} AND ${isAwake('c.other_id')}
       AND ($5 = '' OR EXISTS (SELECT FROM accounts a WHERE a.id = c.other_id AND a.name ILIKE $5))
     ORDER BY c.since DESC, c.other_id DESC LIMIT $4`,
    [i.account, i.after?.day ?? null, i.after?.id ?? null, i.most, holding(i.q)],
  );
  return rows;
}

const holding = (q: string) => (q === '' ? '' : `%${q.replace(/[\\%_]/g, '\\$&')}%`);

interface IdListed {
  id: string;
}

/** Connections that both have. */
export async function listMutuals(
  db: Queryable,
  i: { account: string; other: string; after: string | undefined; most: number },
): Promise<IdListed[]> {
  const { rows } = await db.query<IdListed>(
    `SELECT m.other_id AS id FROM connections m JOIN connections n ON n.other_id = m.other_id
     WHERE m.account_id = $1 AND n.account_id = $2 AND ($3::uuid IS NULL OR m.other_id > $3)
       AND ${isUnblocked('$1::uuid', '$2::uuid')} AND ${isAwake('m.other_id')}
     ORDER BY m.other_id LIMIT $4`,
    [i.account, i.other, i.after ?? null, i.most],
  );
  return rows;
}

/** Who follows a member, or whom the member follows. */
export async function listFollows(
  db: Queryable,
  i: { account: string; side: 'followers' | 'following'; after: string | undefined; most: number },
): Promise<IdListed[]> {
  const [own, other] =
    i.side === 'followers' ? ['followed_id', 'follower_id'] : ['follower_id', 'followed_id'];
  const { rows } = await db.query<IdListed>(
    `SELECT ${other} AS id FROM follows WHERE ${own} = $1 AND ($2::uuid IS NULL OR ${other} > $2)
       AND ${isAwake(other)}
     ORDER BY ${other} LIMIT $3`,
    [i.account, i.after ?? null, i.most],
  );
  return rows;
}

export async function listBlocks(
  db: Queryable,
  i: { account: string; after: string | undefined; most: number },
): Promise<(IdListed & { name: string })[]> {
  const { rows } = await db.query<IdListed & { name: string }>(
    `SELECT b.blocked_id AS id, a.name FROM blocks b JOIN accounts a ON a.id = b.blocked_id
     WHERE b.blocker_id = $1 AND a.leaves IS NULL AND ($2::uuid IS NULL OR b.blocked_id > $2) ORDER BY b.blocked_id LIMIT $3`,
    [i.account, i.after ?? null, i.most],
  );
  return rows;
}
