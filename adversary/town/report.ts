import { houseRules } from '@teahouse/protocol';
import type { Resident } from './resident.ts';
import type { Stage } from './stage.ts';

/** What people write where order is kept: marked words, or any; and how often they report. */
export interface OrderWords {
  readonly report: string;
  readonly note: string;
  readonly decision: string;
  readonly appeal: string;
  /** Beside a post, how likely its author reports another one of the same room; `usualReports` where it is not told. */
  readonly reports?: number;
}
export const anyWords: OrderWords = {
  report: 'I do not think that this belongs here.',
  note: 'Have a look at the whole thread.',
  decision: 'The rules of the house, second paragraph.',
  appeal: 'It was meant as a joke, and taken so.',
};

const usualReports = 0.15;

/** Reports one of the newest posts of a room, where order is kept at all. */
export async function reportSomething(stage: Stage, { client }: Resident, room: string): Promise<void> {
  const { dice, threads, order, hooks } = stage;
  const newest = (threads.get(room) ?? []).slice(-8);
  if (!order || newest.length === 0 || !dice.chance(order.reports ?? usualReports)) return;
  const { id: thread, posts } = dice.pick(newest);
  const target = dice.pick(posts);
  const about = { room, thread, target, now: hooks.insists ?? false } as const;
  await client.outbox.add({ kind: 'report', ...about, rule: dice.pick(houseRules), text: order.report });
}
