import type { Queryable } from '@teahouse/kit/pool';

/** What the feed holds of a member, for the export of everything: what they wrote, felt, hid and muted. */
export interface FeedExport {
  posts: {
    id: string;
    day: string;
    audience: string;
    text: string;
    edited: boolean;
    link: string | null;
    shares: string | null;
    pictures: string[];
  }[];
  comments: { post: string; day: string; text: string; edited: boolean }[];
  reactions: { post: string; kind: string }[];
  hidden: string[];
  muted: string[];
}

/** One statement. */
export async function exportFeed(db: Queryable, account: string): Promise<FeedExport> {
  const { rows } = await db.query<FeedExport>(
    `SELECT
      (SELECT coalesce(json_agg(json_build_object('id', id, 'day', day, 'audience', audience, 'text', text,
          'edited', edited, 'link', link ->> 'url', 'shares', shared_id,
          'pictures', jsonb_path_query_array(pictures, '$[*].picture')) ORDER BY seq), '[]')
        FROM posts WHERE author_id = $1) AS posts,
      (SELECT coalesce(json_agg(json_build_object('post', post_id, 'day', day, 'text', text, 'edited', edited)
          ORDER BY day, post_id, n), '[]') FROM comments WHERE author_id = $1) AS comments,
      (SELECT coalesce(json_agg(json_build_object('post', post_id, 'kind', kind) ORDER BY post_id), '[]')
        FROM reactions WHERE account_id = $1) AS reactions,
      (SELECT coalesce(json_agg(post_id ORDER BY post_id), '[]') FROM hidden_posts WHERE account_id = $1) AS hidden,
      (SELECT coalesce(json_agg(muted_id ORDER BY muted_id), '[]') FROM mutes WHERE account_id = $1) AS muted`,
    [account],
  );
  return rows[0] ?? { posts: [], comments: [], reactions: [], hidden: [], muted: [] };
}
