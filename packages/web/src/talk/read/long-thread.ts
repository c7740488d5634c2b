import type { ThreadView } from '@teahouse/contract/talk';
import { talk } from './api.ts';
import type { ThreadAddress } from './readings.ts';

/** Threads of up to so many replies are read whole, and nest; longer ones stand in the order of time. */
export const wholeReplies = 299;
/** Posts of a long thread that stay on the page; what is farther away is read again when it is scrolled to. */
export const mostPosts = 1000;

export const isLong = ({ thread }: ThreadView): boolean => thread.replies > wholeReplies;

type Place = { readonly after: number } | { readonly before: number } | { readonly around: string };

const readPage = ({ room, thread }: ThreadAddress, query: Place): Promise<ThreadView> =>
  talk.thread({ params: { room, thread }, query });

const seqs = ({ posts }: ThreadView) => posts.filter(({ seq }) => seq > 0).map(({ seq }) => seq);

/** Two parts of a thread that lie beside each other as one, in order, each post and alias once; `late` was read later. */
export function joined(early: ThreadView, late: ThreadView): ThreadView {
  const posts = new Map([...early.posts, ...late.posts].map((post) => [post.id, post]));
  const aliases = new Map([...early.aliases, ...late.aliases].map((alias) => [alias.pseudonym, alias]));
  const [above, below] = [seqs(early), seqs(late)];
  // A page without posts lies at the end: nothing is below it.
  const isBelow = below.length === 0 || Math.max(...below) >= Math.max(...above);
  const isAbove = below.length > 0 && Math.min(...below) <= Math.min(...above);
  return {
    thread: late.thread,
    posts: [...posts.values()].sort((a, b) => a.seq - b.seq),
    aliases: [...aliases.values()],
    next: isBelow ? late.next : early.next,
    previous: isAbove ? late.previous : early.previous,
  };
}

/** At most `mostPosts` of a thread: the first one, and those at the end that somebody reads. */
export function trimmed(view: ThreadView, keep: 'top' | 'bottom'): ThreadView {
  const [first, ...rest] = view.posts;
  if (!first || rest.length < mostPosts) return view;
  if (keep === 'top') {
    const posts = rest.slice(0, mostPosts - 1);
    return { ...view, posts: [first, ...posts], next: posts.at(-1)?.seq ?? view.next };
  }
  const posts = rest.slice(1 - mostPosts);
  return { ...view, posts: [first, ...posts], previous: posts[0]?.seq ?? view.previous };
}

/** A thread as it opens: whole where it is short; else its beginning, or the part that was open before. */
export async function readThread(address: ThreadAddress, before?: ThreadView): Promise<ThreadView> {
  let view = await readPage(address, { after: -1 });
  const open = before && isLong(before) ? seqs(before) : [];
  const last = isLong(view) ? Math.max(0, ...open) : Number.POSITIVE_INFINITY;
  if (isLong(view) && Math.min(...open) > (view.next ?? 0)) {
    view = await beginAt(address, view, Math.min(...open));
  }
  while (view.next !== null && view.next < last)
    view = joined(view, await readPage(address, { after: view.next }));
  return view;
}

/** The first post, and the page that begins at a place. */
async function beginAt(address: ThreadAddress, start: ThreadView, seq: number): Promise<ThreadView> {
  const page = await readPage(address, { after: seq - 1 });
  return withFirst(page, start);
}

/** A page somewhere in a thread with the thread's first post, which every page shows. */
function withFirst(page: ThreadView, start: ThreadView): ThreadView {
  const [first] = start.posts;
  if (!first || page.posts.some(({ seq }) => seq === 0)) return page;
  const speaker = start.aliases.filter(({ pseudonym }) => pseudonym === first.pseudonym);
  const others = page.aliases.filter(({ pseudonym }) => pseudonym !== first.pseudonym);
  return { ...page, posts: [first, ...page.posts], aliases: [...speaker, ...others] };
}

/** Reads the page below what is on the page, and puts it there, whatever came meanwhile. */
export async function pageBelow(
  address: ThreadAddress,
  view: ThreadView,
): Promise<(now: ThreadView) => ThreadView> {
  const page = await readPage(address, { after: view.next ?? view.thread.replies });
  return (now) => trimmed(joined(now, page), 'bottom');
}

/** The same of the page above. */
export async function pageAbove(
  address: ThreadAddress,
  view: ThreadView,
): Promise<(now: ThreadView) => ThreadView> {
  const page = await readPage(address, { before: view.previous ?? 0 });
  return (now) => trimmed(joined(now, page), 'top');
}

/** Another part of the thread: around a post, or its end. Throws `unknown-post`. */
export async function elsewhere(
  address: ThreadAddress,
  view: ThreadView,
  place: { readonly around: string } | 'newest',
): Promise<ThreadView> {
  const query = place === 'newest' ? { before: view.thread.replies + 1 } : place;
  return withFirst(await readPage(address, query), view);
}
