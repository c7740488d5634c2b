import type { InboxItem } from '@teahouse/client';

/** What the inbox holds of one thread. */
export interface InboxGroup {
  readonly room: string;
  readonly thread: string;
  /** Newest day first. */
  readonly items: readonly InboxItem[];
  readonly unread: number;
  /** Of the newest item. */
  readonly day: string;
}

/** Items by thread: threads with something unread first, then those in which something was said last. */
export function groupsOf(items: readonly InboxItem[]): InboxGroup[] {
  const byThread = new Map<string, InboxItem[]>();
  for (const item of items) byThread.set(item.thread, [...(byThread.get(item.thread) ?? []), item]);
  const groups = [...byThread].map(([thread, found]): InboxGroup => {
    const days = found.map(({ day }) => day).sort();
    const unread = found.filter(({ read }) => !read).length;
    return { room: found[0]?.room ?? '', thread, items: found, unread, day: days.at(-1) ?? '' };
  });
  return groups.sort((a, b) => Number(b.unread > 0) - Number(a.unread > 0) || b.day.localeCompare(a.day));
}

/** Who spoke, each once, in the order of the items. */
export const speakersOf = ({ items }: InboxGroup): string[] => [
  ...new Set(items.map(({ pseudonym }) => pseudonym)),
];

/** How many of each kind. */
export const countsOf = ({ items }: InboxGroup) => ({
  replies: items.filter(({ kind }) => kind === 'reply').length,
  mentions: items.filter(({ kind }) => kind === 'mention').length,
  others: items.filter(({ kind }) => kind === 'thread').length,
});
