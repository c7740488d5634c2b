import {
  type Answer,
  type Appeal,
  type AppealPage,
  type AppealQuery,
  deskLimits,
} from '@teahouse/contract/desk';
import type { Decision } from '@teahouse/contract/talk';
import { withTransaction } from '@teahouse/kit/pool';
import type { z } from 'zod';
import { answerAppeal, presentDecision, teachLooker } from '../../order/index.ts';
import { slotNumber } from '../../wire.ts';
import { cursorOf, placeOf } from '../cases/cursor.ts';
import { presentCase } from '../cases/present.ts';
import { findCases } from '../cases/store.ts';
import type { DeskContext } from '../context.ts';
import type { StaffRow } from '../staff/store.ts';
import * as store from './store.ts';

const presentAppeal = (row: store.AppealRow, me: StaffRow): Omit<Appeal, 'case'> => ({
  decision: presentDecision(row),
  words: row.appeal_words,
  state: row.appeal,
  answer: row.answer,
  own: row.staff === me.id,
});

/** Against what was decided about a post; the newest first. One statement. */
export async function appealsOfPost(
  ctx: DeskContext,
  me: StaffRow,
  { room, post }: { room: string; post: Uint8Array },
): Promise<Omit<Appeal, 'case'>[]> {
  return (await store.listAppealsOfPost(ctx.pool, room, post)).map((row) => presentAppeal(row, me));
}

/** A page of appeals, with the posts that they are about. Two statements. */
export async function pageOfAppeals(
  ctx: DeskContext,
  me: StaffRow,
  { state, before }: z.output<typeof AppealQuery>,
): Promise<z.input<typeof AppealPage>> {
  const place = before === undefined ? undefined : placeOf(before);
  const rows = await store.listAppeals(ctx.pool, state, place);
  const shown = rows.slice(0, deskLimits.appealsPerPage);
  const last = rows.length > shown.length ? shown.at(-1) : undefined;
  const cases = await findCases(
    ctx.pool,
    shown.map(({ room_id: room, post_id: post }) => ({ room, post })),
  );
  return {
    appeals: shown.map((row) => ({
      ...presentAppeal(row, me),
      case: presentCase(cases.find((one) => one.room_id === row.room_id && one.post_id.equals(row.post_id))!),
    })),
    next: last ? cursorOf({ key: 0, slot: last.appeal_slot, id: last.id }) : null,
  };
}

/**
 * Answers an appeal in words: granted, the post stands as before. Throws `decision-unknown` where nobody appealed,
 * `appeal-own`, `appeal-answered`.
 */
export async function answer(
  ctx: DeskContext,
  me: StaffRow,
  { room, decision }: { room: string; decision: Uint8Array },
  { grant, words }: z.output<typeof Answer>,
): Promise<Decision> {
  const by = { by: me.role, staff: me.id, slot: slotNumber(ctx.clock.now()) };
  const plan = { room, decision, grant, words, ...by };
  const row = await withTransaction(ctx.pool, (tx) => answerAppeal(tx, plan));
  await teachLooker(ctx, { room, post: row.post_id });
  ctx.cache.drop(room);
  return presentDecision(row);
}
