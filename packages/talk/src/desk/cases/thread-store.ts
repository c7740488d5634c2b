import type { Queryable } from '@teahouse/kit/pool';
import { type PostRow, postColumns } from '../../threads/store.ts';

/**
 * The first post of a thread, and as many above a post as below it, in order. By the tables and not by pieces, as readers'
 * pages are made of: these have no words of what is not shown. One statement.
 */
export async function readPostsAround(
  db: Queryable,
  i: { room: string; thread: Uint8Array; post: Uint8Array; limit: number },
): Promise<PostRow[]> {
  const { rows } = await db.query<PostRow>({
    name: 'desk-posts-around',
    text: `SELECT ${postColumns}, y.reactions, y.votes, y.ballots, y.verdicts
           FROM posts p LEFT JOIN tallies y ON y.room_id = p.room_id AND y.post_id = p.id
           WHERE p.room_id = $1 AND p.thread_id = $2
             AND (p.seq = 0 OR p.seq >= (SELECT seq - $4::integer / 2 FROM posts WHERE room_id = $1 AND id = $3))
           ORDER BY p.seq LIMIT $4::integer`,
    values: [i.room, i.thread, i.post, i.limit],
  });
  return rows;
}
