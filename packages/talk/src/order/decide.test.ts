import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFile } from '../pictures/test-files.ts';
import { call, Holder, send } from '../testing/holder.ts';
import { decider } from '../testing/order.ts';
import { startTown, type Town } from '../testing/town.ts';
import { type PostAt, votesIn } from '../testing/votes.ts';
import { bytesOf, textOf } from '../wire.ts';

let town: Town;
let votes: ReturnType<typeof votesIn>;
let desk: ReturnType<typeof decider>;
beforeAll(async () => {
  town = await startTown();
  votes = votesIn(town);
  desk = decider(town);
});
afterAll(() => town.stop());

const viewOf = (post: PostAt) => desk.view(post);
const listed = async (post: PostAt) => {
  const { body } = await call<{ threads: { id: string }[] }>(
    town,
    'GET',
    `/rooms/${post.room}/threads?${desk.fresh()}`,
  );
  return body.threads.some(({ id }) => id === post.thread);
};
const orderOf = async (post: PostAt) => (await viewOf(post)).posts.find(({ id }) => id === post.id);
const threadsOf = async (room: string): Promise<number> =>
  (await town.db.pool.query('SELECT threads FROM room_stats WHERE room_id = $1', [room])).rows[0].threads;

describe('a decision', () => {
  it('removes a thread: a tombstone stays, lists and counts leave it out, and keeping it brings all back', async () => {
    const post = await votes.open(new Holder(town), { text: 'Something vile' });
    const before = await threadsOf('square');
    const decision = await desk.decide(post, 'remove', { rule: 'insult' });
    expect(decision).toMatchObject({ action: 'remove', by: 'moderator', rule: 'insult', logged: null });
    expect(decision.appealUntil).toBe('2026-12-02');
    const { thread, posts } = await viewOf(post);
    expect(thread).toMatchObject({ title: '', excerpt: '', order: { state: 'removed' } });
    expect(posts[0]).toMatchObject({ body: null, order: { state: 'removed' }, deleted: false });
    expect(await listed(post)).toBe(false);
    expect(await threadsOf('square')).toBe(before - 1);

    await desk.decide(post, 'keep');
    expect((await viewOf(post)).posts[0]?.body?.text).toBe('Something vile');
    expect(await listed(post)).toBe(true);
    expect(await threadsOf('square')).toBe(before);
  });

  it('takes a reply out of its place in the lists, and puts it back there', async () => {
    const thread = await votes.open(new Holder(town));
    const reply = await votes.answer(new Holder(town), thread, 'The best of all replies');
    for (const person of votes.people(3)) await votes.react(person, reply, 'agree', { kind: 'alias' });
    const highlight = async () => (await viewOf(thread)).thread.highlight?.words;
    expect(await highlight()).toBe('The best of all replies');
    const { id } = await desk.decide(reply, 'remove');
    expect(await highlight()).toBeUndefined();
    await desk.undo(reply, id);
    expect(await highlight()).toBe('The best of all replies');
  });

  it.each([
    ['caution', { caution: 'satire' }, { order: { caution: 'satire', state: 'shown' } }],
    ['blur', {}, { order: { blurred: true, state: 'shown' } }],
  ] as const)('of the kind %s is seen on the post, and undone', async (action, more, seen) => {
    const post = await votes.open(new Holder(town));
    const { id } = await desk.decide(post, action, more);
    expect(await orderOf(post)).toMatchObject(seen);
    await desk.undo(post, id);
    expect((await orderOf(post))?.order).toEqual({ state: 'shown', caution: null, blurred: false });
  });

  it('locks and slows a thread, and each is taken back alone', async () => {
    const post = await votes.open(new Holder(town));
    const lock = await desk.decide(post, 'lock');
    const slow = await desk.decide(post, 'slow', { minutes: 7 });
    expect(slow.minutes).toBe(10);
    expect((await viewOf(post)).thread.order).toMatchObject({ locked: true, slowMinutes: 10 });
    await desk.undo(post, lock.id);
    expect((await viewOf(post)).thread.order).toMatchObject({ locked: false, slowMinutes: 10 });
  });

  it('keeps the tokens of what it removes, and gives them back with the post', async () => {
    const post = await votes.open(new Holder(town));
    const refund = async () => {
      const text = 'SELECT held, forfeited FROM refunds WHERE post_id = $1';
      return (await town.db.pool.query(text, [bytesOf(post.id)])).rows[0];
    };
    await desk.decide(post, 'remove');
    expect(await refund()).toEqual({ held: false, forfeited: true });
    await desk.decide(post, 'keep');
    expect(await refund()).toEqual({ held: false, forfeited: false });
    await desk.decide(post, 'forfeit');
    expect(await refund()).toEqual({ held: false, forfeited: true });
  });

  it('that bans a picture removes its post, and refuses the picture from then on', async () => {
    const size = { width: 32, height: 32 };
    const file = await simpleFile(size);
    const thread = await votes.open(new Holder(town));
    const withPicture = () => new Holder(town).reply(thread, { pictures: [{ file, ...size }] });
    const { body } = await send(town, 'square', withPicture());
    const reply = { room: 'square', id: body.id, thread: body.thread };
    for (const person of votes.people(3)) await votes.react(person, reply, 'agree', { kind: 'alias' });
    const { result, statements } = await countStatements(() => desk.decide(reply, 'ban-picture'));
    expect(statements.length).toBeLessThanOrEqual(8);
    expect((await send(town, 'square', withPicture())).body.code).toBe('look-known-picture');
    await desk.undo(reply, result.id);
    expect((await send(town, 'square', withPicture())).status).toBe(200);
  });

  it('takes at most eight statements, whatever it is about, and so does taking it back', async () => {
    const thread = await votes.open(new Holder(town));
    const reply = await votes.answer(new Holder(town), thread);
    for (const post of [thread, reply]) {
      for (const action of ['remove', 'lock', 'ban', 'blur', 'slow'] as const) {
        const made = await countStatements(() => desk.decide(post, action, { minutes: 5 }));
        const undone = await countStatements(() => desk.undo(post, made.result.id));
        expect([made.statements.length, undone.statements.length].every((n) => n <= 8)).toBe(true);
      }
    }
  });

  it('that changes nothing, or is about nothing, is refused', async () => {
    const post = await votes.open(new Holder(town));
    await desk.decide(post, 'lock');
    await expect(desk.decide(post, 'lock')).rejects.toMatchObject({ code: 'decision-unfit' });
    const nowhere = { ...post, id: textOf(Buffer.alloc(32)) };
    await expect(desk.decide(nowhere, 'remove')).rejects.toMatchObject({ code: 'case-unknown' });
    await desk.decide(post, 'remove');
    await expect(desk.decide(post, 'blur')).rejects.toMatchObject({ code: 'decision-unfit' });
  });
});

describe('taking back', () => {
  it('is for whoever decided, before the next slot, and where nobody decided since', async () => {
    const post = await votes.open(new Holder(town));
    const { id } = await desk.decide(post, 'remove');
    await expect(desk.undo(post, id, { staff: desk.other })).rejects.toMatchObject({ code: 'not-yours' });
    await desk.decide(post, 'keep');
    await expect(desk.undo(post, id)).rejects.toMatchObject({ code: 'decision-unfit' });
    const late = await desk.decide(post, 'blur');
    town.clock.advance(6 * 60_000);
    await expect(desk.undo(post, late.id)).rejects.toMatchObject({ code: 'decision-published' });
    await expect(desk.undo(post, textOf(Buffer.alloc(32)))).rejects.toMatchObject({
      code: 'decision-unknown',
    });
  });

  it('leaves nothing of the decision', async () => {
    const post = await votes.open(new Holder(town));
    const { id } = await desk.decide(post, 'ban');
    await desk.undo(post, id);
    const found = await town.db.pool.query(
      'SELECT FROM decisions WHERE id = $1 UNION ALL SELECT FROM bans WHERE decision = $1',
      [bytesOf(id)],
    );
    expect(found.rowCount).toBe(0);
  });
});
