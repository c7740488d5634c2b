import { Card } from '@teahouse/contract/talk';
import { countStatements } from '@teahouse/kit/pool';
import { aliasOf } from '@teahouse/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, Holder, send } from '../testing/holder.ts';
import { startTown, type Town } from '../testing/town.ts';
import { bytesOf } from '../wire.ts';

let town: Town;
let author: Holder;
let opened: { id: string; thread: string };
let answered: { id: string; thread: string };

const title = '下个月起全组强制 11-11-6？';
beforeAll(async () => {
  town = await startTown({ webOrigin: 'https://tea.example,http://localhost:4380' });
  author = new Holder(town);
  opened = (await send(town, 'square', author.thread({ title, text: '口头说的，没有邮件。' }))).body;
  answered = (
    await send(town, 'square', author.reply(opened, { kind: undefined, text: 'Nothing in writing.' }))
  ).body;
});
afterAll(() => town.stop());

const pathOf = ({ thread }: { thread: string }, room = 'square') => `/rooms/${room}/threads/${thread}/card`;
const words = (path: string) => call<Record<string, unknown>>(town, 'GET', path);
const picture = (path: string, headers: Record<string, string> = {}) =>
  town.talk.app.inject({ url: `/api/talk${path}`, headers });

describe('the words of a card', () => {
  it('say what was said, by whom and among how many, in either language', async () => {
    const card = Card.parse((await words(`${pathOf(opened)}?lang=zh`)).body);
    expect(card).toMatchObject({ lang: 'zh', title, text: '口头说的，没有邮件。', reply: false });
    const alias = aliasOf(bytesOf(card.speaker!.pseudonym));
    expect(card.speaker).toMatchObject({ name: alias.zh, label: 'Xinghe员工', verified: true, n: 12 });
    const english = Card.parse((await words(`${pathOf(opened)}?lang=en`)).body);
    expect(english.speaker).toMatchObject({ name: alias.en, label: 'Employee of Xinghe' });
  });

  it('come in the language of the quote where none is asked for', async () => {
    expect((await words(pathOf(opened))).body.lang).toBe('en'); // the test's people say so of every text
    const reply = (await words(`${pathOf(opened)}?post=${answered.id}`)).body;
    expect(reply).toMatchObject({ lang: 'en', reply: true, title, text: 'Nothing in writing.' });
  });

  it('claim nothing for a bare alias', async () => {
    const other = new Holder(town);
    const bare = (await send(town, 'square', other.thread({ kind: 'alias' }))).body;
    const { speaker } = Card.parse((await words(`${pathOf(bare)}?lang=en`)).body);
    expect(speaker).toMatchObject({ label: 'nothing shown but the mask', verified: false, n: 15 });
  });

  it('are refused for what is not there', async () => {
    const nobody = 'A'.repeat(43);
    expect((await words(pathOf({ thread: nobody }))).body.code).toBe('unknown-thread');
    expect((await words(pathOf(opened, 'pay'))).body.code).toBe('unknown-thread');
    expect((await words(pathOf(opened, 'nowhere'))).body.code).toBe('unknown-room');
    expect((await words(`${pathOf(opened)}?post=${nobody}`)).body.code).toBe('unknown-post');
    expect((await words(`${pathOf(opened)}?lang=fr`)).body.code).toBe('invalid-input');
    expect((await picture(`${pathOf({ thread: nobody })}.png`)).statusCode).toBe(404);
    expect((await picture(`${pathOf(opened)}.png?post=x`)).statusCode).toBe(422);
  });
});

describe('the picture of a card', () => {
  it('is a PNG of the size that previews ask for, from at most three statements', async () => {
    for (const query of ['?lang=zh', `?lang=en&post=${answered.id}`]) {
      const { result, statements } = await countStatements(() => picture(`${pathOf(opened)}.png${query}`));
      expect([result.statusCode, result.headers['content-type']]).toEqual([200, 'image/png']);
      expect(result.headers['cache-control']).toBe('public, max-age=300');
      expect(result.headers['set-cookie']).toBeUndefined();
      expect(statements.length).toBeLessThanOrEqual(3);
      const png = result.rawPayload;
      // PNG (third edition) 11.2.1: the first chunk. No library here: this process opens no foreign pictures.
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    }
  });

  it('is known again by its ETag, and is the same bytes each time', async () => {
    const path = `${pathOf(opened)}.png?lang=zh`;
    const first = await picture(path);
    const etag = String(first.headers.etag);
    expect((await picture(path)).rawPayload.equals(first.rawPayload)).toBe(true);
    const again = await picture(path, { 'if-none-match': etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('is refused to a request that says who asks', async () => {
    const answer = await picture(`${pathOf(opened)}.png`, { cookie: 'a=b' });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'cookie-refused']);
  });

  it('changes as soon as the words are changed, and is a tombstone when they are taken back', async () => {
    const fresh = (await send(town, 'square', author.thread({ title: 'Soon gone', text: 'Marker' }))).body;
    const path = `${pathOf(fresh)}.png?lang=en`;
    const before = (await picture(path)).headers.etag;
    await send(town, 'square', author.edit(fresh, fresh.id, 'Other words', 'Soon gone'));
    const after = (await picture(path)).headers.etag;
    expect(after).not.toBe(before);
    const reply = (await send(town, 'square', author.reply(fresh, { kind: undefined, text: 'Stays' }))).body;
    const { posts } = (
      await call<{ posts: { lastAct: string }[] }>(town, 'GET', `/rooms/square/threads/${fresh.thread}`)
    ).body;
    await send(town, 'square', author.remove(fresh, posts[0]!.lastAct));
    const { status, body } = await words(`${pathOf(fresh)}?lang=en`);
    expect([status, body.speaker]).toEqual([200, null]);
    expect(JSON.stringify(body)).not.toMatch(/Soon gone|Other words/);
    expect((await picture(path)).statusCode).toBe(200);
    const kept = Card.parse((await words(`${pathOf(fresh)}?post=${reply.id}`)).body);
    expect(kept).toMatchObject({ title: null, text: 'Stays' });
  });
});
