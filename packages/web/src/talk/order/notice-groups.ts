import type { OwnNotice } from '@teahouse/client';
import type { DecisionAction } from '@teahouse/contract/talk';

/** What was decided about one own post, in the order in which it happened. */
export interface NoticeGroup {
  readonly post: string;
  readonly room: string;
  readonly thread: string;
  /** Oldest first. */
  readonly notices: readonly OwnNotice[];
  readonly unread: number;
  /** Of the newest notice. */
  readonly day: string;
}

/** The files tell no more than the day: within one, the program and reports come before people, answers last. */
const rank = (action: DecisionAction): number =>
  action === 'hold' || action === 'hide' ? 0 : action === 'restore' || action === 'uphold' ? 2 : 1;

const inOrder = (a: OwnNotice, b: OwnNotice) => a.day.localeCompare(b.day) || rank(a.action) - rank(b.action);

/** Notices by post: those with something unread first, then those about which something was decided last. */
export function noticeGroups(notices: readonly OwnNotice[]): NoticeGroup[] {
  const byPost = new Map<string, OwnNotice[]>();
  for (const notice of notices) {
    const { post } = notice;
    byPost.set(post, [...(byPost.get(post) ?? []), notice]);
  }
  const groups = [...byPost].map(([post, found]): NoticeGroup => {
    const sorted = [...found].sort(inOrder);
    const last = sorted.at(-1)!;
    const unread = sorted.filter(({ read }) => !read).length;
    return { post, room: last.room, thread: last.thread, notices: sorted, unread, day: last.day };
  });
  return groups.sort((a, b) => Number(b.unread > 0) - Number(a.unread > 0) || b.day.localeCompare(a.day));
}

const answers = { restore: 'granted', uphold: 'refused' } as const;

/**
 * What became of the appeal against a decision. A file of a past day is not read again, so the answer is known by its own
 * notice. `sent`: whether this device sent one.
 */
export function appealOf(
  notice: OwnNotice,
  sent: boolean,
  all: readonly OwnNotice[],
): NonNullable<OwnNotice['appeal']> | null {
  const { appeal, post, day } = notice;
  const stands = appeal ?? (sent ? 'open' : null);
  if (stands !== 'open') return stands;
  const answer = all.find((one) => one.post === post && one.day >= day && Object.hasOwn(answers, one.action));
  return answer ? answers[answer.action as keyof typeof answers] : 'open';
}

/** Whether its author can still appeal against a decision today (a UTC day such as `2026-11-22`). */
export const canAppeal = (
  { appealUntil, appeal }: Pick<OwnNotice, 'appealUntil' | 'appeal'>,
  today: string,
): boolean => appealUntil !== null && appeal === null && today <= appealUntil;
