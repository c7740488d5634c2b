import type { Caution, DecidedBy, DecisionAction, HouseRule } from '@teahouse/contract/talk';
import type { Queryable } from '@teahouse/kit/pool';
import type { z } from 'zod';
import type { OrderGround } from './ground.ts';
import type { KeptLook } from './look.ts';
import type { Change } from './standing.ts';

export type By = z.infer<typeof DecidedBy>;

/** A decision as it is kept. */
export interface DecisionRow {
  readonly room_id: string;
  readonly id: Buffer;
  readonly post_id: Buffer;
  readonly thread_id: Buffer;
  readonly inside: boolean;
  readonly action: DecisionAction;
  readonly rule: HouseRule;
  readonly words: string;
  readonly by: By;
  /** Who took it: for the rule that somebody else answers the appeal. Readers see `by` alone. */
  readonly staff: string | null;
  readonly caution: Caution | null;
  /** Slots. */
  readonly slow: number | null;
  /** How the parts that it changed stood before. */
  readonly before: Change;
  readonly slot: number;
  /** A bigint; null until it is in the log. */
  readonly log_index: string | null;
  /** Of the appeal against it; null where there is none. */
  readonly appeal: 'open' | 'granted' | 'refused' | null;
}

/** For a statement over `decisions d` that joins `appealsOf`. */
export const decisionColumns = `d.room_id, d.id, d.post_id, d.thread_id, d.inside, d.action, d.rule, d.words, d.by, d.staff,
  d.caution, d.slow, d.before, d.slot, d.log_index, a.state AS appeal`;
export const appealsOf = 'LEFT JOIN appeals a ON a.room_id = d.room_id AND a.decision = d.id';

/** Rests the case, or makes one where nothing pointed at the post before: what was decided can be found at the desk. */
const rest = `INSERT INTO cases (room_id, post_id, thread_id, open, kept, priority, look, reports, appealed, slot)
  VALUES ($1, $3, $4, $15, $16, coalesce($18::real, 0), coalesce($17::jsonb, '{"score": 0, "reasons": []}'), 0, false, $14)
  ON CONFLICT (room_id, post_id) DO UPDATE
  SET open = $15, kept = $16, look = coalesce($17::jsonb, cases.look), priority = greatest(cases.priority, $18::real)`;

/** Writes a decision, how the case stands after it, and what the first look saw now. One statement. */
export async function insertDecision(
  tx: Queryable,
  row: Omit<DecisionRow, 'log_index' | 'appeal'>,
  { open, kept }: Pick<OrderGround['standing'], 'open' | 'kept'>,
  seen: KeptLook | undefined,
): Promise<void> {
  await tx.query({
    name: 'insert-decision',
    text: `WITH rested AS (${rest})
           INSERT INTO decisions (room_id, id, post_id, thread_id, inside, action, rule, words, by, staff, caution, slow,
             before, slot) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    values: [
      ...[row.room_id, row.id, row.post_id, row.thread_id, row.inside, row.action, row.rule, row.words],
      ...[row.by, row.staff, row.caution, row.slow, JSON.stringify(row.before), row.slot, open, kept],
      ...[seen ? JSON.stringify(seen) : null, seen?.score ?? null],
    ],
  });
}

/** A decision, locked with its post to the end of the transaction; undefined when there is none. One statement. */
export async function holdDecision(
  tx: Queryable,
  room: string,
  decision: Uint8Array,
): Promise<DecisionRow | undefined> {
  const { rows } = await tx.query<DecisionRow>({
    name: 'hold-decision',
    text: `SELECT ${decisionColumns} FROM decisions d
           JOIN posts p ON p.room_id = d.room_id AND p.id = d.post_id ${appealsOf}
           WHERE d.room_id = $1 AND d.id = $2 FOR UPDATE OF p, d`,
    values: [room, decision],
  });
  return rows[0];
}

/** Takes a decision back as if it had not been, and with it what it banned; the case stands as it did. One statement. */
export async function eraseDecision(
  tx: Queryable,
  row: DecisionRow,
  { open, kept }: Pick<OrderGround['standing'], 'open' | 'kept'>,
): Promise<void> {
  await tx.query({
    name: 'erase-decision',
    text: `WITH erased AS (DELETE FROM decisions WHERE room_id = $1 AND id = $2),
             pictures AS (DELETE FROM banned_pictures WHERE decision = $2),
             answer AS (UPDATE official_versions SET removed = NULL WHERE room_id = $1 AND thread_id = $6 AND removed = $2)
           UPDATE cases SET open = $4, kept = $5 WHERE room_id = $1 AND post_id = $3`,
    values: [row.room_id, row.id, row.post_id, open, kept, row.thread_id],
  });
}

/** Nobody of this pseudonym writes in the thread any more. protocol.md 5. */
export async function insertBan(
  tx: Queryable,
  i: { room: string; thread: Uint8Array; author: Uint8Array; decision: Uint8Array },
): Promise<void> {
  await tx.query({
    name: 'insert-ban',
    text: `INSERT INTO bans (room_id, context, pseudonym, decision) VALUES ($1, $2, $3, $4)
           ON CONFLICT (room_id, context, pseudonym) DO NOTHING`,
    values: [i.room, i.thread, i.author, i.decision],
  });
}
