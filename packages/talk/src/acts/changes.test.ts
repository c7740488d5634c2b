import { History, ThreadView } from '@teahouse/contract/talk';
import { createBbs, openAct, presentationFromWire, verifyPresentation } from '@teahouse/protocol';
import { loadMclBackend } from '@teahouse/protocol/mcl';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call, Holder, send } from '../testing/holder.ts';
import { startTown, type Town } from '../testing/town.ts';
import { bytesOf } from '../wire.ts';

let town: Town;
let author: Holder;
let opened: { id: string; thread: string };

beforeAll(async () => {
  town = await startTown();
  author = new Holder(town);
});
beforeEach(async () => {
  opened = (await send(town, 'square', author.thread({ title: 'Before', text: 'First words' }))).body;
});
afterAll(() => town.stop());

const read = async () =>
  ThreadView.parse((await call(town, 'GET', `/rooms/square/threads/${opened.thread}`)).body);
const historyOf = async (post: string) =>
  History.parse((await call(town, 'GET', `/rooms/square/posts/${post}/history`)).body);

/** As an outsider checks it: the alias by its proof, each act by the alias. */
async function checkHistory(history: History): Promise<void> {
  const bbs = createBbs(await loadMclBackend());
  const presentation = presentationFromWire(history.presentation);
  const context = bytesOf(opened.thread);
  const issuerPublicKey = town.issuer.publicKeyOf('2026-11');
  verifyPresentation({ bbs, issuerPublicKey, context, presentation });
  for (const { header, body, salt, signature } of history.acts) {
    if (body === null || salt === null) continue;
    const act = {
      header: bytesOf(header),
      body: bytesOf(body),
      salt: bytesOf(salt),
      signature: bytesOf(signature),
    };
    openAct(act, bytesOf(history.alias.publicKey));
  }
}

describe('an edit', () => {
  it('changes the words and keeps the old ones, each verifiable by an outsider', async () => {
    const first = await send(town, 'square', author.edit(opened, opened.id, 'Second words'));
    const second = await send(town, 'square', author.edit(opened, first.body.id, 'Third words', 'After'));
    expect(second.body).toMatchObject({ seq: 0, thread: opened.thread });
    const { posts, thread } = await read();
    expect(posts[0]).toMatchObject({
      edits: 2,
      lastAct: second.body.id,
      body: { text: 'Third words', title: 'After', lang: 'en' },
    });
    expect(thread).toMatchObject({ title: 'After', excerpt: 'Third words', replies: 0 });
    const history = await historyOf(opened.id);
    expect(history.acts.map((act) => act.id)).toEqual([opened.id, first.body.id, second.body.id]);
    expect(history.acts.every((act) => act.body !== null)).toBe(true);
    await checkHistory(history);
  });

  it('without a title leaves the title as it was', async () => {
    await send(town, 'square', author.edit(opened, opened.id, 'Other words'));
    const { posts, thread } = await read();
    expect(thread.title).toBe('Before');
    expect(posts[0]?.body).toEqual({ title: 'Before', text: 'Other words', lang: 'en' });
    await checkHistory(await historyOf(opened.id));
  });

  it('does not count as activity in the thread', async () => {
    const before = (await read()).thread.lastSlot;
    town.clock.advance(3_600_000);
    await send(town, 'square', author.edit(opened, opened.id, 'Later words'));
    expect((await read()).thread.lastSlot).toBe(before);
  });
});

describe('a deletion', () => {
  it('removes the words and salts of all versions and keeps headers and signatures', async () => {
    const edit = await send(town, 'square', author.edit(opened, opened.id, 'Second words'));
    const reply = await send(town, 'square', new Holder(town).reply(opened));
    await send(town, 'square', author.remove(opened, edit.body.id));
    const { posts, thread } = await read();
    expect(posts[0]).toMatchObject({ deleted: true, body: null });
    expect(posts[1]?.id).toBe(reply.body.id);
    expect(thread).toMatchObject({ deleted: true, title: '', excerpt: '', replies: 1 });

    const history = await historyOf(opened.id);
    expect(history.acts).toHaveLength(3);
    expect(history.acts.map((act) => act.body === null)).toEqual([true, true, false]);
    expect(history.acts.map((act) => act.salt === null)).toEqual([true, true, false]);
    await checkHistory(history);
  });

  it('leaves no word in any table', async () => {
    const word = 'unmistakable';
    const thread = (await send(town, 'square', author.thread({ title: `A ${word}`, text: `An ${word}` })))
      .body;
    const edit = await send(town, 'square', author.edit(thread, thread.id, `Quite ${word}`));
    await send(town, 'square', author.remove(thread, edit.body.id));
    for (const table of ['threads', 'posts', 'post_versions']) {
      const { rows } = await town.db.pool.query(`SELECT t::text AS row FROM ${table} t`);
      expect(rows.filter(({ row }) => row.includes(word))).toEqual([]);
    }
  });

  it('takes a thread without replies off the lists and the count', async () => {
    const room = async () => {
      const { body } = await call<{ rooms: { id: string; threads: number }[] }>(town, 'GET', '/rooms');
      return body.rooms.find(({ id }) => id === 'square')?.threads;
    };
    const before = await room();
    await send(town, 'square', author.remove(opened, opened.id));
    expect(await room()).toBe(before! - 1);
    const { body } = await call<{ threads: { id: string }[] }>(town, 'GET', '/rooms/square/threads');
    expect(body.threads.map(({ id }) => id)).not.toContain(opened.thread);
    expect((await read()).thread.deleted).toBe(true);
  });
});
