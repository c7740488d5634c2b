import type { DatedPost, InboxItem, InboxState, OwnPost } from './types.ts';

/** What the device holds at most. An author with seven tokens a week needs years to fill it. */
export const inboxLimits = { items: 500, own: 5_000, seen: 1_000, muted: 500 } as const;

const newest = <T>(list: readonly T[], most: number): readonly T[] => list.slice(-most);

/** Own pseudonym by thread. */
export type OwnAliases = ReadonlyMap<string, string>;

/** Rows of threads in which this device wears a mask; nothing else of a file can be of interest to it. */
export const inOwnThreads = (rows: readonly DatedPost[], own: OwnAliases): DatedPost[] =>
  rows.filter(({ thread }) => own.has(thread));

interface Known {
  readonly aliases: OwnAliases;
  readonly posts: ReadonlySet<string>;
  readonly opened: ReadonlySet<string>;
  readonly seen: ReadonlySet<string>;
}

function itemOf(row: DatedPost, known: Known): InboxItem | undefined {
  const { id, room, thread, pseudonym, day, parent } = row;
  const mine = known.aliases.get(thread);
  if (mine === undefined || pseudonym === mine) return undefined;
  const about = { id, room, thread, pseudonym, day, read: known.seen.has(id) };
  // Of several reasons the most personal one: a post is in the inbox once.
  if (parent !== null && known.posts.has(parent)) return { kind: 'reply', ...about, answers: parent };
  if (row.mentions.includes(mine)) return { kind: 'mention', ...about };
  return known.opened.has(thread) ? { kind: 'thread', ...about } : undefined;
}

/** Joined with what came before, each id once; the newer days last. Within a day the files have no order to keep. */
function joined(before: readonly InboxItem[], found: readonly InboxItem[]): InboxItem[] {
  const known = new Set(before.map(({ id }) => id));
  return [...before, ...found.filter(({ id }) => !known.has(id))].sort((a, b) => a.day.localeCompare(b.day));
}

/**
 * The state with what the files tell. All rows of one look at once: within a day the answer may stand before what it
 * answers. The same rows again change nothing.
 */
export function withRows(state: InboxState, rows: readonly DatedPost[], aliases: OwnAliases): InboxState {
  const known = new Set(state.own.map(({ id }) => id));
  const fresh: OwnPost[] = rows
    .filter(({ id, thread, pseudonym }) => aliases.get(thread) === pseudonym && !known.has(id))
    .map(({ id, thread, parent }) => ({ id, thread, opens: parent === null }));
  const own = newest([...state.own, ...fresh], inboxLimits.own);
  const all: Known = {
    aliases,
    posts: new Set(own.map(({ id }) => id)),
    opened: new Set(own.filter(({ opens }) => opens).map(({ thread }) => thread)),
    seen: new Set(state.seen),
  };
  const found = rows.flatMap((row) => itemOf(row, all) ?? []);
  const items = newest(joined(state.items, found), inboxLimits.items);
  const told = new Set(found.map(({ id }) => id));
  return { ...state, own, items, seen: state.seen.filter((id) => !told.has(id)) };
}

/** With these items read; all of them where none are named. */
export const withRead = (state: InboxState, isRead: (item: InboxItem) => boolean): InboxState => ({
  ...state,
  items: state.items.map((item) => (!item.read && isRead(item) ? { ...item, read: true } : item)),
});

/** With posts that were on the screen: their items are read, and those that no file has told of yet will be. */
export function withSeen(state: InboxState, thread: string, posts: readonly string[]): InboxState {
  const shown = new Set(posts);
  const known = new Set([...state.seen, ...state.items.map(({ id }) => id)]);
  const ahead = posts.filter((id) => !known.has(id));
  const read = withRead(state, (item) => item.thread === thread && shown.has(item.id));
  return { ...read, seen: newest([...state.seen, ...ahead], inboxLimits.seen) };
}

/** With a thread muted, or no longer. */
export function withMuted(
  state: InboxState,
  where: { readonly room: string; readonly thread: string },
  muted: boolean,
): InboxState {
  const others = state.muted.filter(({ thread }) => thread !== where.thread);
  return { ...state, muted: newest(muted ? [...others, where] : others, inboxLimits.muted) };
}
