import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import { equal } from '@teahouse/protocol';
import type { OpenedAct } from '../acts/envelope.ts';
import { requireSignature } from '../acts/policy.ts';
import { presentAccepted } from '../acts/present.ts';
import type { TalkContext } from '../context.ts';
import { refuse } from '../errors.ts';
import { slotNumber } from '../wire.ts';
import { type AppealGround, insertAppeal, readAppealGround } from './appeal-store.ts';
import { appealEnd } from './policy.ts';
import { settledSlot } from './present.ts';
import { isAppealable } from './standing.ts';

/**
 * Takes the author's appeal against a decision, signed by the alias that wrote the post: one a decision, as long as
 * `appealUntil` says. protocol.md 5. Throws `unknown-post`, `not-author`, `act-signature`, `appeal-unknown`,
 * `appeal-closed`.
 */
export async function acceptAppeal(ctx: TalkContext, act: OpenedAct) {
  const ground = await requireAuthor(ctx.pool, act);
  if (isSame(act, ground)) return presentAccepted(act, ground);
  const { action, decided } = ground;
  const now = ctx.clock.now();
  // Before it is settled a decision can be taken back, and nobody can read it.
  const isThere = action !== null && decided !== null && decided < settledSlot(now) && isAppealable(action);
  if (!isThere) throw refuse('appeal-unknown');
  const slot = slotNumber(now);
  if (ground.appeal || slot >= appealEnd(decided)) throw refuse('appeal-closed');
  const written = await withTransaction(ctx.pool, (tx) => insertAppeal(tx, act, slot));
  if (!written && !isSame(act, await requireAuthor(ctx.pool, act))) throw refuse('appeal-closed');
  return presentAccepted(act, ground);
}

const isSame = (act: OpenedAct, { appeal }: AppealGround) => appeal !== null && equal(appeal, act.id);

async function requireAuthor(db: Queryable, act: OpenedAct): Promise<AppealGround> {
  const ground = await readAppealGround(db, act);
  if (!ground || !equal(ground.thread_id, act.thread)) throw refuse('unknown-post');
  if (!equal(ground.pseudonym, act.pseudonym)) throw refuse('not-author');
  requireSignature(act, ground.public_key);
  return ground;
}
