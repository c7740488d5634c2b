import { type Case, type CaseView, CaseView as CaseViewSchema } from '@teahouse/contract/desk';
import { type Decision, ThreadView } from '@teahouse/contract/talk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { simpleFile } from '../../pictures/test-files.ts';
import { call, Holder, send } from '../../testing/holder.ts';
import { startTown, type Town } from '../../testing/town.ts';
import { type PostAt, votesIn } from '../../testing/votes.ts';
import { type Clerk, deskSettings, hire } from '../testing/clerk.ts';
import { pileOn } from '../testing/pile.ts';

let town: Town;
let mo: Clerk;
let bo: Clerk;
let sen: Clerk;
let votes: ReturnType<typeof votesIn>;
let pile: ReturnType<typeof pileOn>;
let author: Holder;
let post: PostAt;
beforeAll(async () => {
  town = await startTown(deskSettings);
  [mo, bo, sen] = [await hire(town, 'Mo'), await hire(town, 'Bo'), await hire(town, 'Sen', 'senior')];
  votes = votesIn(town);
  pile = pileOn(town);
  author = new Holder(town);
});
beforeEach(async () => {
  post = await votes.open(author, { text: 'Words that somebody minds' });
  await pile.add(post);
});
afterAll(() => town.stop());

const place = () => `/cases/${post.room}/${post.id}`;
const decide = (clerk: Clerk, action: string, more: object = {}) =>
  clerk.call<Decision>('POST', `${place()}/decisions`, {
    action,
    rule: 'insult',
    words: 'It insults.',
    ...more,
  });
const undo = (clerk: Clerk, decision: string) =>
  clerk.call<Case>('POST', `${place()}/decisions/${decision}/undo`);
const view = async (clerk = mo): Promise<z.output<typeof CaseView>> =>
  CaseViewSchema.parse((await clerk.call('GET', place())).body);
let n = 0;
/** As anybody reads it, past every cache. */
const read = async () =>
  ThreadView.parse(
    (await call(town, 'GET', `/rooms/square/threads/${post.thread}?limit=${(n++ % 90) + 5}`)).body,
  );

describe('a decision at the desk', () => {
  it('is public by role, not by name, and rests the case', async () => {
    const { body } = await decide(mo, 'remove');
    expect(body).toMatchObject({
      action: 'remove',
      rule: 'insult',
      by: 'moderator',
      words: 'It insults.',
      logged: null,
    });
    expect(JSON.stringify(body)).not.toContain(mo.id);
    expect((await read()).posts[0]).toMatchObject({ body: null, order: { state: 'removed' } });
    expect((await view()).case).toMatchObject({ work: 'decided', state: 'removed' });
  });

  it('is seen by the next reader, not a second later', async () => {
    const path = `/rooms/square/threads/${post.thread}`;
    expect(ThreadView.parse((await call(town, 'GET', path)).body).posts[0]?.body).not.toBeNull();
    await decide(mo, 'remove');
    expect(ThreadView.parse((await call(town, 'GET', path)).body).posts[0]?.body).toBeNull();
  });

  it.each([
    [{ words: '' }],
    [{ words: '   ' }],
    [{ words: 'x'.repeat(1001) }],
    [{ rule: 'rude' }],
    [{ rule: undefined }],
    [{ action: 'hold' }],
    [{ action: 'restore' }],
    [{ action: 'slow' }],
    [{ by: 'admin' }],
  ])('is none with %o', async (more) => {
    expect((await decide(mo, 'remove', more)).body.code).toBe('invalid-input');
    expect((await view()).decisions).toEqual([]);
  });

  it('of some kinds is a senior one', async () => {
    expect((await decide(mo, 'ban-picture')).body.code).toBe('desk-role');
    expect((await decide(mo, 'lock')).body).toMatchObject({ action: 'lock' });
    expect((await decide(mo, 'unlock')).body.code).toBe('desk-role');
    expect((await decide(sen, 'unlock')).body).toMatchObject({ action: 'unlock', by: 'senior' });
  });

  it('that changes nothing, or is about no post, is refused', async () => {
    expect((await decide(sen, 'unlock')).body.code).toBe('decision-unfit');
    const nowhere = `/cases/square/${'A'.repeat(43)}/decisions`;
    const given = { action: 'keep', rule: 'other', words: 'Fine.' };
    expect((await mo.call('POST', nowhere, given)).body.code).toBe('case-unknown');
  });

  it('can put a label, slow mode, a blur, a ban', async () => {
    await decide(mo, 'caution', { caution: 'unproven' });
    await decide(mo, 'blur');
    await decide(mo, 'slow', { minutes: 30 });
    await decide(mo, 'ban');
    const { thread, posts } = await read();
    expect(posts[0]?.order).toEqual({ state: 'shown', caution: 'unproven', blurred: true });
    expect(thread.order.slowMinutes).toBe(30);
    const seen = await view();
    expect(seen.banned).toBe(true);
    expect(seen.decisions.map(({ action }) => action).sort()).toEqual(['ban', 'blur', 'caution', 'slow']);
  });
});

describe('taking back', () => {
  it('leaves nothing of a decision', async () => {
    const { body } = await decide(mo, 'remove');
    expect((await view()).decisions).toMatchObject([{ id: body.id, mine: true }]);
    expect((await undo(mo, body.id)).body).toMatchObject({ work: 'open', state: 'shown' });
    expect((await view()).decisions).toEqual([]);
    expect((await read()).posts[0]?.body?.text).toBe('Words that somebody minds');
    expect((await undo(mo, body.id)).body.code).toBe('decision-unknown');
  });

  it("is for whoever decided; also a senior leaves others' decisions", async () => {
    const { body } = await decide(mo, 'remove');
    expect((await view(bo)).decisions).toMatchObject([{ mine: false }]);
    expect((await undo(bo, body.id)).body.code).toBe('not-yours');
    expect((await undo(sen, body.id)).body.code).toBe('not-yours');
  });

  it('ends with the slot, and when it is in the log', async () => {
    const { body } = await decide(mo, 'remove');
    town.clock.advance(6 * 60_000);
    expect((await view()).decisions).toMatchObject([{ mine: false }]);
    expect((await undo(mo, body.id)).body.code).toBe('decision-published');
    const second = await decide(mo, 'keep');
    await town.db.pool.query('UPDATE decisions SET log_index = 7 WHERE id = $1', [
      Buffer.from(second.body.id, 'base64url'),
    ]);
    expect((await undo(mo, second.body.id)).body.code).toBe('decision-published');
  });
});

describe('what staff see of a case', () => {
  it('is the whole thread with its words, also of what others do not see', async () => {
    const reply = await votes.answer(new Holder(town), post, 'A reply to them');
    await decide(mo, 'remove');
    const seen = await view();
    expect(seen.thread).toMatchObject({ id: post.thread, title: 'A title', order: { state: 'removed' } });
    expect(seen.posts.map(({ body, order }) => [body?.text, order.state])).toEqual([
      ['Words that somebody minds', 'removed'],
      ['A reply to them', 'shown'],
    ]);
    expect(seen.aliases).toHaveLength(2);
    expect((await mo.call<CaseView>('GET', `/cases/square/${reply.id}`)).body).toMatchObject({
      case: { post: reply.id, work: 'decided', excerpt: 'A reply to them' },
    });
  });

  it('has what was reported, by the day, without who', async () => {
    await pile.report(post, 'insult', 'This is about me');
    await pile.report(post, 'hate');
    expect((await view()).reports).toEqual([
      { rule: 'insult', words: 'This is about me', day: '2026-11-18', answer: false },
      { rule: 'hate', words: '', day: '2026-11-18', answer: false },
    ]);
  });

  it('has notes of the staff in their order, which nobody else reads', async () => {
    const note = (clerk: Clerk, words: string) => clerk.call('POST', `${place()}/notes`, { words });
    expect((await note(mo, 'Is this the one from before?')).body).toMatchObject({ name: 'Mo' });
    const many = await Promise.all(['a', 'b', 'c', 'd'].map((words) => note(bo, words)));
    expect(many.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await note(mo, 'It is.');
    const { notes } = await view(sen);
    expect(notes.map(({ name }) => name)).toEqual(['Mo', 'Bo', 'Bo', 'Bo', 'Bo', 'Mo']);
    expect(notes.at(-1)?.words).toBe('It is.');
    const paths = [`/rooms/square/threads/${post.thread}`, `/rooms/square/posts/${post.id}/history`];
    for (const path of paths)
      expect(JSON.stringify((await call(town, 'GET', path)).body)).not.toContain('It is.');
    expect((await note(mo, ' ')).body.code).toBe('invalid-input');
    expect((await mo.call('POST', `/cases/square/${'A'.repeat(43)}/notes`, { words: 'x' })).body.code).toBe(
      'case-unknown',
    );
  });

  it('has posts with nearly the same words of all public rooms', async () => {
    const print = (places: number) =>
      Buffer.from(Array.from({ length: 32 }, (_, i) => (i < places ? 1 : 2 + (i % 13))));
    const set = ({ id }: PostAt, bytes: Buffer) =>
      town.db.pool.query('UPDATE posts SET fingerprint = $2 WHERE id = $1', [
        Buffer.from(id, 'base64url'),
        bytes,
      ]);
    const other = Buffer.alloc(32, 15);
    await town.db.pool.query('UPDATE posts SET fingerprint = NULL');
    expect((await view()).similar).toEqual([]);
    const alike = await votes.open(author, { text: 'Words that anybody minds', room: 'pay' });
    const less = await votes.open(author, { text: 'Words, words' });
    const unlike = await votes.open(author, { text: 'Something else' });
    await set(post, print(32));
    await set(alike, print(20));
    await set(less, Buffer.concat([print(32).subarray(0, 13), other.subarray(13)]));
    await set(unlike, Buffer.concat([print(32).subarray(0, 12), other.subarray(12)]));
    const { similar } = await view();
    expect(similar.map(({ post: id }) => id)).toEqual([alike.id, less.id]);
    expect(similar[0]).toEqual({
      ...{ room: 'pay', thread: alike.thread, post: alike.id, state: 'shown' },
      excerpt: 'A title Words that anybody minds',
    });
  });

  it('has the pictures of a post, also when nobody else has them', async () => {
    const size = { width: 64, height: 48 };
    const file = { ...size, file: await simpleFile(size) };
    const { body } = await send(town, 'square', author.reply(post, { kind: undefined, pictures: [file] }));
    const [picture] = (
      await call<z.output<typeof ThreadView>>(town, 'GET', `/rooms/square/threads/${post.thread}?limit=99`)
    ).body.posts.find(({ id }) => id === body.id)!.body!.pictures!;
    const at = { room: 'square', id: body.id, thread: body.thread };
    await pile.add(at);
    const { cases } = (await mo.call<{ cases: Case[] }>('GET', '/cases')).body;
    expect(cases.find(({ post: id }) => id === body.id)?.pictures).toBe(1);
    await mo.call('POST', `/cases/square/${body.id}/decisions`, {
      action: 'remove',
      rule: 'sexual',
      words: 'No.',
    });
    expect((await call(town, 'GET', `/rooms/square/pictures/${picture!.hash}`)).status).toBe(404);
    const { status, headers, bytes } = await mo.call(
      'GET',
      `/cases/square/${body.id}/pictures/${picture!.hash}`,
    );
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'image/webp',
      'no-store',
    ]);
    expect(headers['content-security-policy']).toContain('sandbox');
    expect(bytes.subarray(8, 12).toString()).toBe('WEBP');
    expect((await mo.call('GET', `/cases/square/${post.id}/pictures/${picture!.hash}`)).body.code).toBe(
      'unknown-picture',
    );
  });
});
