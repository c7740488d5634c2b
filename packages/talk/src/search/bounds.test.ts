import { SearchPage } from '@teahouse/contract/talk';
import { spansBetween } from '@teahouse/kit/words/spans';
import { dayOf, presentationToWire, roomContext } from '@teahouse/protocol';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, Holder, send } from '../testing/holder.ts';
import { startTown, type Town } from '../testing/town.ts';
import { slotNumber } from '../wire.ts';
import { fillWords } from './backfill.ts';
import { findMatches, searchLimits } from './store.ts';
import { writePosts } from './testing/write.ts';
import { vectorOf } from './vector.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town.stop());

const ask = async (q: string, more = '', headers: Record<string, string> = {}) => {
  const answer = await call(town, 'GET', `/search?q=${encodeURIComponent(q)}${more}`, undefined, headers);
  return { ...answer, page: answer.status === 200 ? SearchPage.parse(answer.body) : undefined };
};
const count = async (q: string, more = '', headers = {}) => (await ask(q, more, headers)).page?.found.length;

describe('what colleagues say among themselves', () => {
  const inside = 'in-xinghe';
  let key: string;
  beforeAll(async () => {
    const colleague = new Holder(town);
    const opened = await send(
      town,
      inside,
      colleague.thread({ room: inside, title: 'Secret', text: 'albatross 信天翁' }),
    );
    expect(opened.status).toBe(200);
    await writePosts(town.db.pool, town.clock.now(), [
      { text: 'pelican', room: 'square' },
      { text: 'pelican', room: 'in-tiny', inside: true },
    ]);
    const day = dayOf(town.clock.now());
    const entry = presentationToWire(colleague.show(roomContext(inside, day), 'company'));
    const given = await call<{ key: string }>(town, 'POST', `/rooms/${inside}/key`, { day, entry });
    key = given.body.key;
  });

  it('is not found by a search of everything, whatever key it carries', async () => {
    for (const q of ['albatross', '信天翁', '信', 'secret']) {
      expect(await count(q)).toBe(0);
      expect(await count(q, '', { 'teahouse-room-key': key })).toBe(0);
    }
  });

  it('is found in its room with the key of the day, which is kept nowhere on its way', async () => {
    const { page, headers } = await ask('信天翁', `&room=${inside}`, { 'teahouse-room-key': key });
    expect(page?.found).toHaveLength(1);
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers.etag).toBeUndefined();
  });

  it('is closed to everybody else, also to questions without a word in them', async () => {
    for (const q of ['albatross', 'nothing', '!']) {
      expect((await ask(q, `&room=${inside}`)).body.code).toBe('room-closed');
      expect((await ask(q, `&room=${inside}`, { 'teahouse-room-key': 'A'.repeat(43) })).body.code).toBe(
        'room-closed',
      );
    }
  });

  it('of another company is not in it, nor what is said in public', async () => {
    expect(await count('pelican', `&room=${inside}`, { 'teahouse-room-key': key })).toBe(0);
    expect(await count('pelican')).toBe(1);
  });

  it('stands in an index of its own, which a search of everything does not open', async () => {
    const { rows } = await town.db.pool.query<{ indexdef: string }>(
      `SELECT indexdef FROM pg_indexes WHERE indexname IN ('posts_by_words', 'posts_inside_by_words') ORDER BY indexname`,
    );
    expect(rows.map(({ indexdef }) => indexdef.replace(/^.*\(words\) /, ''))).toEqual([
      'WITH (fastupdate=off) WHERE (NOT inside)',
      'WITH (fastupdate=off) WHERE inside',
    ]);
  });
});

describe('however much is there', () => {
  const many = searchLimits.examined + 400;
  beforeAll(async () => {
    const now = slotNumber(town.clock.now());
    const posts = Array.from({ length: many }, (_, i) => ({
      text: i === many - 1 ? '鹤 crane' : 'left right, right left',
      slot: now - i,
    }));
    await writePosts(town.db.pool, town.clock.now(), posts);
    await town.db.pool.query('ANALYZE posts');
  });

  it('a search looks at a bounded number of posts, says so, and can go on from there', async () => {
    for (const [q, found] of [
      ['鹤', 1],
      ['"left left"', 0],
    ] as const) {
      const { page } = await ask(q);
      expect(page).toMatchObject({ found: [], capped: true, next: expect.any(String) });
      const more = await ask(q, `&before=${page?.next}`);
      expect(more.page).toMatchObject({ capped: false, next: null });
      expect(more.page?.found).toHaveLength(found);
    }
  });

  it('the newest matches are taken span by span from the index, and no more spans are read than it takes', async () => {
    const words = `words @@ ('''left'''::tsquery && quote_literal(span)::tsquery) AND NOT inside`;
    const { rows } = await town.db.pool.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT * FROM unnest('{~1.1,~1.0}'::text[]) AS span CROSS JOIN LATERAL
         (SELECT * FROM (SELECT id, slot FROM posts WHERE ${words} LIMIT 600) AS inspan ORDER BY slot DESC) AS p LIMIT 200`,
    );
    const plan = rows.map((row) => row['QUERY PLAN'].trim()).join('\n');
    expect(plan).toMatch(/^Limit .*\n->\s+Nested Loop .*\n->\s+Function Scan on unnest span/);
    expect(plan).toContain('Bitmap Index Scan on posts_by_words');
    expect(plan).not.toContain('Seq Scan');
  });
});

describe('the words of any text', () => {
  const stored = async (text: string) => {
    const words = vectorOf(
      { title: text.slice(0, 120), text },
      { room: 'pay', slot: 1, lang: 'zh', label: 'alias' },
    );
    const { rows } = await town.db.pool.query<{ n: number }>('SELECT length($1::tsvector) AS n', [words]);
    return rows[0]?.n ?? 0;
  };

  it('can be stored', async () => {
    const unit = fc.oneof(
      fc.constantFrom(...`'\u2019"\\.,:&|!*茶馆aé9½㈱\u0301~`),
      fc.string({ unit: 'grapheme', maxLength: 1 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 200 }), async (text) => {
        expect(await stored(text)).toBeGreaterThanOrEqual(10);
      }),
      { numRuns: 300 },
    );
  });

  it('also where it is as long as can be', async () => {
    const different = Array.from({ length: 10_000 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
    expect(await stored(different)).toBeGreaterThan(10_000);
    for (const text of ['茶'.repeat(10_000), 'a '.repeat(5_000), "a'".repeat(5_000), '1,'.repeat(5_000)]) {
      expect(await stored(text)).toBeLessThan(20);
    }
  });
});

describe('posts from before there was a search', () => {
  it('are made findable by upkeep, the newest first, with title, and only once', async () => {
    const bare = Array.from({ length: 260 }, (_, i) => ({ text: `heron ${i}`, title: '苍鹭', bare: true }));
    await writePosts(town.db.pool, town.clock.now(), bare);
    expect(await count('heron')).toBe(0);
    expect(await fillWords({ pool: town.db.pool })).toBe(260);
    expect(await fillWords({ pool: town.db.pool })).toBe(0);
    expect((await ask('heron 苍鹭 259')).page?.found).toHaveLength(1);
    expect(await count('heron', '&lang=zh')).toBe(0);
  });

  it('and not those whose words are gone', async () => {
    const [id] = await writePosts(town.db.pool, town.clock.now(), [{ text: 'heron', bare: true }]);
    await town.db.pool.query('UPDATE posts SET text = NULL, title = NULL, deleted = true WHERE id = $1', [
      id,
    ]);
    expect(await fillWords({ pool: town.db.pool })).toBe(0);
  });
});

describe('a search of posts that lie on several machines', () => {
  it('finds the same, span by span', async () => {
    const now = slotNumber(town.clock.now());
    await writePosts(town.db.pool, town.clock.now(), [
      { text: 'kingfisher one', room: 'square' },
      { text: 'kingfisher two', room: 'square', slot: now - 40 },
      { text: 'kingfisher three', room: 'xinghe', slot: now - 4000 },
      { text: 'kingfisher four', room: 'in-xinghe', inside: true },
    ]);
    const asked = {
      ...{ inside: undefined, spans: spansBetween(0, now), roughly: "'kingfish'", exactly: "'kingfish'" },
      ...{ from: { slot: now, id: Buffer.alloc(32, 0xff) }, since: 0 },
    };
    const atOnce = await findMatches(town.db.pool, asked);
    expect(atOnce).toHaveLength(3);
    expect(await findMatches(town.db.pool, asked, true)).toEqual(atOnce);
  });
});
