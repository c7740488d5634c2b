import { randomUUID } from 'node:crypto';
import { type Decision, type HouseRule, ThreadView } from '@teahouse/contract/talk';
import { withTransaction } from '@teahouse/kit/pool';
import {
  answerAppeal,
  applyDecision,
  type DecisionPlan,
  presentDecision,
  settledSlot,
  undoDecision,
} from '../order/index.ts';
import { bytesOf, slotNumber } from '../wire.ts';
import { call } from './holder.ts';
import type { Town } from './town.ts';
import type { PostAt } from './votes.ts';

/** Somebody at the desk, without the desk: decides and takes back as its routes do. */
export function decider(town: Town) {
  const staff = randomUUID();
  const other = randomUUID();
  let limit = 0;
  // Each address is asked once: no answer is one that the cache has from before.
  const fresh = () => `limit=${(limit++ % 25) + 5}`;
  return {
    /** A query that nobody asked of late. */
    fresh,
    view: async ({ room, thread }: PostAt) =>
      ThreadView.parse((await call(town, 'GET', `/rooms/${room}/threads/${thread}?${fresh()}`)).body),
    staff,
    /** Somebody else there. */
    other,
    async decide(
      at: PostAt,
      action: DecisionPlan['action'],
      more: Partial<DecisionPlan> & { rule?: HouseRule } = {},
    ): Promise<Decision> {
      const about = { room: at.room, post: bytesOf(at.id), slot: slotNumber(town.clock.now()) };
      const why = { rule: 'other', words: 'Because of the rules.', by: 'moderator', staff } as const;
      const row = await withTransaction(town.db.pool, (tx) =>
        applyDecision(tx, { ...about, ...why, action, ...more }),
      );
      return presentDecision(row);
    },
    /** Answers an appeal, as somebody who did not decide. */
    async answer(at: PostAt, decision: string, grant: boolean, by?: string): Promise<Decision> {
      const about = { room: at.room, decision: bytesOf(decision), slot: slotNumber(town.clock.now()) };
      const said = { grant, words: 'Looked at again.', by: 'senior', staff: by ?? other } as const;
      return presentDecision(
        await withTransaction(town.db.pool, (tx) => answerAppeal(tx, { ...about, ...said })),
      );
    },
    undo(at: PostAt, decision: string, i: { staff?: string } = {}): Promise<void> {
      const about = { room: at.room, post: bytesOf(at.id), decision: bytesOf(decision) };
      const settled = settledSlot(town.clock.now());
      return withTransaction(town.db.pool, (tx) => undoDecision(tx, { staff, ...about, settled, ...i }));
    },
  };
}
