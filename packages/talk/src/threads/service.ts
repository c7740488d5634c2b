import type { ThreadPageOfRoom, ThreadSort, ThreadView } from '@teahouse/contract/talk';
import type { Queryable } from '@teahouse/kit/pool';
import type { z } from 'zod';
import { refuse } from '../errors.ts';
import { bytesOf, textOf } from '../wire.ts';
import { cursorOf, placeOf } from './cursor.ts';
import { listThreads, placeBelow } from './lists.ts';
import { presentAlias, presentPost, presentThread } from './present.ts';
import { type PostPlace, type PostRow, readAliases, readPosts, readThread } from './store.ts';

/** A page of threads in the order asked for, of one room or of all public ones. `now` is a slot. One statement. */
export async function pageOfThreads(
  db: Queryable,
  room: string | undefined,
  page: { sort: ThreadSort; before?: string | undefined; limit: number },
  now: number,
): Promise<z.input<typeof ThreadPageOfRoom>> {
  const from = placeOf(page.sort, page.before, now);
  const rows = await listThreads(db, room, from, page.limit + 1);
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return { threads: shown.map(presentThread), next: last ? cursorOf(placeBelow(from, last)) : null };
}

/** A thread with a page of its posts and their aliases. Three statements. Throws `unknown-thread`, `unknown-post`. */
export async function viewThread(
  db: Queryable,
  room: string,
  thread: Uint8Array,
  {
    limit,
    ...place
  }: { after?: number | undefined; before?: number | undefined; around?: string | undefined; limit: number },
): Promise<z.input<typeof ThreadView>> {
  const row = await readThread(db, room, thread);
  if (!row) throw refuse('unknown-thread');
  const shown = await readPosts(db, room, thread, placeIn(place), limit);
  if (place.around !== undefined && !shown.some(({ id }) => textOf(id) === place.around)) {
    throw refuse('unknown-post');
  }
  const speakers = new Map(shown.map((post) => [post.pseudonym.toString('hex'), post.pseudonym]));
  const aliases = await readAliases(db, room, thread, [...speakers.values()]);
  return {
    thread: presentThread(row),
    posts: shown.map((post) => presentPost(post, row)),
    aliases: aliases.map(presentAlias),
    ...neighbours(shown, row.replies),
  };
}

function placeIn(place: {
  after?: number | undefined;
  before?: number | undefined;
  around?: string | undefined;
}): PostPlace {
  if (place.around !== undefined) return { around: bytesOf(place.around) };
  return place.before === undefined ? { after: place.after ?? -1 } : { before: place.before };
}

/** Where the pages above and below begin. Places run from 0 to the number of replies without a gap. */
function neighbours(
  shown: readonly PostRow[],
  replies: number,
): { next: number | null; previous: number | null } {
  const [one, two] = shown;
  // Around a post the first one comes along, from above a gap.
  const first = (one?.seq === 0 && two && two.seq > 1 ? two : one)?.seq ?? 0;
  const last = shown.at(-1)?.seq ?? replies;
  return { next: last < replies ? last : null, previous: first > 0 ? first : null };
}
