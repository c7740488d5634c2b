import { afterAll, beforeAll, expect, it } from 'vitest';
import { call, Holder, send } from '../testing/holder.ts';
import { startTown, type Town } from '../testing/town.ts';
import { fillPieces } from './backfill.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town.stop());

it('posts from before there were pieces get the ones that were written with them, once', async () => {
  const author = new Holder(town);
  const poll = { options: ['Yes', 'No'], multiple: false, voters: 'everyone' } as const;
  const { body: thread } = await send(town, 'square', author.thread({ title: '茶 "and"', poll }));
  const { body: reply } = await send(town, 'square', author.reply(thread, { kind: undefined }));
  await send(town, 'square', author.edit(thread, thread.id, 'Changed, without a title'));
  await send(town, 'square', author.remove(reply, reply.id));
  await send(town, 'square', new Holder(town).react(thread, 'hug', { kind: 'alias' }));
  const { pool } = town.db;
  const pieces = async () => (await pool.query('SELECT * FROM pieces ORDER BY thread_id, seq')).rows;
  const written = await pieces();
  await pool.query('INSERT INTO posts_without_piece SELECT room_id, id FROM posts');
  await pool.query('DELETE FROM pieces');
  expect(await fillPieces(pool)).toBe(2);
  expect(await pieces()).toEqual(written);
  expect(await fillPieces(pool)).toBe(0);
});

it('a page shows what others said of a post whose piece says nothing of it', async () => {
  const author = new Holder(town);
  const { body: thread } = await send(town, 'square', author.thread({ title: 'Tally' }));
  await send(town, 'square', new Holder(town).react(thread, 'agree', { kind: 'alias' }));
  const { body } = await call<{ posts: { tally: unknown; body: unknown }[] }>(
    town,
    'GET',
    `/rooms/square/threads/${thread.thread}`,
  );
  expect(body.posts.map(({ tally }) => tally)).toEqual([
    { reactions: { agree: 1 }, poll: null, verdict: null },
  ]);
});
