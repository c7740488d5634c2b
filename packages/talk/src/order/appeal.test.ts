import { BulkRefunds } from '@teahouse/contract/talk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, Holder, send, tokenKeyOf } from '../testing/holder.ts';
import { decider } from '../testing/order.ts';
import { startTown, type Town } from '../testing/town.ts';
import { type PostAt, votesIn } from '../testing/votes.ts';
import { bytesOf, textOf } from '../wire.ts';

let town: Town;
let votes: ReturnType<typeof votesIn>;
let desk: ReturnType<typeof decider>;
let author: Holder;
let post: PostAt;
beforeEach(async () => {
  town = await startTown();
  votes = votesIn(town);
  desk = decider(town);
  author = new Holder(town);
  post = await votes.open(author, { text: 'A quote of what was said to me' });
});
afterEach(() => town.stop());

const day = 24 * 3_600_000;
const nextSlot = () => town.clock.advance(6 * 60_000);
const appeal = (who: Holder, decision: string, at = post) => send(town, at.room, who.appeal(at, decision));
const orderOf = async (at = post) => (await desk.view(at)).posts.find(({ id }) => id === at.id);
const refundsOf = async () => {
  const keyId = textOf(tokenKeyOf(town).id);
  return BulkRefunds.parse((await call(town, 'GET', `/bulk/refunds?keyId=${keyId}`)).body).refunds;
};
const words = async () =>
  (
    await town.db.pool.query('SELECT text, salt, words, fingerprint FROM posts WHERE id = $1', [
      bytesOf(post.id),
    ])
  ).rows[0];

describe('an appeal', () => {
  it('that is granted brings back the post and its tokens, by somebody else than who decided', async () => {
    const { id } = await desk.decide(post, 'remove', { rule: 'insult' });
    nextSlot();
    const sent = author.appeal(post, id);
    const first = await send(town, 'square', sent);
    expect(first.status).toBe(200);
    expect((await send(town, 'square', sent)).body).toEqual(first.body);
    expect((await appeal(author, id)).body.code).toBe('appeal-closed');
    await expect(desk.answer(post, id, true, desk.staff)).rejects.toMatchObject({ code: 'appeal-own' });

    const answer = await desk.answer(post, id, true);
    expect(answer).toMatchObject({ action: 'restore', rule: 'insult', by: 'senior', post: post.id });
    expect((await orderOf())?.body?.text).toBe('A quote of what was said to me');
    await expect(desk.answer(post, id, false)).rejects.toMatchObject({ code: 'appeal-answered' });
    town.clock.advance(day);
    await town.talk.upkeep();
    expect((await refundsOf()).map((refund) => refund.post)).toEqual([post.id]);
  });

  it('that is refused leaves all as it is, and the tokens gone', async () => {
    const { id } = await desk.decide(post, 'remove');
    nextSlot();
    await appeal(author, id);
    expect(await desk.answer(post, id, false)).toMatchObject({ action: 'uphold' });
    expect((await orderOf())?.order.state).toBe('removed');
    town.clock.advance(2 * day);
    await town.talk.upkeep();
    expect(await refundsOf()).toEqual([]);
  });

  it.each([
    ['ban', async () => (await send(town, 'square', author.reply(post, { kind: undefined }))).status],
    ['blur', async () => ((await orderOf())?.order.blurred ? 0 : 200)],
    ['caution', async () => ((await orderOf())?.order.caution ? 0 : 200)],
  ] as const)('against %s undoes that alone', async (action, standing) => {
    const { id } = await desk.decide(post, action, { caution: 'satire' });
    expect(await standing()).not.toBe(200);
    nextSlot();
    expect((await appeal(author, id)).status).toBe(200);
    await desk.answer(post, id, true);
    expect(await standing()).toBe(200);
  });

  it('is for the author, against what a person decided about the author’s post, and once it is settled', async () => {
    const { id } = await desk.decide(post, 'remove');
    expect((await appeal(author, id)).body.code).toBe('appeal-unknown');
    nextSlot();
    expect((await appeal(new Holder(town), id)).body.code).toBe('not-author');
    expect((await appeal(author, textOf(Buffer.alloc(32)))).body.code).toBe('appeal-unknown');
    const other = await votes.open(author);
    expect((await appeal(author, id, other)).body.code).toBe('appeal-unknown');
    const lock = await desk.decide(other, 'lock');
    nextSlot();
    expect((await appeal(author, lock.id, other)).body.code).toBe('appeal-unknown');
  });

  it('comes too late after the day that its author was told', async () => {
    const { id, appealUntil } = await desk.decide(post, 'blur');
    town.clock.set(`${appealUntil}T23:59:00Z`);
    expect((await appeal(author, textOf(Buffer.alloc(32)))).body.code).toBe('appeal-unknown');
    town.clock.advance(60_000);
    expect((await appeal(author, id)).body.code).toBe('appeal-closed');
  });
});

describe('the words of a removed post', () => {
  it('are kept while an appeal can come, then destroyed with their salts', async () => {
    const edited = await send(town, 'square', author.edit(post, post.id, 'Edited before'));
    expect(edited.status).toBe(200);
    await desk.decide(post, 'remove');
    town.clock.set('2026-12-02T23:50:00Z');
    await town.talk.upkeep();
    expect((await words()).text).toBe('Edited before');
    town.clock.set('2026-12-03T00:05:00Z');
    await town.talk.upkeep();
    expect(await words()).toEqual({ text: null, salt: null, words: null, fingerprint: null });
    const { rows } = await town.db.pool.query('SELECT text, salt FROM post_versions');
    expect(rows).toEqual([{ text: null, salt: null }]);
    const titles = await town.db.pool.query('SELECT title, excerpt FROM threads');
    expect(titles.rows).toEqual([{ title: '', excerpt: '' }]);
    await expect(desk.decide(post, 'keep')).rejects.toMatchObject({ code: 'decision-unfit' });
    expect((await call(town, 'GET', `/rooms/square/posts/${post.id}/proof`)).body.code).toBe('proof-gone');
  });

  it('are kept as long as an appeal is open', async () => {
    const { id } = await desk.decide(post, 'remove');
    nextSlot();
    await appeal(author, id);
    town.clock.advance(40 * day);
    await town.talk.upkeep();
    expect((await words()).text).not.toBeNull();
    await desk.answer(post, id, true);
    expect((await orderOf())?.order.state).toBe('shown');
  });
});
