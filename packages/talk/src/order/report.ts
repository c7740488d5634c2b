import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import { equal, matching, type Presentation, reportContext } from '@teahouse/protocol';
import type { OpenedAct } from '../acts/envelope.ts';
import { requireSignature } from '../acts/policy.ts';
import { presentAccepted } from '../acts/present.ts';
import type { TalkContext } from '../context.ts';
import { refuse } from '../errors.ts';
import { issuerKeyFor } from '../window/epochs.ts';
import { slotNumber } from '../wire.ts';
import { decideOn } from './decide.ts';
import { readOrderGround } from './ground.ts';
import { priorityOf, reportersToHide, slotsPerDay } from './policy.ts';
import {
  countReport,
  insertReport,
  queueAnswer,
  type ReportGround,
  readAnswerGround,
  readReportGround,
} from './report-store.ts';
import { isShown } from './standing.ts';

/**
 * Takes a person's report on a post, or on what a company said under a thread. It is signed under a pseudonym of the report's own context and discloses no more than
 * a credential of this month, so it can't be joined with what its author says. protocol.md 2. Throws `unknown-post`,
 * `post-deleted`, `post-not-shown`, `already-reported`, `alias-missing`, `label-foreign`, `act-signature`, `epoch-stale`,
 * `issuer-key-unknown`, `presentation-invalid`, `busy`.
 */
export async function acceptReport(ctx: TalkContext, act: OpenedAct) {
  const ground = await requireGround(ctx.pool, act);
  if (ground.mine) return requireSame(act, ground);
  if (ground.deleted) throw refuse('post-deleted');
  if (!isShown(ground)) throw refuse('post-not-shown');
  const entry = await requirePerson(ctx, act);
  const crowd = crowdOf(ctx, act, entry);
  const slot = slotNumber(ctx.clock.now());
  const { answer } = ground;
  const written = await withTransaction(ctx.pool, (tx) =>
    answer ? writeOfAnswer(tx, act, { entry, slot, answer }) : write(tx, act, { entry, crowd, slot }),
  );
  // This person was faster: with this very report, sent twice at once, or another.
  return written ? presentAccepted(act, ground) : requireSame(act, await requireGround(ctx.pool, act));
}

async function requireGround(db: Queryable, act: OpenedAct): Promise<ReportGround> {
  const ground = (await readReportGround(db, act)) ?? (await readAnswerGround(db, act));
  if (!ground || !equal(ground.thread_id, act.thread)) throw refuse('unknown-post');
  return ground;
}

function requireSame(act: OpenedAct, ground: ReportGround) {
  if (!ground.mine || !equal(ground.mine, act.id)) throw refuse('already-reported');
  return presentAccepted(act, ground);
}

async function requirePerson(ctx: TalkContext, act: OpenedAct): Promise<Presentation> {
  const { entry } = act;
  if (!entry) throw refuse('alias-missing');
  if (entry.label.kind !== 'alias') throw refuse('label-foreign');
  requireSignature(act, entry.publicKey);
  const issuerPublicKey = await issuerKeyFor(ctx.window, ctx.clock, entry.label.epoch);
  const context = reportContext(act.header.target!);
  await ctx.verifier.verify({ issuerPublicKey, context, presentation: entry });
  return entry;
}

/** How many credentials of the reporter's month could report in this room: those of its company, elsewhere all. */
function crowdOf({ window }: TalkContext, { room }: OpenedAct, { label }: Presentation): number {
  const { epoch } = label;
  const counts = window.view().countsOf.get(epoch) ?? [];
  const { company } = room;
  return matching(
    company === null ? { kind: 'alias', epoch } : { kind: 'company', epoch, company, standing: 'current' },
    counts,
  );
}

const dayOf = (slot: number): number => slot - (slot % slotsPerDay);

/** The one transaction of a report: at most eight statements. False where this person reported the post before. */
async function write(
  tx: Queryable,
  act: OpenedAct,
  { entry, crowd, slot }: { entry: Presentation; crowd: number; slot: number },
): Promise<boolean> {
  const day = dayOf(slot);
  if (!(await insertReport(tx, act, entry, { day, answerOf: undefined }))) return false;
  const at = { room: act.header.room, post: act.header.target! };
  const ground = await readOrderGround(tx, at.room, at.post);
  if (!ground) throw refuse('unknown-post');
  const reporters = ground.reports + 1;
  const rule = await countReport(tx, { act, priority: priorityOf(ground.score, reporters), day });
  const hides = reporters >= reportersToHide(ground.score, crowd);
  // What somebody looked at and kept is not hidden by reports again; they move it up in the queue.
  if (!hides || ground.standing.kept || !isShown(ground.standing)) return true;
  await decideOn(tx, { ...at, action: 'hide', rule, words: '', by: 'reports', staff: null, slot }, ground);
  return true;
}

/**
 * The same of a company's answer: two statements. Reports never hide one: it is signed in a name, somebody looks, and the
 * author of the thread has nothing to do with it.
 */
async function writeOfAnswer(
  tx: Queryable,
  act: OpenedAct,
  i: { entry: Presentation; slot: number; answer: NonNullable<ReportGround['answer']> },
): Promise<boolean> {
  const { post, reports } = i.answer;
  const day = dayOf(i.slot);
  if (!(await insertReport(tx, act, i.entry, { day, answerOf: post }))) return false;
  const { room } = act.header;
  await queueAnswer(tx, { room, post, thread: act.thread, priority: priorityOf(0, reports + 1), day });
  return true;
}
