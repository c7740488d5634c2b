import { talkLimits } from '@teahouse/contract/talk/limits';
import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import { holdByRoom } from '../by-room.ts';
import type { TalkContext } from '../context.ts';
import { slotNumber } from '../wire.ts';
import { slotsPerDay } from './policy.ts';

/** Posts of one transaction. */
const batch = 200;

interface Removed {
  readonly room_id: string;
  readonly id: Buffer;
}

/**
 * Destroys the words, salts and pictures of removed posts when no appeal can come any more and none is open, as a deletion
 * does: what is left proves that something was signed, and not what. Several processes may do it at once.
 */
export async function forgetRemoved(ctx: Pick<TalkContext, 'pool' | 'clock'>): Promise<void> {
  const today = Math.floor(slotNumber(ctx.clock.now()) / slotsPerDay);
  await forgetAnswers(ctx.pool, (today - talkLimits.appealDays) * slotsPerDay);
  let n = batch;
  while (n === batch) {
    n = await withTransaction(ctx.pool, async (tx) => {
      const posts = await takeRemoved(tx, (today - talkLimits.appealDays) * slotsPerDay);
      if (posts.length > 0) await destroy(tx, posts);
      return posts.length;
    });
  }
}

/** Words of a company that a moderator took away: signed words, of which nobody appeals; as long as those of a post. */
async function forgetAnswers(db: Queryable, since: number): Promise<void> {
  await db.query({
    name: 'forget-answers',
    text: `UPDATE official_versions v SET text = '' WHERE v.removed IS NOT NULL AND v.text <> ''
             AND NOT EXISTS (SELECT FROM decisions WHERE room_id = v.room_id AND id = v.removed AND slot >= $1)`,
    values: [since],
  });
}

/** Removed posts of which no decision is of $1 or later, against which no appeal is open. `room`: theirs, in a subquery. */
const removed = (room: string) => `SELECT p.room_id, p.id FROM posts p
  WHERE p.state = 3 AND p.text IS NOT NULL
    AND NOT EXISTS (SELECT FROM decisions WHERE room_id = ${room} AND post_id = p.id AND slot >= $1
      AND action IN ('remove', 'ban-picture', 'uphold'))
    AND NOT EXISTS (SELECT FROM appeals WHERE room_id = ${room} AND post_id = p.id AND state = 'open')`;

/** `since`: a decision of this slot or later can be appealed against. */
async function takeRemoved(tx: Queryable, since: number): Promise<Removed[]> {
  const { rows } = await tx.query<Removed>({
    name: 'removed-posts',
    text: `${removed('p.room_id')} LIMIT $2`,
    values: [since, batch],
  });
  return holdByRoom(rows, async (room, ids) => {
    const held = await tx.query<Removed>({
      name: 'hold-removed-posts',
      text: `${removed('$2')} AND p.room_id = $2 AND p.id = ANY($3) FOR UPDATE SKIP LOCKED`,
      values: [since, room, ids],
    });
    return held.rows;
  });
}

async function destroy(tx: Queryable, posts: readonly Removed[]): Promise<void> {
  const gone = 'FROM unnest($1::text[], $2::bytea[]) AS gone (room_id, post_id)';
  const values = [posts.map(({ room_id }) => room_id), posts.map(({ id }) => id)];
  await tx.query({
    name: 'destroy-words',
    text: `WITH versions AS (UPDATE post_versions v SET salt = NULL, title = NULL, text = NULL, mentions = NULL ${gone}
               WHERE v.room_id = gone.room_id AND v.post_id = gone.post_id),
             erased AS (DELETE FROM pictures x USING unnest($1::text[], $2::bytea[]) AS gone (room_id, post_id)
               WHERE x.room_id = gone.room_id AND x.post_id = gone.post_id RETURNING x.room_id, x.object),
             objects AS (INSERT INTO gone_objects (room_id, object)
               SELECT room_id, object FROM erased WHERE object IS NOT NULL),
             threads AS (UPDATE threads t SET title = '', excerpt = '', pictures = 0, poll = false
               FROM unnest($1::text[], $2::bytea[]) AS gone (room_id, post_id)
               JOIN posts first ON first.room_id = gone.room_id AND first.id = gone.post_id AND first.seq = 0
               WHERE t.room_id = first.room_id AND t.id = first.thread_id)
           UPDATE posts p SET salt = NULL, title = NULL, text = NULL, attached = NULL, mentions = NULL, words = NULL,
             fingerprint = NULL ${gone} WHERE p.room_id = gone.room_id AND p.id = gone.post_id`,
    values,
  });
}
