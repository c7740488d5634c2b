import {
  type Case,
  type CasePage,
  type CaseQuery,
  type Decide,
  deskLimits,
  type Note,
} from '@teahouse/contract/desk';
import type { Decision } from '@teahouse/contract/talk';
import { withTransaction } from '@teahouse/kit/pool';
import type { z } from 'zod';
import {
  applyDecision,
  formsOfPost,
  presentDecision,
  settledSlot,
  teachLooker,
  undoDecision,
} from '../../order/index.ts';
import { slotNumber } from '../../wire.ts';
import type { DeskContext } from '../context.ts';
import { refuse } from '../errors.ts';
import { findStaff, type StaffRow } from '../staff/store.ts';
import { cursorOf, placeOf } from './cursor.ts';
import { requireDecision, requireOwnCase } from './policy.ts';
import { dayOfSlot, presentCase } from './present.ts';
import * as store from './store.ts';

/** A post by its room and id. */
export interface PostPlace {
  readonly room: string;
  readonly post: Uint8Array;
}

/** Throws `case-unknown`. */
export async function requireCase(ctx: DeskContext, { room, post }: PostPlace): Promise<store.CaseRow> {
  const row = await store.findCase(ctx.pool, room, post);
  if (!row) throw refuse('case-unknown');
  return row;
}

/** A page of the queue, and how many wait in all. Two statements. */
export async function pageOfCases(
  ctx: DeskContext,
  me: StaffRow,
  { before, ...query }: z.output<typeof CaseQuery>,
): Promise<z.input<typeof CasePage>> {
  const place = before === undefined ? undefined : placeOf(before);
  const limit = deskLimits.casesPerPage;
  const rows = await store.listCases(ctx.pool, query, { me: me.id, place, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    cases: shown.map(presentCase),
    next: last ? cursorOf({ key: last.priority, slot: last.slot, id: last.post_id }) : null,
    open: await store.countOpen(ctx.pool),
  };
}

/**
 * Takes a case, gives it to somebody, or puts it back. Of a case that somebody else has, and to somebody else, only a
 * senior disposes. Throws `case-unknown`, `desk-role`, `not-found` where nobody active has that id.
 */
export async function assign(
  ctx: DeskContext,
  me: StaffRow,
  at: PostPlace,
  to: string | null,
): Promise<Case> {
  const row = await requireCase(ctx, at);
  requireOwnCase(me, row);
  const assignee = to === 'me' ? me.id : to;
  requireOwnCase(me, { assignee });
  if (assignee !== null && (await findStaff(ctx.pool, assignee))?.state !== 'active')
    throw refuse('not-found');
  await store.setAssignee(ctx.pool, row, assignee);
  return presentCase(await requireCase(ctx, at));
}

/** So many notes of one moment find their places. */
const attempts = 5;

/** Throws `case-unknown`, `busy`. */
export async function leaveNote(
  ctx: DeskContext,
  me: StaffRow,
  { room, post }: PostPlace,
  words: string,
): Promise<z.input<typeof Note>> {
  await requireCase(ctx, { room, post });
  const slot = slotNumber(ctx.clock.now());
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (await store.insertNote(ctx.pool, { room, post, staff: me.id, words, slot }))
      return { name: me.name, words, day: dayOfSlot(slot) };
  }
  throw refuse('busy', { headers: { 'retry-after': '1' } });
}

/** Throws `case-unknown`, `desk-role`, `decision-unfit`, `invalid-input`; `busy` where a picture could not be looked at. */
export async function decide(
  ctx: DeskContext,
  me: StaffRow,
  { room, post }: PostPlace,
  decision: z.output<typeof Decide>,
): Promise<Decision> {
  requireDecision(me, decision);
  requireOwnCase(me, await requireCase(ctx, { room, post }));
  const by = { by: me.role, staff: me.id, slot: slotNumber(ctx.clock.now()) };
  const forms = decision.action === 'ban-picture' ? await formsOfPost(ctx, { room, post }) : undefined;
  const plan = { room, post, ...decision, ...by, forms };
  const row = await withTransaction(ctx.pool, (tx) => applyDecision(tx, plan));
  await teachLooker(ctx, { room, post });
  ctx.cache.drop(room);
  return presentDecision(row);
}

/** Throws `decision-unknown`, `not-yours`, `decision-published`, `decision-unfit`. */
export async function undo(
  ctx: DeskContext,
  me: StaffRow,
  { room, post }: PostPlace,
  decision: Uint8Array,
): Promise<Case> {
  const settled = settledSlot(ctx.clock.now());
  const plan = { room, post, decision, staff: me.id, settled };
  await withTransaction(ctx.pool, (tx) => undoDecision(tx, plan));
  await teachLooker(ctx, { room, post });
  ctx.cache.drop(room);
  return presentCase(await requireCase(ctx, { room, post }));
}
