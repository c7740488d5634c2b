import pg from 'pg';

/**
 * Gives every tenth of the people, and whom the reader knows, a post with a picture, link and counts, written into the feeds of their connections as the house
 * does it. All in SQL, on the last two weeks. Returns how many rows the feeds have.
 */
export async function fillFeeds(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const run = async (text: string, values: unknown[] = []) =>
    (await client.query(text, values)).rowCount ?? 0;
  try {
    await run(`SET statement_timeout = 0`);
    await run(`SET synchronous_commit = off`);
    await run(
      `INSERT INTO posts (author_id, day, audience, text, pictures, link, is_share, likes, celebrates, comments)
       SELECT account_id, current_date - (random() * 13)::int, 'everyone', repeat('What the house learnt this week. ', 12),
         CASE WHEN random() < 0.3 THEN $1::jsonb ELSE '[]' END, CASE WHEN random() < 0.2 THEN $2::jsonb END,
         false, (random() * 40)::int, (random() * 9)::int, (random() * 12)::int
       FROM profiles WHERE handle ~ '0$' OR account_id IN (SELECT other_id FROM connections c JOIN profiles p
         ON p.account_id = c.account_id WHERE p.handle NOT LIKE 'person-%')`,
      [
        JSON.stringify([{ picture: 'A'.repeat(43), width: 1600, height: 900 }]),
        JSON.stringify({
          url: 'https://a.example/x',
          host: 'a.example',
          title: 'A page',
          words: '',
          picture: null,
        }),
      ],
    );
    const items = await run(
      `INSERT INTO feed_items (reader_id, seq, day, why, by_id)
       SELECT c.other_id, p.seq, p.day, 'connection', NULL FROM posts p JOIN connections c ON c.account_id = p.author_id
       ON CONFLICT DO NOTHING`,
    );
    // Rows of a commit that is not on disk yet are marked visible to all by no VACUUM: index-only scans would read each.
    await run(`SET synchronous_commit = on`);
    await run(`UPDATE posts SET likes = likes WHERE seq = 1`);
    for (const table of ['posts', 'feed_items']) await run(`VACUUM ANALYZE ${table}`);
    return items;
  } finally {
    await client.end();
  }
}
