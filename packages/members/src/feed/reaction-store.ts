import { membersLimits as l, type PostReaction } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { isUnblocked } from '../people/cards.ts';
import { canSee } from './sight.ts';

/** Sets one's reaction. `fresh` where there was none before; nothing where the post is not for the member. */
export async function putReaction(
  tx: Queryable,
  i: { account: string; post: string; kind: PostReaction },
): Promise<{ seq: string; author: string; fresh: boolean } | undefined> {
  const { rows } = await tx.query<{ seq: string; author: string; fresh: boolean }>(
    `WITH asked AS (SELECT p.id, p.seq, p.author_id FROM posts p WHERE p.id = $2 AND ${canSee('$1::uuid', 'p')}),
       put AS (INSERT INTO reactions (post_id, account_id, kind) SELECT id, $1, $3 FROM asked
         ON CONFLICT (post_id, account_id) DO UPDATE SET kind = excluded.kind WHERE reactions.kind <> excluded.kind
         RETURNING xmax = 0 AS fresh)
     SELECT seq, author_id AS author, coalesce((SELECT fresh FROM put), false) AS fresh FROM asked`,
    [i.account, i.post, i.kind],
  );
  return rows[0];
}

/** The reaction waits to be told to the connections of who reacted. */
export async function queueReaction(tx: Queryable, seq: string, account: string): Promise<void> {
  await tx.query('INSERT INTO feed_spreads (seq, by_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    seq,
    account,
  ]);
}

/** Takes one's reaction back, also out of the feeds into which it went; false where there was none. */
export async function takeReaction(tx: Queryable, account: string, post: string): Promise<boolean> {
  const { rows } = await tx.query<{ seq: string }>(
    `DELETE FROM reactions r USING posts p WHERE r.post_id = $2 AND r.account_id = $1 AND p.id = r.post_id
     RETURNING p.seq`,
    [account, post],
  );
  const seq = rows[0]?.seq;
  if (seq === undefined) return false;
  // In this order: a chunk that is being written is waited for, and what it wrote is there to be taken out.
  await tx.query(
    'DELETE FROM feed_spreads s USING posts p WHERE s.seq = $2 AND s.by_id = $1 AND p.seq = s.seq AND p.author_id <> $1',
    [account, seq],
  );
  await tx.query(
    `WITH readers AS (SELECT other_id FROM connections WHERE account_id = $1),
       gone AS (DELETE FROM feed_items f USING readers
         WHERE f.reader_id = other_id AND f.seq = $2 AND f.by_id = $1 AND f.why = 'reaction')
     UPDATE feed_items f SET by_id = NULL FROM readers
     WHERE f.reader_id = other_id AND f.seq = $2 AND f.by_id = $1 AND f.why <> 'reaction'`,
    [account, seq],
  );
  return true;
}

interface Reacted {
  id: string;
  kind: PostReaction;
}

/** Who reacted, in the order of their ids, which is none; nothing at all where the post is not for the reader. */
export async function readReactions(
  db: Queryable,
  i: { reader: string; post: string; after: string | undefined },
): Promise<Reacted[] | undefined> {
  const { rows } = await db.query<Reacted | { id: null }>({
    name: 'read-reactions',
    text: `SELECT r.account_id AS id, r.kind FROM posts p
      LEFT JOIN LATERAL (SELECT account_id, kind FROM reactions WHERE post_id = p.id
        AND account_id > coalesce($3::uuid, '00000000-0000-0000-0000-000000000000')
        AND ${isUnblocked('$1::uuid', 'reactions.account_id')} ORDER BY account_id LIMIT $4) r ON true
      WHERE p.id = $2 AND ${canSee('$1::uuid', 'p')} ORDER BY 1`,
    values: [i.reader, i.post, i.after ?? null, l.peoplePage + 1],
  });
  return rows.length === 0 ? undefined : rows.filter((row): row is Reacted => row.id !== null);
}
