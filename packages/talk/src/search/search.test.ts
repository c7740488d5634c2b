import { SearchPage } from '@teahouse/contract/talk';
import { countStatements } from '@teahouse/kit/pool';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, Holder, send } from '../testing/holder.ts';
import { startTown, type Town } from '../testing/town.ts';
import { slotNumber } from '../wire.ts';
import { cases, corpus } from './testing/corpus.ts';
import { writePosts } from './testing/write.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town.stop());

const path = (q: string, more = '') => `/search?q=${encodeURIComponent(q)}${more}`;
const ask = async (q: string, more = '') => {
  const { status, body } = await call(town, 'GET', path(q, more));
  expect(status, JSON.stringify(body)).toBe(200);
  return SearchPage.parse(body);
};
const textsOf = ({ found }: { found: { words: { text: string }[] }[] }) =>
  found.map(({ words }) => words.map(({ text }) => text).join(''));
/** All pages of an answer. */
async function askAll(q: string, more = '', from = ''): Promise<string[]> {
  const texts: string[] = [];
  let next: string | null = from;
  for (let i = 0; next !== null && i < 50; i += 1) {
    const page: Awaited<ReturnType<typeof ask>> = await ask(q, next === '' ? more : `${more}&before=${next}`);
    texts.push(...textsOf(page));
    next = page.next;
  }
  return texts;
}

describe('a search finds', () => {
  beforeAll(async () => {
    await writePosts(
      town.db.pool,
      town.clock.now(),
      corpus.map(({ text }) => ({ text, room: 'hours' })),
    );
  });

  it('what a reader would want, in Chinese, English and both: recall 1, precision 0.99', async () => {
    const plain = (text: string) => text.replace(/\s+/g, ' ');
    let [found, wanted, both] = [0, 0, 0];
    for (const [question, ...expressions] of cases) {
      const texts = await askAll(question, '&room=hours');
      const good = corpus.filter(({ text }) => expressions.every((one) => one.test(text)));
      const hits = good.filter(({ text }) => texts.includes(plain(text))).length;
      expect(hits, question).toBe(good.length);
      found += texts.length;
      wanted += good.length;
      both += hits;
    }
    expect(wanted).toBeGreaterThan(150);
    expect(both / wanted).toBe(1);
    expect(both / found).toBeGreaterThan(0.99);
  });

  it('nothing, and says so, where no word is left', async () => {
    for (const empty of ['', ' ', '!?', '🎉', '“”']) {
      expect((await call(town, 'GET', path(empty))).body.code).toBe('search-empty');
    }
  });

  it('no error in anything that fits into the field', async () => {
    const units = fc.oneof(
      fc.constantFrom(...`'"\\&|!():*<->“”「」 的茶a9\0\u200b`),
      fc.string({ unit: 'binary', maxLength: 1 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: units, maxLength: 40 }), async (q) => {
        fc.pre(!/\p{Surrogate}/u.test(q));
        const { status, body } = await call(town, 'GET', path(q));
        if (status !== 200) expect(['search-empty', 'invalid-input']).toContain(body.code);
      }),
      { numRuns: 300 },
    );
    expect((await call(town, 'GET', path('茶'.repeat(81)))).body.code).toBe('invalid-input');
    expect((await call(town, 'GET', path('茶', '&before=x'))).body.code).toBe('invalid-input');
  });
});

describe('a search is narrowed', () => {
  const day = 288;
  beforeAll(async () => {
    const now = slotNumber(town.clock.now());
    await writePosts(town.db.pool, town.clock.now(), [
      { text: 'narrow 一', room: 'pay', lang: 'zh', kind: 'company' },
      { text: 'narrow two', room: 'pay', lang: 'en', kind: 'alias', slot: now - 3 * day },
      { text: 'narrow three', room: 'moving-on', lang: 'en', kind: 'alias', slot: now - 400 * day },
    ]);
  });

  it('to a room, a language, a label, some days', async () => {
    expect(await askAll('narrow')).toHaveLength(3);
    expect(await askAll('narrow', '&room=moving-on')).toEqual(['narrow three']);
    expect(await askAll('narrow', '&lang=zh')).toEqual(['narrow 一']);
    expect(await askAll('narrow', '&label=alias&room=pay')).toEqual(['narrow two']);
    expect(await askAll('narrow', '&days=7')).toEqual(['narrow 一', 'narrow two']);
    expect(await askAll('narrow', '&days=1')).toEqual(['narrow 一']);
    expect(await askAll('narrow', '&lang=zh&label=alias')).toEqual([]);
  });

  it('to what is there: an unknown room is refused', async () => {
    expect((await call(town, 'GET', path('narrow', '&room=nowhere'))).body.code).toBe('unknown-room');
  });
});

describe('what is found', () => {
  it('comes page by page, every match once, though others speak meanwhile', async () => {
    const now = slotNumber(town.clock.now());
    const post = (i: number) => ({ text: `several ${i} pages`, slot: now - 7 * i });
    await writePosts(
      town.db.pool,
      town.clock.now(),
      Array.from({ length: 530 }, (_, i) => post(i)),
    );
    const first = await ask('several pages');
    expect([first.found.length, first.capped]).toEqual([20, true]);
    await writePosts(town.db.pool, town.clock.now(), [{ text: 'several new pages', slot: now + 1 }]);
    const rest = await askAll('several pages', '', first.next ?? '');
    const all = [...textsOf(first), ...rest].filter((text) => !text.includes('new'));
    expect(new Set(all).size).toBe(530);
    expect(all).toHaveLength(530);
  });

  it('is ranked by the words and by age', async () => {
    const now = slotNumber(town.clock.now());
    const far = Array.from({ length: 40 }, (_, i) => `word${i}`).join(' ');
    await writePosts(town.db.pool, town.clock.now(), [
      { text: `zebra ${far} crossing` },
      { text: 'zebra crossing' },
      { text: 'nothing else', title: 'Zebra crossing' },
      { text: 'zebra crossing, long ago', slot: now - 300 * 288 },
    ]);
    const found = await askAll('zebra crossing');
    expect(found.map((text) => text.slice(0, 16))).toEqual([
      'nothing else',
      'zebra crossing',
      'zebra crossing, ',
      'zebra word0 word',
    ]);
  });

  it('takes two statements, whatever is asked', async () => {
    for (const q of ['several', '茶', 'zebra crossing', '"several 1 pages" 薪资']) {
      const { statements } = await countStatements(() => ask(q));
      expect(statements).toHaveLength(2);
    }
  });

  it('is kept nowhere: what was looked for stands in its address', async () => {
    const { headers } = await call(town, 'GET', path('zebra'));
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers.etag).toBeUndefined();
    expect(town.logged.join('\n')).not.toContain('zebra');
  });
});

describe('a post', () => {
  it('is found as it was last said, its title also where an edit left it, and not when it was taken back', async () => {
    const author = new Holder(town);
    const first = (
      await send(town, 'square', author.thread({ title: '蜻蜓 dragonfly', text: 'hovers 水面' }))
    ).body;
    expect(await askAll('蜻蜓 hovers')).toEqual(['hovers 水面']);
    const edit = author.edit(first, first.id, 'rests 荷叶');
    const edited = (await send(town, 'square', edit)).body;
    expect(await askAll('hovers')).toEqual([]);
    expect(await askAll('蜻蜓 荷叶', '&label=company&lang=en&days=1')).toEqual(['rests 荷叶']);
    const again = (await send(town, 'square', author.edit(first, edited.id, 'rests 荷叶', 'Damselfly'))).body;
    expect(await askAll('蜻蜓')).toEqual([]);
    const [found] = (await ask('damselfly')).found;
    expect(found).toMatchObject({ title: [{ text: 'Damselfly', hit: true }], seq: 0, thread: first.thread });
    await send(town, 'square', author.remove(first, again.id));
    expect(await askAll('damselfly')).toEqual([]);
    const { rows } = await town.db.pool.query('SELECT words FROM posts WHERE deleted');
    expect(rows).toEqual([{ words: null }]);
  });
});
