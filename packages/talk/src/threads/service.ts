import type { ThreadSort } from '@teahouse/contract/talk';
import type { Queryable } from '@teahouse/kit/pool';
import { refuse } from '../errors.ts';
import { ReadyJson } from '../ready-json.ts';
import { bytesOf, textOf } from '../wire.ts';
import { cursorOf, placeOf } from './cursor.ts';
import { listThreads, placeBelow } from './lists.ts';
import { type PostPlace, readPage, type ThreadPage } from './page.ts';
import { withCounts } from './piece.ts';
import { presentThread } from './present.ts';

/** A page of threads (a `ThreadPageOfRoom`) in the order asked for, of one room or of all public ones. `now` is a slot. One statement. */
export async function pageOfThreads(
  db: Queryable,
  room: string | undefined,
  page: { sort: ThreadSort; before?: string | undefined; limit: number },
  now: number,
): Promise<ReadyJson> {
  const from = placeOf(page.sort, page.before, now);
  const rows = await listThreads(db, room, from, page.limit + 1);
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  const next = last ? cursorOf(placeBelow(from, last)) : null;
  return new ReadyJson(
    `{"threads":[${shown.map(({ json }) => json).join()}],"next":${JSON.stringify(next)}}`,
  );
}

/** A thread with a page of its posts and their aliases: a `ThreadView`. One statement. Throws `unknown-thread`, `unknown-post`. */
export async function viewThread(
  db: Queryable,
  room: string,
  thread: Uint8Array,
  {
    limit,
    ...place
  }: { after?: number | undefined; before?: number | undefined; around?: string | undefined; limit: number },
): Promise<ReadyJson> {
  const page = await readPage(db, { room, thread, place: placeIn(place), limit });
  if (!page) throw refuse('unknown-thread');
  const posts = page.posts.map(({ seq, shown }) => {
    const counts = page.counts.get(seq);
    return counts ? withCounts(shown, counts) : shown;
  });
  // A piece begins with the id of its post.
  if (place.around !== undefined && !posts.some((post) => post.startsWith(`{"id":"${place.around}"`))) {
    throw refuse('unknown-post');
  }
  const aliases = page.aliases.map(
    ({ pseudonym, publicKey, label }) =>
      `{"pseudonym":"${textOf(pseudonym)}","label":${label},"publicKey":"${textOf(publicKey)}"}`,
  );
  const { next, previous } = neighbours(page);
  return new ReadyJson(
    `{"thread":${JSON.stringify(presentThread(page.thread))},"posts":[${posts.join()}],"aliases":[${aliases.join()}],"next":${next},"previous":${previous}}`,
  );
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
function neighbours({ posts, thread: { replies } }: ThreadPage): {
  next: number | null;
  previous: number | null;
} {
  const [one, two] = posts;
  // Around a post the first one comes along, from above a gap.
  const first = (one?.seq === 0 && two && two.seq > 1 ? two : one)?.seq ?? 0;
  const last = posts.at(-1)?.seq ?? replies;
  return { next: last < replies ? last : null, previous: first > 0 ? first : null };
}
