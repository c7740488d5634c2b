import { lockPlans, planEntries } from '@teahouse/kit/log-book';
import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import { type EventEntry, encodeEntry } from '@teahouse/protocol/record';
import { holdByRoom, type RoomKey } from '../by-room.ts';
import type { TalkContext } from '../context.ts';
import { settledSlot } from './present.ts';

/** Decisions of one transaction. */
const batch = 500;

interface Unlogged {
  readonly room_id: string;
  readonly id: Buffer;
  readonly post_id: Buffer;
  readonly inside: boolean;
  readonly action: string;
  readonly rule: string;
  readonly words: string;
  readonly slot: number;
}

/** What the log says of a decision. Of a room for colleagues: only that something was decided. */
export function eventOf(row: Pick<Unlogged, 'post_id' | 'inside' | 'action' | 'rule' | 'words'>): EventEntry {
  const about = { type: 'event', kind: 'moderation', code: row.action } as const;
  if (row.inside) return { ...about, subject: null, text: '' };
  return { ...about, subject: new Uint8Array(row.post_id), text: `${row.rule}: ${row.words}` };
}

/**
 * Puts decisions that can no longer be taken back into talk's log, in the order of slots and of ids, which are random.
 * Several processes may do it at once. Does nothing before the log is open.
 */
export async function logDecisions(ctx: Pick<TalkContext, 'pool' | 'clock' | 'talkLog'>): Promise<void> {
  const book = ctx.talkLog.peek();
  if (!book) return;
  const settled = settledSlot(ctx.clock.now());
  let n = batch;
  while (n === batch) {
    n = await withTransaction(ctx.pool, async (tx) => {
      await lockPlans(tx);
      const rows = await takeUnlogged(tx, settled);
      if (rows.length > 0)
        await markLogged(tx, rows, await planEntries(tx, rows.map(eventOf).map(encodeEntry)));
      return rows.length;
    });
    if (n > 0) await book.flush();
  }
}

async function takeUnlogged(tx: Queryable, settled: number): Promise<Unlogged[]> {
  const { rows } = await tx.query<RoomKey>({
    name: 'unlogged-decisions',
    text: 'SELECT room_id, id FROM decisions WHERE log_index IS NULL AND slot < $1 ORDER BY slot, id LIMIT $2',
    values: [settled, batch],
  });
  const held = await holdByRoom(rows, async (room, ids) => {
    const { rows } = await tx.query<Unlogged>({
      name: 'hold-unlogged-decisions',
      text: `SELECT room_id, id, post_id, inside, action, rule, words, slot FROM decisions
             WHERE room_id = $1 AND id = ANY($2) AND log_index IS NULL FOR UPDATE`,
      values: [room, ids],
    });
    return rows;
  });
  return held.sort((a, b) => a.slot - b.slot || Buffer.compare(a.id, b.id));
}

async function markLogged(
  tx: Queryable,
  rows: readonly Pick<Unlogged, 'room_id' | 'id'>[],
  first: number,
): Promise<void> {
  await tx.query({
    name: 'log-decisions',
    text: `UPDATE decisions d SET log_index = $3 + l.place - 1
           FROM unnest($1::text[], $2::bytea[]) WITH ORDINALITY AS l (room_id, id, place)
           WHERE d.room_id = l.room_id AND d.id = l.id`,
    values: [rows.map(({ room_id }) => room_id), rows.map(({ id }) => id), first],
  });
}

/**
 * A backup was restored that has a decision as not logged yet, and the log has it: it is not logged again. Decisions made
 * after the backup are lost with what they were about; the log alone tells of them.
 */
export async function adoptDecision(tx: Queryable, index: number, entry: EventEntry): Promise<void> {
  await tx.query({
    name: 'adopt-decision',
    text: `UPDATE decisions SET log_index = $1 WHERE (room_id, id) IN (
             SELECT room_id, id FROM decisions
             WHERE log_index IS NULL AND action = $2
               AND CASE WHEN inside THEN $3::bytea IS NULL ELSE post_id = $3 AND rule || ': ' || words = $4 END
             ORDER BY slot, id LIMIT 1)`,
    values: [index, entry.code, entry.subject, entry.text],
  });
}
