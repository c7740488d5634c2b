import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect, feedOf, follow, type Member, newMembers, post, textsOf } from '../testing/test-feed.ts';
import { openTown, type Town } from '../testing/test-town.ts';
import { spreadAll, spreadOnce } from './spread.ts';

let town: Town;
let author: Member;
let reader: Member;
const crowd = 20_000;
const sql = async (text: string, ...values: unknown[]) => (await town.db.pool.query(text, values)).rows;

beforeAll(async () => {
  town = await openTown();
  await sql(`WITH made AS (INSERT INTO accounts (email, password, name, locale)
      SELECT 'crowd' || n || '@home.test', '', 'Crowd', 'en' FROM generate_series(1, ${crowd}) AS n RETURNING id)
    INSERT INTO profiles (account_id) SELECT id FROM made`);
}, 60_000);
afterAll(() => town.close());
beforeEach(async () => {
  [author, reader] = (await newMembers(town, 2)) as [Member, Member];
  await sql(
    `INSERT INTO follows SELECT id, $1 FROM accounts WHERE email LIKE 'crowd%' LIMIT ${crowd - 1}`,
    author.id,
  );
  await connect(town, author, reader);
});

/** A post that waits: nobody in this process writes it into feeds. */
async function waiting(text: string, more: object = {}): Promise<string> {
  const { requestSpread } = town.members.context;
  Object.assign(town.members.context, { requestSpread: () => {} });
  const { body } = await post(author, text, more);
  Object.assign(town.members.context, { requestSpread });
  const [row] = await sql('SELECT seq FROM posts WHERE id = $1', body.post.id);
  return row.seq;
}
const readersOf = async (seq: string) =>
  Number((await sql('SELECT count(*) FROM feed_items WHERE seq = $1', seq))[0].count);

/** Writes chunks in a process of its own, which is killed when the first ones are there. */
async function crashInTheMiddle(seq: string): Promise<number> {
  const script = `
    const { createPool } = await import('@teahouse/kit/pool');
    const { spreadOnce } = await import(${JSON.stringify(new URL('./spread.ts', import.meta.url).href)});
    const pool = createPool({ url: ${JSON.stringify(town.db.url)}, name: 'crash' });
    while (await spreadOnce(pool, { chunk: 500 }));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: new URL('.', import.meta.url),
    stdio: 'inherit',
  });
  while ((await readersOf(seq)) < 1_000) await new Promise((done) => setTimeout(done, 5));
  child.kill('SIGKILL');
  await once(child, 'exit');
  return readersOf(seq);
}

describe('a post with twenty thousand readers', () => {
  it('is in each of their feeds once, also when who writes it is killed in the middle', async () => {
    const seq = await waiting('To all');
    const before = await crashInTheMiddle(seq);
    expect(before).toBeGreaterThanOrEqual(1_000);
    expect(before).toBeLessThan(crowd);
    // Until Postgres has noticed that the other one is gone, its row is passed over.
    while ((await sql('SELECT FROM feed_spreads')).length > 0) await spreadAll(town.db.pool);
    // Every reader, and its author.
    expect(await readersOf(seq)).toBe(crowd + 1);
    expect(await spreadOnce(town.db.pool)).toBe(false);
    expect(textsOf(await feedOf(reader))).toEqual(['To all']);
  }, 60_000);

  it('is written by several at once without being written twice', async () => {
    const seqs = [await waiting('One'), await waiting('Two')];
    await Promise.all(seqs.map(() => spreadAll(town.db.pool, { chunk: 1_500 })));
    await spreadAll(town.db.pool);
    for (const seq of seqs) expect(await readersOf(seq)).toBe(crowd + 1);
  }, 60_000);

  it('writes no more than a chunk in a transaction', async () => {
    const seq = await waiting('In parts');
    await spreadOnce(town.db.pool, { chunk: 2_000 });
    expect(await readersOf(seq)).toBe(2_001);
    await sql('DELETE FROM feed_spreads');
  }, 60_000);

  it('is found when the feed is read, where its author has more readers than are written', async () => {
    const seq = await waiting('Far and wide');
    await waiting('To connections', { audience: 'connections' });
    await spreadAll(town.db.pool, { readers: crowd - 1 });
    expect(await readersOf(seq)).toBe(1);
    for (const order of ['newest', 'ranked'] as const)
      expect(new Set(textsOf(await feedOf(reader, order)))).toEqual(
        new Set(['Far and wide', 'To connections']),
      );
    const [fan] = (await newMembers(town, 1)) as [Member];
    await follow(town, fan, author);
    for (const order of ['newest', 'ranked'] as const)
      expect(textsOf(await feedOf(fan, order))).toEqual(['Far and wide']);
    await sql('INSERT INTO mutes VALUES ($1, $2)', fan.id, author.id);
    expect(textsOf(await feedOf(fan))).toEqual([]);
    expect(textsOf(await feedOf(author)).sort()).toEqual(['Far and wide', 'To connections']);
  }, 60_000);

  it('goes on when a process starts that finds it waiting', async () => {
    const seq = await waiting('Left behind');
    await spreadOnce(town.db.pool);
    await town.members.startJobs();
    await town.members.idle();
    expect(await readersOf(seq)).toBe(crowd + 1);
  }, 60_000);
});
