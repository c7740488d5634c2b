import { BulkPosts } from '@teahouse/contract/talk';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call, Holder, send } from '../testing/holder.ts';
import { decider } from '../testing/order.ts';
import { contentsOf, start, startTown, type Town } from '../testing/town.ts';
import { type PostAt, votesIn } from '../testing/votes.ts';
import { bytesOf } from '../wire.ts';

let town: Town;
let votes: ReturnType<typeof votesIn>;
let desk: ReturnType<typeof decider>;
beforeAll(async () => {
  town = await startTown();
  votes = votesIn(town);
  desk = decider(town);
});
beforeEach(() => town.clock.set(start));
afterAll(() => town.stop());

const threat = "I'm going to kill you and your family";
const advert = 'Fake degrees and pay stubs, delivered in 2 days';
const quarrel = 'You are such an idiot, honestly';

const caseOf = async ({ id }: PostAt) => {
  const { rows } = await town.db.pool.query(
    'SELECT open, kept, priority, look, reports FROM cases WHERE post_id = $1',
    [bytesOf(id)],
  );
  return rows[0];
};
const decisionsOf = async ({ id }: PostAt) => {
  const text = 'SELECT action, rule, by, words FROM decisions WHERE post_id = $1';
  return (await town.db.pool.query(text, [bytesOf(id)])).rows;
};
const orderOf = async (post: PostAt) =>
  (await desk.view(post)).posts.find(({ id }) => id === post.id)?.order.state;

describe('the first look', () => {
  it.each([
    ['look-threat', threat],
    ['look-personal-data', 'his number is 212-555-0143'],
  ])('refuses with %s, and nothing is written or spent', async (code, text) => {
    const thread = await votes.open(new Holder(town));
    const before = await contentsOf(town);
    const author = new Holder(town);
    for (const envelope of [
      author.thread({ text }),
      author.thread({ title: text }),
      author.reply(thread, { text }),
    ]) {
      const { status, body } = await send(town, 'square', envelope);
      expect([status, body.code]).toEqual([422, code]);
    }
    expect(await contentsOf(town)).toBe(before);
  });

  it('refuses an edit like a post, and what stood there stays', async () => {
    const author = new Holder(town);
    const post = await votes.open(author, { text: 'Before' });
    const { body } = await send(town, 'square', author.edit(post, post.id, threat));
    expect(body.code).toBe('look-threat');
    expect((await votes.postOf(post)).body?.text).toBe('Before');
  });

  it('holds an advertisement until somebody looked, and its tokens with it', async () => {
    const post = await votes.open(new Holder(town), { text: advert });
    expect(await orderOf(post)).toBe('held');
    expect(await caseOf(post)).toMatchObject({ open: true, look: { reasons: [{ kind: 'advertising' }] } });
    expect(await decisionsOf(post)).toEqual([
      { action: 'hold', rule: 'advertising', by: 'program', words: '' },
    ]);
    expect(JSON.stringify((await caseOf(post)).look)).not.toContain('degrees');
    const { rows } = await town.db.pool.query('SELECT threads FROM room_stats WHERE room_id = $1', [
      'square',
    ]);
    await desk.decide(post, 'keep');
    expect(await orderOf(post)).toBe('shown');
    expect(await caseOf(post)).toMatchObject({ open: false, kept: true });
    const after = await town.db.pool.query('SELECT threads FROM room_stats WHERE room_id = $1', ['square']);
    expect(after.rows[0].threads).toBe(rows[0].threads + 1);
  });

  it('leaves nothing to look at when the author takes a held post back', async () => {
    const author = new Holder(town);
    const post = await votes.open(author, { text: advert });
    expect((await caseOf(post)).open).toBe(true);
    await send(town, 'square', author.remove(post, post.id));
    expect((await caseOf(post)).open).toBe(false);
  });

  it('shows what it is unsure of, and queues it', async () => {
    const post = await votes.open(new Holder(town), { text: quarrel });
    expect(await orderOf(post)).toBe('shown');
    expect(await caseOf(post)).toMatchObject({ open: true, kept: false, reports: 0 });
    expect((await caseOf(post)).priority).toBeGreaterThan(0);
    expect(await decisionsOf(post)).toEqual([]);
  });

  it('opens a case again when a post that was kept gets other words', async () => {
    const author = new Holder(town);
    const post = await votes.open(author, { text: quarrel });
    await desk.decide(post, 'keep');
    await send(town, 'square', author.edit(post, post.id, `${quarrel}!!`));
    expect(await caseOf(post)).toMatchObject({ open: true, kept: false });
  });

  it('takes an edited post out of sight when its new words are held', async () => {
    const author = new Holder(town);
    const thread = await votes.open(author);
    const reply = await votes.answer(author, thread, 'An honest reply');
    const envelope = author.edit(reply, reply.id, advert);
    const { result: edited, statements } = await countStatements(() => send(town, 'square', envelope));
    expect(edited.status).toBe(200);
    // One reads what it is judged by, before the transaction.
    expect(statements.length).toBeLessThanOrEqual(1 + 8);
    expect(await orderOf(reply)).toBe('held');
    const again = await send(town, 'square', author.edit(reply, edited.body.id, 'Honest again'));
    expect(again.body.code).toBe('post-not-shown');
    // Its author can take it back all the same.
    expect((await send(town, 'square', author.remove(reply, edited.body.id))).status).toBe(200);
  });

  it('leaves a held reply out of the bulk file of the day and of the thread that others answer', async () => {
    const thread = await votes.open(new Holder(town));
    const { lastSlot } = (await desk.view(thread)).thread;
    town.clock.advance(20 * 60_000);
    const held = await votes.answer(new Holder(town), thread, advert);
    expect((await desk.view(thread)).thread).toMatchObject({ lastSlot, replies: 1 });
    const { posts } = BulkPosts.parse(
      (await call(town, 'GET', `/bulk/posts?day=${start.slice(0, 10)}`)).body,
    );
    expect(posts.map(({ id }) => id)).not.toContain(held.id);
    const answer = await send(town, 'square', new Holder(town).reply(held));
    expect(answer.body.code).toBe('post-not-shown');
    expect((await votes.react(new Holder(town), held, 'agree', { kind: 'alias' })).body.code).toBe(
      'post-not-shown',
    );
  });

  it('finds a text that is said again and again, by whomever', async () => {
    const text = (n: number) =>
      `Everybody should read what our new canteen serves since last week, really, see ${n}`;
    const posts: PostAt[] = [];
    for (let n = 0; n < 5; n += 1)
      posts.push(await votes.open(new Holder(town), { text: text(n), room: 'pay' }));
    const kinds = (await caseOf(posts[4]!)).look.reasons.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toContain('near-duplicate');
  });
});

describe('a thread that order is kept in', () => {
  it('takes nothing of an alias that is banned there, under any name', async () => {
    const [opener, troll] = [new Holder(town), new Holder(town)];
    const thread = await votes.open(opener);
    const reply = await votes.answer(troll, thread);
    const { id } = await desk.decide(reply, 'ban');
    const tries = [
      troll.reply(thread, { kind: undefined }),
      troll.reply(thread, { kind: 'alias' }),
      troll.edit(reply, reply.id, 'More'),
      troll.react(thread, 'angry'),
    ];
    for (const envelope of tries)
      expect((await send(town, 'square', envelope)).body.code).toBe('alias-banned');
    expect((await send(town, 'square', troll.thread())).status).toBe(200);
    await desk.undo(reply, id);
    expect((await send(town, 'square', troll.reply(thread, { kind: undefined }))).status).toBe(200);
  });

  it('can be read and not answered while it is locked', async () => {
    const author = new Holder(town);
    const thread = await votes.open(author);
    await desk.decide(thread, 'lock');
    for (const envelope of [
      author.reply(thread, { kind: undefined }),
      author.edit(thread, thread.id, 'More'),
    ])
      expect((await send(town, 'square', envelope)).body.code).toBe('thread-locked');
    await desk.decide(thread, 'unlock');
    expect((await send(town, 'square', author.reply(thread, { kind: undefined }))).status).toBe(200);
  });

  it('makes an alias wait in slow mode, and says how long', async () => {
    const [one, two] = [new Holder(town), new Holder(town)];
    const thread = await votes.open(one);
    await desk.decide(thread, 'slow', { minutes: 15 });
    const again = one.reply(thread, { kind: undefined });
    const refused = await send(town, 'square', again);
    expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([
      429,
      'thread-slow',
      '900',
    ]);
    expect((await send(town, 'square', two.reply(thread))).status).toBe(200);
    town.clock.advance(15 * 60_000);
    expect((await send(town, 'square', again)).status).toBe(200);
  });
});
