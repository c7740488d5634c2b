import { randomBytes } from 'node:crypto';
import { HouseRule } from '@teahouse/contract/talk';
import type { Town } from '../../testing/town.ts';
import type { PostAt } from '../../testing/votes.ts';
import { bytesOf, slotNumber } from '../../wire.ts';

interface Seen {
  readonly priority?: number;
  /** Kinds that the first look saw. */
  readonly kinds?: readonly string[];
  /** Days before the present one. */
  readonly daysAgo?: number;
  readonly open?: boolean;
}

/** Puts posts on the desk as the first look, reporters and authors do, but without their acts. */
export function pileOn(town: Town) {
  const { pool } = town.db;
  const slotNow = () => slotNumber(town.clock.now());
  return {
    /** Makes a case of a post, whatever the first look saw. */
    async add({ room, id, thread }: PostAt, i: Seen = {}): Promise<void> {
      const { priority = 0.5, kinds = ['insult'], daysAgo = 0, open = true } = i;
      const look = {
        score: priority,
        reasons: kinds.map((kind) => ({ kind, rule: `${kind}-1`, start: 0, end: 1 })),
      };
      await pool.query(
        `INSERT INTO cases (room_id, post_id, thread_id, open, kept, priority, look, reports, appealed, slot)
         VALUES ($1, $2, $3, $4, false, $5, $6, 0, false, $7)
         ON CONFLICT (room_id, post_id) DO UPDATE SET open = $4, priority = $5, look = $6, slot = $7`,
        [room, bytesOf(id), bytesOf(thread), open, priority, JSON.stringify(look), slotNow() - daysAgo * 288],
      );
    },
    /** Somebody reports it. */
    async report({ room, id }: PostAt, rule: HouseRule, words: string | null = null): Promise<string> {
      const pseudonym = randomBytes(48);
      const some = () => randomBytes(32);
      await pool.query(
        `INSERT INTO reports (room_id, post_id, pseudonym, rule, words, label, public_key, proof, header, signature, salt,
           act, slot) VALUES ($1, $2, $3, $4, $5, '{"kind": "alias", "epoch": "2026-11"}', $6, $7, $8, $9, $10, $11, $12)`,
        [
          ...[room, bytesOf(id), pseudonym, HouseRule.options.indexOf(rule), words],
          ...[some(), some(), some(), some(), some(), some(), Math.floor(slotNow() / 288) * 288],
        ],
      );
      await pool.query('UPDATE cases SET reports = reports + 1 WHERE room_id = $1 AND post_id = $2', [
        room,
        bytesOf(id),
      ]);
      return pseudonym.toString('base64url');
    },
    /** The author of a post appeals. */
    async appeal(
      { room, id, thread }: PostAt,
      decision: string,
      words = 'I said nothing wrong',
    ): Promise<void> {
      const some = () => randomBytes(32);
      await pool.query(
        `INSERT INTO appeals (room_id, decision, post_id, thread_id, words, header, signature, salt, act, state, slot)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', $10)`,
        [
          ...[room, bytesOf(decision), bytesOf(id), bytesOf(thread), words],
          ...[some(), some(), some(), some(), slotNow()],
        ],
      );
      await pool.query('UPDATE cases SET appealed = true WHERE room_id = $1 AND post_id = $2', [
        room,
        bytesOf(id),
      ]);
    },
  };
}
