import type { Case, Note, Report } from '@teahouse/contract/desk';
import { type Decision, HouseRule, type Post, type ThreadSummary } from '@teahouse/contract/talk';
import type { z } from 'zod';
import { readAttached } from '../../acts/attached.ts';
import { excerptOf } from '../../acts/excerpt.ts';
import { type DecisionRow, presentDecision, settledSlot, stateName, stateOf } from '../../order/index.ts';
import { presentPost, presentThread } from '../../threads/present.ts';
import type { PostRow, ThreadRow } from '../../threads/store.ts';
import { slotText, textOf } from '../../wire.ts';
import { reasonsOf } from './reasons.ts';
import type { CaseRow, NoteRow, ReportRow } from './store.ts';

/** A day is fine enough for a desk. */
export const dayOfSlot = (slot: number): string => slotText(slot).slice(0, 10);

/** The first words of a post, its title before them. */
export const wordsOf = ({ title, text }: { title: string | null; text: string | null }): string =>
  excerptOf([title, text].filter((part) => part !== null).join('\n'));

export function presentCase(row: CaseRow): Case {
  const { assignee, assignee_name } = row;
  return {
    room: row.room_id,
    thread: textOf(row.thread_id),
    post: textOf(row.post_id),
    state: stateName(row.state),
    work: row.open ? 'open' : 'decided',
    priority: row.priority,
    reasons: reasonsOf(row),
    reports: row.reports,
    appeal: row.appealed,
    excerpt: wordsOf(row),
    pictures: readAttached(row.attached).pictures?.length ?? 0,
    assignee: assignee === null || assignee_name === null ? null : { id: assignee, name: assignee_name },
    day: dayOfSlot(row.slot),
  };
}

const asIfShown = { state: stateOf.shown };

/** With its words, also where others do not see them. */
export function presentThreadForStaff(row: ThreadRow): ThreadSummary {
  return { ...presentThread({ ...row, ...asIfShown }), order: presentThread(row).order };
}

export function presentPostForStaff(row: PostRow, thread: ThreadRow): Post {
  return { ...presentPost({ ...row, ...asIfShown }, thread), order: presentPost(row, thread).order };
}

export const presentNote = ({ name, words, slot }: NoteRow): z.infer<typeof Note> => ({
  name,
  words,
  day: dayOfSlot(slot),
});

export const presentReport = ({ rule, words, slot, answer }: ReportRow): z.infer<typeof Report> => ({
  rule: HouseRule.parse(HouseRule.options[rule]),
  words: words ?? '',
  day: dayOfSlot(slot),
  answer,
});

/** `mine`: whoever asks took it, and may take it back still. */
export function presentDecisionFor(row: DecisionRow, me: string, now: Date): Decision & { mine: boolean } {
  const isUnpublished = row.log_index === null && row.slot >= settledSlot(now);
  return { ...presentDecision(row), mine: row.staff === me && isUnpublished };
}
