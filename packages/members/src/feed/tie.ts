import { membersLimits } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';

/** Posts of an author that a new tie brings into a feed. */
const atFirst = 10;

/** Who begins to read whom. */
export interface NewTie {
  readonly reader: string;
  readonly author: string;
}

/**
 * Puts the latest posts of authors into the feeds of those who have just been connected to them, or begun to follow
 * them; called in that transaction. One statement.
 */
export async function fillFeeds(
  tx: Queryable,
  i: { ties: readonly NewTie[]; why: 'connection' | 'follow'; today: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO feed_items (reader_id, seq, day, why)
     SELECT t.reader, p.seq, p.day, $3 FROM unnest($1::uuid[], $2::uuid[]) AS t (reader, author)
       CROSS JOIN LATERAL (SELECT seq, day FROM posts
         WHERE author_id = t.author AND NOT wide AND day >= $4::date - $5::int
           AND (audience = 'everyone' OR $3 = 'connection') ORDER BY seq DESC LIMIT $6) p
     ON CONFLICT (reader_id, seq) DO UPDATE SET why = excluded.why WHERE feed_items.why = 'reaction'`,
    [
      i.ties.map(({ reader }) => reader),
      i.ties.map(({ author }) => author),
      i.why,
      i.today,
      membersLimits.feedDays,
      atFirst,
    ],
  );
}
