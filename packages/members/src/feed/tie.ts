import type { Queryable } from '@teahouse/kit/pool';

/** Posts of the other one that a new tie brings into a feed. */
const atFirst = 10;

/**
 * Puts the latest posts of an author into the feed of somebody who has just been connected to them or begun to follow
 * them; called in that transaction. One statement.
 */
export async function fillFeed(
  tx: Queryable,
  i: { reader: string; author: string; why: 'connection' | 'follow'; since: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO feed_items (reader_id, seq, day, why)
     SELECT $1, seq, day, $3 FROM posts
     WHERE author_id = $2 AND NOT wide AND day >= $4 AND (audience = 'everyone' OR $3 = 'connection')
     ORDER BY seq DESC LIMIT $5
     ON CONFLICT (reader_id, seq) DO UPDATE SET why = excluded.why WHERE feed_items.why = 'reaction'`,
    [i.reader, i.author, i.why, i.since, atFirst],
  );
}
