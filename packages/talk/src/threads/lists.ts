import { type ThreadSort, talkLimits } from '@teahouse/contract/talk';
import type { Queryable } from '@teahouse/kit/pool';
import { type ListedRow, type ListedThread, listedIn, readListed } from './listed.ts';

/** Slots of a day; the index of top lists is cut by it. */
const day = 288;
const windows = { day, week: 7 * day } as const;

/** Where a page of a list begins: below the thread with these. Lists run downwards by their sort, then by the random id. */
export type ListPlace =
  | { readonly sort: 'active' | 'new' | 'hot'; readonly key: number; readonly id: Uint8Array }
  | {
      readonly sort: 'day' | 'week';
      /** The first slot that counts: pages of one list are cut out of one stretch of time. */
      readonly since: number;
      readonly voices: number;
      readonly slot: number;
      readonly id: Uint8Array;
    };

const aboveAll = { key: 2 ** 31 - 1, id: Buffer.alloc(33, 0xff) };

/** Above every thread of a list as it is at `now`, a slot. */
export function listTop(sort: ThreadSort, now: number): ListPlace {
  if (sort !== 'day' && sort !== 'week') return { sort, ...aboveAll };
  const { key, id } = aboveAll;
  return { sort, since: now - windows[sort] + 1, voices: key, slot: key, id };
}

/** The place right below a thread, on a page that began at `page`. */
export function placeBelow(page: ListPlace, row: ListedThread): ListPlace {
  const { id, voices, slot } = row;
  if ('since' in page) return { sort: page.sort, since: page.since, voices, slot, id };
  return { sort: page.sort, key: row[keys[page.sort]], id };
}

const keys = { active: 'last_slot', new: 'slot', hot: 'heat' } as const;

/**
 * A whole page and the head of the next one, always: with the limit as a parameter Postgres thinks that it might be anything,
 * and plans the statement anew each time, for a third of its cost.
 */
const most = talkLimits.threadsPerPage + 1;

/**
 * At most `limit` (31 or less) threads of a room, or of all public rooms, from a place on downwards. One whose author took
 * it back before anyone answered is left out, and so is one that is held, hidden or removed.
 */
export async function listThreads(
  db: Queryable,
  room: string | undefined,
  from: ListPlace,
  limit: number,
): Promise<ListedThread[]> {
  const { text, values } = 'since' in from ? topOf(from) : inOrderOf(from);
  const of = room === undefined ? 'NOT t.inside' : `t.room_id = $${values.length + 1}`;
  const { rows } = await db.query<ListedRow>({
    name: `threads-${from.sort === 'week' ? 'day' : from.sort}${room === undefined ? '' : '-of-room'}`,
    text: listedIn(text(`${of} AND t.state = 0 AND NOT (t.deleted AND t.replies = 0)`)),
    values: [...values, ...(room === undefined ? [] : [room])],
  });
  return rows[0] ? readListed(rows[0]).slice(0, limit) : [];
}

interface Statement {
  readonly text: (where: string) => string;
  readonly values: readonly unknown[];
}

/** One stretch of one index. */
function inOrderOf({ sort, key, id }: Exclude<ListPlace, { since: number }>): Statement {
  const column = keys[sort];
  return {
    text: (where) => `SELECT t.* FROM threads t WHERE (t.${column}, t.id) < ($1, $2) AND ${where}
      ORDER BY t.${column} DESC, t.id DESC LIMIT ${most}`,
    values: [key, id],
  };
}

/**
 * The head of each day's list, eight days at most, and of those the best. The index has the days apart, each by voices; `+ 0`
 * keeps Postgres from gathering all of a week by age and sorting it. Each day is written out: a join that runs once a day is
 * more than Citus carries out over all rooms (decision 0037).
 */
function topOf({ since, voices, slot, id }: Extract<ListPlace, { since: number }>): Statement {
  const headOf = (n: number, where: string) => `(SELECT t.* FROM threads t
        WHERE t.slot / ${day} = $1::integer / ${day} + ${n} AND t.slot + 0 >= $1 AND (t.voices, t.slot, t.id) < ($2, $3, $4) AND ${where}
        ORDER BY t.voices DESC, t.slot DESC, t.id DESC LIMIT ${most})`;
  return {
    text: (where) => `SELECT best.* FROM (
        ${Array.from({ length: windows.week / day + 1 }, (_, n) => headOf(n, where)).join(' UNION ALL ')}) AS best
      ORDER BY best.voices DESC, best.slot DESC, best.id DESC LIMIT ${most}`,
    values: [since, voices, slot, id],
  };
}
