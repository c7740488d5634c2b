import type { ThreadPageOfRoom, ThreadView } from '@teahouse/contract/talk';
import type { Queryable } from '@teahouse/kit/pool';
import type { z } from 'zod';
import { refuse } from '../errors.ts';
import { cursorOf, placeOf } from './cursor.ts';
import { presentAlias, presentPost, presentThread } from './present.ts';
import { listThreads, readAliases, readPosts, readThread } from './store.ts';

/** A page of threads by last activity, of one room or of all. One statement. */
export async function pageOfThreads(
  db: Queryable,
  room: string | undefined,
  page: { before?: string | undefined; limit: number },
): Promise<z.input<typeof ThreadPageOfRoom>> {
  const rows = await listThreads(db, room, placeOf(page.before), page.limit + 1);
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return { threads: shown.map(presentThread), next: last ? cursorOf(last) : null };
}

/** A thread with a page of its posts and their aliases. Three statements. Throws `unknown-thread`. */
export async function viewThread(
  db: Queryable,
  room: string,
  thread: Uint8Array,
  page: { after: number; limit: number },
): Promise<z.input<typeof ThreadView>> {
  const row = await readThread(db, room, thread);
  if (!row) throw refuse('unknown-thread');
  const rows = await readPosts(db, room, thread, { after: page.after, limit: page.limit + 1 });
  const shown = rows.slice(0, page.limit);
  const speakers = new Map(shown.map((post) => [post.pseudonym.toString('hex'), post.pseudonym]));
  const aliases = await readAliases(db, room, thread, [...speakers.values()]);
  return {
    thread: presentThread(row),
    posts: shown.map((post) => presentPost(post, row)),
    aliases: aliases.map(presentAlias),
    next: rows.length > page.limit ? (shown.at(-1)?.seq ?? null) : null,
  };
}
