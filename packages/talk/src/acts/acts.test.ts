import { Accepted, ThreadView } from '@teahouse/contract/talk';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, Holder, send } from '../testing/holder.ts';
import { contentsOf, startTown, type Town } from '../testing/town.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town.stop());

const read = async (thread: string) =>
  ThreadView.parse((await call(town, 'GET', `/rooms/square/threads/${thread}`)).body);

describe('an act', () => {
  it('opens a thread, and a reply follows under one alias each', async () => {
    const author = new Holder(town);
    const guest = new Holder(town, { company: 'tiny', industry: 'chips' });
    const opened = await send(town, 'square', author.thread({ title: '加班', text: 'Late again.' }));
    expect(opened).toMatchObject({ status: 200, body: { seq: 0, slot: '2026-11-18T10:00:00Z' } });
    const reply = await send(
      town,
      'square',
      guest.reply(opened.body, { kind: 'professional', text: 'Same here.' }),
    );
    expect(reply.status).toBe(200);
    const again = await send(town, 'square', author.reply(reply.body, { kind: undefined, text: 'Courage.' }));
    expect(again.body).toMatchObject({ seq: 2, thread: opened.body.thread });

    const view = await read(opened.body.thread);
    expect(view.posts.map((post) => post.body?.text)).toEqual(['Late again.', 'Same here.', 'Courage.']);
    expect(view.posts[2]?.parent).toBe(reply.body.id);
    expect(view.aliases).toHaveLength(2);
    expect(view.thread).toMatchObject({ title: '加班', replies: 2, opener: { label: { kind: 'company' } } });
    expect(view.posts[0]?.pseudonym).toBe(view.posts[2]?.pseudonym);
    const own = view.aliases.find((alias) => alias.publicKey === author.publicKeyIn(opened.body.thread));
    expect(own?.pseudonym).toBe(view.posts[0]?.pseudonym);
  });

  it('gives one person different aliases in two threads', async () => {
    const author = new Holder(town);
    const one = author.thread();
    const two = author.thread();
    expect((await send(town, 'square', one)).status).toBe(200);
    expect((await send(town, 'square', two)).status).toBe(200);
    expect(one.pseudonym).not.toBe(two.pseudonym);
  });

  it('sent again gets the same answer and is one post', async () => {
    const author = new Holder(town);
    const envelope = author.thread();
    const first = await send(town, 'square', envelope);
    const before = await contentsOf(town);
    town.clock.advance(6 * 60_000);
    const second = await send(town, 'square', envelope);
    expect(second.body).toEqual(first.body);
    expect(await contentsOf(town)).toBe(before);
  });

  it('sent many times at once is one post, and all get the same answer', async () => {
    const author = new Holder(town);
    const opened = await send(town, 'square', author.thread());
    const envelope = author.reply(opened.body, { kind: undefined });
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(town, 'square', envelope)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect((await read(opened.body.thread)).thread.replies).toBe(1);
  });

  it('writes within eight statements, however much there is to write', async () => {
    const author = new Holder(town);
    const first = await countStatements(() => send(town, 'square', author.thread()));
    expect(first.result.status).toBe(200);
    expect(first.statements.length).toBeLessThanOrEqual(8);
    const opened = Accepted.parse(first.result.body);
    const guest = new Holder(town);
    for (const envelope of [guest.reply(opened), author.edit(opened, opened.id, 'Other words')]) {
      const next = await countStatements(() => send(town, 'square', envelope));
      expect(next.result.status).toBe(200);
      expect(next.statements.length).toBeLessThanOrEqual(8);
    }
    const lone = (await send(town, 'square', author.thread())).body;
    const removal = await countStatements(() => send(town, 'square', author.remove(lone, lone.id)));
    expect(removal.result.status).toBe(200);
    expect(removal.statements.length).toBeLessThanOrEqual(8);
  });
});

describe('races', () => {
  it('let one of 200 acts have a token that all of them spend', async () => {
    const author = new Holder(town);
    const opened = await send(town, 'square', author.thread());
    const nonce = crypto.getRandomValues(new Uint8Array(32));
    const acts = Array.from({ length: 200 }, (_, i) =>
      author.reply(opened.body, { kind: undefined, nonce, text: `Try ${i}` }),
    );
    const answers = await Promise.all(acts.map((act) => send(town, 'square', act)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.body.code === 'token-spent')).toHaveLength(199);
    expect((await read(opened.body.thread)).thread.replies).toBe(1);
  });

  it('give one alias to 50 first acts of one person', async () => {
    const opened = await send(town, 'square', new Holder(town).thread());
    const guest = new Holder(town);
    const acts = Array.from({ length: 50 }, (_, i) => guest.reply(opened.body, { text: `First ${i}` }));
    const answers = await Promise.all(acts.map((act) => send(town, 'square', act)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(50);
    expect(new Set(answers.map((answer) => answer.body.seq)).size).toBe(50);
    const view = await read(opened.body.thread);
    expect(view.aliases).toHaveLength(2);
    expect(view.thread.replies).toBe(50);
  });

  it('let one of 20 edits of the same state through', async () => {
    const author = new Holder(town);
    const opened = await send(town, 'square', author.thread());
    const edits = Array.from({ length: 20 }, (_, i) => author.edit(opened.body, opened.body.id, `Edit ${i}`));
    const answers = await Promise.all(edits.map((edit) => send(town, 'square', edit)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.body.code === 'prev-conflict')).toHaveLength(19);
    expect((await read(opened.body.thread)).posts[0]).toMatchObject({ edits: 1 });
  });
});
