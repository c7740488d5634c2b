import { randomBytes } from 'node:crypto';
import type { Queryable } from '@teahouse/kit/pool';
import { writeAnswer } from './appeal-store.ts';
import { tellBanned } from './banned.ts';
import { type By, type DecisionRow, holdDecision, insertDecision } from './decision-store.ts';
import { unfit } from './faults.ts';
import { readOrderGround } from './ground.ts';
import { settle } from './settle.ts';
import { partsOf, reversalOf, stateOf } from './standing.ts';

/** How an appeal is answered, and by whom. */
export interface AnswerPlan {
  readonly room: string;
  /** The decision that was appealed against. */
  readonly decision: Uint8Array;
  readonly grant: boolean;
  readonly words: string;
  readonly by: By;
  /** Id of whoever answers; never who decided. */
  readonly staff: string;
  /** The present slot. */
  readonly slot: number;
}

/**
 * Answers an author's appeal with a decision of its own, `restore` or `uphold`, under the same rule; in a transaction of the
 * caller's, at most eight statements. Restoring gives back the post and its tokens. After the commit the caller drops what
 * the public cache has of the room. Throws `decision-unknown`, `appeal-own`, `appeal-answered`.
 */
export async function answerAppeal(tx: Queryable, plan: AnswerPlan): Promise<DecisionRow> {
  const { room } = plan;
  const against = await holdDecision(tx, room, plan.decision);
  if (!against?.appeal) throw unfit('decision-unknown');
  if (against.appeal !== 'open') throw unfit('appeal-answered');
  if (against.staff === plan.staff) throw unfit('appeal-own');
  const at = { room, post: against.post_id };
  const ground = await readOrderGround(tx, room, against.post_id);
  if (!ground) throw unfit('decision-unknown');
  const reversal = plan.grant ? reversalOf(against.action, against.before) : {};
  // Of what its author took back meanwhile there is nothing to bring back but the tokens.
  const gone = ground.wordless && !ground.deleted && reversal.state === stateOf.shown;
  if (gone) throw unfit('decision-unfit');
  await settle(tx, at, ground, reversal);
  // Of two who answer at once, the second one waited for the first and still read that it was open.
  if (!(await writeAnswer(tx, { ...at, ...plan, granted: plan.grant }))) throw unfit('appeal-answered');
  if (plan.grant && against.action === 'ban-picture') await tellBanned(tx);
  const row = {
    ...against,
    id: randomBytes(32),
    action: plan.grant ? ('restore' as const) : ('uphold' as const),
    ...{ words: plan.words, by: plan.by, staff: plan.staff, slot: plan.slot },
    ...{ caution: null, slow: null, before: partsOf(ground.standing, reversal) },
  };
  await insertDecision(tx, row, { ...ground.standing, ...reversal }, undefined);
  return { ...row, log_index: null, appeal: null };
}
