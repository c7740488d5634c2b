import { fakeClock } from '@teahouse/kit/clock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { harbour, orchard, post } from './fixtures.ts';
import { anotherDevice, newMembers, type Person } from './people.ts';
import { startTeahouse, type Town } from './town.ts';

/** The main job, headless: two people who are verified, talk, and one who comes back on another device. */
describe('two verified members', () => {
  const clock = fakeClock('2026-11-18T09:00:00Z');
  let town: Town;
  let ann: Person;
  let bo: Person;
  let thread: string;
  let first: string;
  let reply: string;
  let second: { id: string; thread: string };

  beforeAll(async () => {
    town = await startTeahouse({ clock, floor: 1 });
    [ann, bo] = (await newMembers(town, [
      { name: 'Ann', company: harbour, locale: 'en' },
      { name: 'Bo', company: orchard },
    ])) as [Person, Person];
  });
  afterAll(() => town?.stop());

  const view = async (id = thread) => ann.client.talk.thread({ params: { room: 'square', thread: id } });
  const aliasOf = async (who: Person, id = thread) => who.client.aliases.own(await view(id));

  it('hold a checked credential and the tokens of two weeks', async () => {
    expect(ann.client.wallet.snapshot().credentials).toMatchObject([
      { epoch: '2026-11', company: 'blue-harbour', industry: 'internet', standing: 'current' },
    ]);
    expect(await ann.client.tokens.draw()).toBe(14);
    expect(await ann.client.tokens.draw()).toBe(14);
    expect(ann.client.tokens.snapshot()).toEqual({
      week: '2026-W47',
      drawn: true,
      free: 14,
      back: 0,
      pending: 0,
      ofWeek: { free: 7, held: 0, spent: 0 },
    });
  });

  it('see how many could have written under each label', async () => {
    await ann.client.labels.load();
    const options = ann.client.labels.snapshot()?.options.map(({ kind, n }) => [kind, n]);
    expect(options).toEqual([
      ['company', 1],
      ['industry', 1],
      ['professional', 2],
      ['alias', 2],
    ]);
  });

  it('open a thread and answer in it', async () => {
    const text = '口头说的，没有邮件。\nHas anybody a letter?';
    const opened = {
      kind: 'thread',
      room: 'square',
      title: '加班',
      text,
      lang: 'zh',
      label: { kind: 'company' },
    } as const;
    ({ id: first, thread } = await post(ann.client, opened));
    const where = { kind: 'reply', room: 'square', thread, text: 'Keep records.' } as const;
    ({ id: reply } = await post(bo.client, { ...where, target: first, label: { kind: 'professional' } }));
    await post(ann.client, { ...where, target: reply, text: 'Thank you.' });

    const { posts, thread: summary } = await view();
    expect(posts.map(({ body, parent }) => [body?.text, parent])).toEqual([
      [text, null],
      ['Keep records.', first],
      ['Thank you.', reply],
    ]);
    expect(summary).toMatchObject({ title: '加班', replies: 2, lang: 'zh' });
    expect(ann.client.tokens.snapshot().free).toBe(11);
  });

  it('have one alias each in the thread, with the label they chose on entering', async () => {
    const { posts, aliases } = await view();
    expect(aliases).toHaveLength(2);
    expect(posts[0]?.pseudonym).toBe(posts[2]?.pseudonym);
    expect(posts[0]?.pseudonym).not.toBe(posts[1]?.pseudonym);
    expect((await aliasOf(ann))?.label).toMatchObject({ kind: 'company', company: 'blue-harbour' });
    expect((await aliasOf(bo))?.label).toEqual({
      kind: 'professional',
      epoch: '2026-11',
      standing: 'current',
    });
  });

  it('have another alias in another thread', async () => {
    const other = {
      kind: 'thread',
      room: 'pay',
      title: 'Numbers',
      text: 'Ask first.',
      label: { kind: 'alias' },
    } as const;
    second = await post(ann.client, other);
    const there = await ann.client.talk.thread({ params: { room: 'pay', thread: second.thread } });
    const here = await aliasOf(ann);
    const away = ann.client.aliases.own(there);
    expect(away?.pseudonym).not.toBe(here?.pseudonym);
    expect(away?.publicKey).not.toBe(here?.publicKey);
    expect(bo.client.aliases.own(there)).toBeUndefined();
  });

  it('edit and delete what is theirs, and nothing else', async () => {
    const where = { room: 'square', thread } as const;
    await post(ann.client, { kind: 'edit', ...where, target: first, text: 'Now in writing.' });
    await post(ann.client, { kind: 'edit', ...where, target: first, text: 'Now in writing, twice.' });
    await post(bo.client, { kind: 'delete', ...where, target: reply });
    await expect(post(bo.client, { kind: 'delete', ...where, target: first })).rejects.toThrow('not-author');

    const { posts } = await view();
    expect(posts[0]).toMatchObject({
      body: { text: 'Now in writing, twice.', title: '加班' },
      edits: 2,
      deleted: false,
    });
    expect(posts[1]).toMatchObject({ body: null, deleted: true });
  });

  it('come back on another device with the phrase, as the same aliases, asking about no post', async () => {
    const laptop = await anotherDevice(town, ann);
    const { client, wire } = laptop;
    wire.requests.length = 0;
    const phrase = await ann.client.wallet.phrase();
    const { threads } = await client.restore(phrase);
    expect(threads.map((one) => one.thread).sort()).toEqual([thread, second.thread].sort());
    await client.wallet.refresh();
    expect(await client.tokens.draw()).toBe(ann.client.tokens.snapshot().free);
    expect((await client.myThreads()).map(({ id }) => id).sort()).toEqual([thread, second.thread].sort());

    const asked = wire.requests.map(({ path, body }) => path + body).join('\n');
    for (const own of [thread, first, second.thread, second.id]) expect(asked).not.toContain(own);

    const shown = await client.talk.thread({ params: { room: 'square', thread } });
    const alias = client.aliases.own(shown);
    expect(alias).toEqual(await aliasOf(ann));
    const mine = shown.posts.filter(({ pseudonym }) => pseudonym === alias?.pseudonym);
    expect(mine.map(({ seq }) => seq)).toEqual([0, 2]);
  });

  it('speak on from the other device under the alias that is there', async () => {
    const laptop = await anotherDevice(town, ann);
    await laptop.client.restore(await ann.client.wallet.phrase());
    await laptop.client.wallet.refresh();
    const where = { kind: 'reply', room: 'square', thread, target: first, text: 'From the laptop.' } as const;
    await post(laptop.client, { ...where, label: { kind: 'alias' } });
    const { posts, aliases } = await view();
    expect(posts.at(-1)?.pseudonym).toBe(posts[0]?.pseudonym);
    expect(aliases).toHaveLength(2);
  });

  it('never show talk who they are', () => {
    for (const { wire } of [ann, bo]) {
      const toTalk = wire.requests.filter(({ path }) => path.startsWith('/api/talk/'));
      expect(toTalk.length).toBeGreaterThan(5);
      for (const { headers } of toTalk)
        expect(Object.keys(headers).filter((name) => name !== 'content-type')).toEqual([]);
    }
  });

  it('leave nothing on a device that forgets', async () => {
    await bo.client.forget();
    expect(await bo.store.keys()).toEqual([]);
    expect(bo.client.wallet.snapshot()).toMatchObject({ exists: false, credentials: [] });
    expect(bo.client.outbox.snapshot()).toEqual([]);
  });
});
