import { randomBytes } from 'node:crypto';
import type { Queryable } from '@teahouse/kit/pool';
import type { NewRefund } from '../refunds/store.ts';
import { type FirstLook, keptLook, ruleOfLook, wordsOfLook } from './look.ts';

/** A post that the first look pointed at. */
export interface LookedPost {
  readonly room: string;
  readonly post: Uint8Array;
  readonly thread: Uint8Array;
  readonly inside: boolean;
  readonly slot: number;
  readonly look: FirstLook;
}

const openCase = `INSERT INTO cases (room_id, post_id, thread_id, open, kept, priority, look, reports, appealed, slot)
  VALUES ($1, $2, $3, true, false, $4, $5, 0, false, $6)
  ON CONFLICT (room_id, post_id) DO UPDATE
  SET open = true, kept = false, priority = greatest(cases.priority, $4), look = $5`;

/** Puts a post on the desk that is shown meanwhile; one that was kept has other words now. One statement. */
export async function queueCase(tx: Queryable, i: LookedPost): Promise<void> {
  await tx.query({
    name: 'queue-case',
    text: openCase,
    values: [i.room, i.post, i.thread, i.look.priority, JSON.stringify(keptLook(i.look)), i.slot],
  });
}

/** The same of a new post, with its refund in the same statement. */
export async function queueNewCase(
  tx: Queryable,
  i: LookedPost,
  refund: NewRefund | undefined,
): Promise<void> {
  if (!refund) return queueCase(tx, i);
  await tx.query({
    name: 'queue-new-case',
    text: `WITH refund AS (
             INSERT INTO refunds (room_id, post_id, key_id, due_slot, blinded, inside, held, forfeited)
             VALUES ($1, $2, $7, $8, $9, $10, false, false))
           ${openCase}`,
    values: [
      ...[i.room, i.post, i.thread, i.look.priority, JSON.stringify(keptLook(i.look)), i.slot],
      ...[refund.keyId, refund.dueSlot, refund.blinded, i.inside],
    ],
  });
}

/** Puts a post on the desk that nobody sees before, and says so in a decision of the program's. One statement. */
export async function holdCase(tx: Queryable, i: LookedPost): Promise<void> {
  await tx.query({
    name: 'hold-case',
    text: `WITH opened AS (${openCase})
           INSERT INTO decisions (room_id, id, post_id, thread_id, inside, action, rule, words, by, before, slot)
           VALUES ($1, $7, $2, $3, $8, 'hold', $9, $10, 'program', '{"state": 0}', $6)`,
    values: [
      ...[i.room, i.post, i.thread, i.look.priority, JSON.stringify(keptLook(i.look)), i.slot],
      ...[randomBytes(32), i.inside, ruleOfLook(i.look), wordsOfLook(i.look)],
    ],
  });
}
