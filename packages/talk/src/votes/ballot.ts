import { notify } from '@teahouse/kit/events';
import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import {
  type BallotKind,
  ballotContext,
  ballotKindOf,
  ballotTarget,
  equal,
  type Presentation,
} from '@teahouse/protocol';
import { readAttached } from '../acts/attached.ts';
import type { OpenedAct } from '../acts/envelope.ts';
import { requireLabel, requireSameAlias, requireSignature } from '../acts/policy.ts';
import { presentAccepted } from '../acts/present.ts';
import type { TalkContext } from '../context.ts';
import { refuse } from '../errors.ts';
import { isShown } from '../order/standing.ts';
import { liveChannel, livePayload } from '../threads/live.ts';
import { issuerKeyOf } from '../window/epochs.ts';
import { slotNumber } from '../wire.ts';
import { choicesOf, openingEpoch, type Question, requireOpen, requireVoter } from './policy.ts';
import { follows, Overtaken } from './reaction.ts';
import * as store from './store.ts';

/**
 * Takes a person's ballot on a post, or another one in its place while it is open. It is signed under a pseudonym of
 * its own, so it can't be joined with what its author says in the thread. protocol.md 2.
 */
export async function acceptBallot(ctx: TalkContext, act: OpenedAct) {
  const kind = ballotKindOf(act.body);
  const ground = await requireGround(ctx.pool, act, kind);
  if (ground.last_act && equal(ground.last_act, act.id)) return presentAccepted(act, ground);
  if (ground.deleted) throw refuse('post-deleted');
  if (!isShown(ground)) throw refuse('post-not-shown');
  const { poll } = readAttached(ground.attached);
  const { answered } = ground;
  const question: Question = { poll, room: act.room, authorLabel: ground.author_label, answered };
  const choices = choicesOf(act.body, question);
  const opened = openedIn(kind, ground);
  requireOpen(opened, slotNumber(ctx.clock.now()));
  const entry = await requirePerson(ctx, act, kind, ground, question);
  if (!follows(act, ground.last_act)) throw refuse('prev-conflict');
  try {
    await withTransaction(ctx.pool, (tx) =>
      write(tx, act, { kind, choices, entry, before: ground.choices ?? [], seq: ground.seq }),
    );
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    const now = await requireGround(ctx.pool, act, kind);
    if (!now.last_act || !equal(now.last_act, act.id)) throw refuse('prev-conflict');
  }
  return presentAccepted(act, ground);
}

/** Slot in which a ballot opened: that of the post, or of the first answer that is voted on. */
const openedIn = (kind: BallotKind, { slot, answered }: store.BallotGround): number =>
  kind === 'resolves' ? (answered ?? slot) : slot;

async function requireGround(db: Queryable, act: OpenedAct, kind: BallotKind): Promise<store.BallotGround> {
  const ground = await store.readBallotGround(db, act, kind);
  if (!ground || !equal(ground.thread_id, act.thread)) throw refuse('unknown-post');
  return ground;
}

/** Whoever voted before signs with the key shown then; anyone else shows a credential of the opening month. */
async function requirePerson(
  ctx: TalkContext,
  act: OpenedAct,
  kind: BallotKind,
  ground: store.BallotGround,
  question: Question,
): Promise<Presentation | undefined> {
  const standing = store.aliasIn(ground);
  if (standing) {
    if (act.entry) requireSameAlias(standing, act.entry);
    requireSignature(act, standing.public_key);
    return undefined;
  }
  const { entry } = act;
  if (!entry) throw refuse('alias-missing');
  requireSignature(act, entry.publicKey);
  const epoch = openingEpoch(openedIn(kind, ground));
  requireVoter(entry.label, kind, question, epoch);
  const issuerPublicKey = await issuerKeyOf(ctx.window, epoch);
  requireLabel(entry.label, ctx.window.view(), ctx.config.floor);
  const context = ballotContext(ballotTarget(kind, act.header.target!), epoch);
  await ctx.verifier.verify({ issuerPublicKey, context, presentation: entry });
  return entry;
}

interface Plan {
  readonly kind: BallotKind;
  readonly choices: readonly number[];
  readonly before: readonly number[];
  readonly entry: Presentation | undefined;
  /** Place of the post in its thread. */
  readonly seq: number;
}

/** The one transaction of a ballot: one to three statements. */
async function write(tx: Queryable, act: OpenedAct, { kind, choices, before, entry, seq }: Plan): Promise<void> {
  if (!(await store.writeBallot(tx, act, { kind, choices, entry }))) throw new Overtaken();
  // Of an answer they are counted where it is read: no row of the thread changes, nor its place anywhere.
  if (kind === 'resolves') return;
  const counts = difference(before, choices);
  await store.addToTally(
    tx,
    act,
    seq,
    kind === 'verdict' ? { verdicts: counts } : { votes: counts, ballots: entry ? 1 : 0 },
  );
  await notify(tx, liveChannel, livePayload('tally', act, act.header.target!));
}

function difference(before: readonly number[], after: readonly number[]): number[] {
  const length = Math.max(-1, ...before, ...after) + 1;
  return Array.from({ length }, (_, i) => Number(after.includes(i)) - Number(before.includes(i)));
}
