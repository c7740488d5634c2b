import type { PeopleFacets, PeopleFound } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, edit, newMembers, type TestMember } from '../testing/test-members.ts';
import { foundCompany, openTown, password, type Town, verify } from '../testing/test-town.ts';
import { indexMembers } from './index.ts';

let town: Town;
let reader: TestMember;
let people: Record<string, TestMember>;

const names = ['Reader', '单田芳', '吕小布', '欧阳锋', '王伟', 'Wei-Chen', 'Margaret', 'Bob'] as const;
const latin: Record<string, string> = {
  单田芳: 'Shan',
  吕小布: 'Lv',
  欧阳锋: 'Ou',
  王伟: 'Wang',
  'Wei-Chen': 'Chen',
};

beforeAll(async () => {
  town = await openTown();
  const all = await newMembers(town, ...names.map((name) => latin[name] ?? name));
  people = Object.fromEntries(names.map((name, i) => [name, all[i]!]));
  reader = people.Reader!;
  const { pool } = town.db;
  for (const [name, { id }] of Object.entries(people)) {
    await pool.query('UPDATE accounts SET name = $2 WHERE id = $1', [id, name.replace('-', ' ')]);
  }
  await indexMembers(
    pool,
    all.map(({ id }) => id),
    '2026-11-10',
  );
});
afterAll(() => town.close());

const search = async (query: Record<string, string>, by = reader) =>
  (await by.browser.call<PeopleFound>('GET', `/search/people?${new URLSearchParams(query)}`)).body;
const namesOf = async (query: Record<string, string>, by = reader) =>
  (await search(query, by)).found.map(({ member }) => member.name);
const facets = async (query: Record<string, string>, by = reader) =>
  (await by.browser.call<PeopleFacets>('GET', `/search/people/facets?${new URLSearchParams(query)}`)).body;

describe('a member is found by name', () => {
  it.each([
    ['欧阳锋', '欧阳锋'],
    ['欧阳', '欧阳锋'],
    ['锋', '欧阳锋'],
    ['ouyang feng', '欧阳锋'],
    ['ouyangfeng', '欧阳锋'],
    ['wangwei', '王伟'],
    ['wei wang', '王伟'],
    ['WW', '王伟'],
    ['Wei Chen', 'Wei Chen'],
    ['chenwei', 'Wei Chen'],
    ['märgaret', 'Margaret'],
  ])('%s', async (q, name) => {
    expect((await namesOf({ q }))[0]).toBe(name);
  });

  it('in each reading of a surname with several', async () => {
    for (const q of ['shan tianfang', 'shantianfang', 'shan tian fang', 'dan tian fang'])
      expect(await namesOf({ q })).toEqual(['单田芳']);
    for (const q of ['lvxiaobu', 'lu xiao bu']) expect(await namesOf({ q })).toEqual(['吕小布']);
  });

  it('misspelt by one letter, begun, or with another character of the same sound', async () => {
    for (const q of ['Margeret', 'Margret', 'Maragret', 'Marg'])
      expect(await search({ q })).toMatchObject({
        found: [{ by: 'likeness', member: { name: 'Margaret' } }],
      });
    expect(await namesOf({ q: 'ouyangfen' })).toEqual(['欧阳锋']);
    expect(await namesOf({ q: 'ouyangfan' })).toEqual([]);
    expect(await namesOf({ q: '王卫' })).toEqual(['王伟']);
  });

  it('and is told how', async () => {
    expect((await search({ q: '王伟' })).found[0]).toMatchObject({ by: 'name' });
    expect((await search({ q: 'wang' })).found[0]).toMatchObject({ by: 'part' });
  });
});

describe('a member is found by what the page says', () => {
  it('in Chinese and English, as soon as it is saved', async () => {
    const { Bob: bob } = people as { Bob: TestMember };
    await edit(bob, 'skills', ['Compilers', '分布式系统']);
    for (const q of ['compiler', '分布式', 'bob compilers']) expect(await namesOf({ q })).toEqual(['Bob']);
    await edit(bob, 'skills', []);
    expect(await namesOf({ q: 'compiler' })).toEqual([]);
  });

  it('by headline, city and the company that was proven', async () => {
    const { Margaret: margaret } = people as { Margaret: TestMember };
    const company = await foundCompany(town, margaret.browser, 'harbour.com', 'logistics');
    await verify(town, margaret.browser, 'margaret@harbour.com');
    await edit(margaret, 'city', 'Shenzhen 深圳');
    expect(await namesOf({ q: 'harbour' })).toEqual(['Margaret']);
    for (const query of [
      { company },
      { industry: 'logistics' },
      { city: 'shenzhen 深圳' },
      { q: 'Margart', company },
      { q: 'harbour', city: 'SHENZHEN 深圳' },
    ])
      expect(await namesOf(query as Record<string, string>)).toEqual(['Margaret']);
    expect(await facets({ q: 'margaret' })).toMatchObject({
      total: 1,
      companies: [{ id: company, count: 1 }],
      industries: [{ id: 'logistics', count: 1 }],
      cities: [{ city: 'Shenzhen 深圳', count: 1 }],
    });
  });
});

describe('the order', () => {
  it('is how well the name fits, then how near the member is, and pages join', async () => {
    const found = await newMembers(town, ...Array.from({ length: 23 }, (_, i) => `Kim${i}`));
    await town.db.pool.query(`UPDATE accounts SET name = 'Kim Park' WHERE id = ANY ($1)`, [
      found.map(({ id }) => id),
    ]);
    await indexMembers(
      town.db.pool,
      found.map(({ id }) => id),
      '2026-11-10',
    );
    const [first, second] = found as [TestMember, TestMember];
    await connect([reader, first], [first, second]);
    const page = await search({ q: 'kim' });
    expect(page.found).toHaveLength(20);
    expect(page.found.slice(0, 3).map(({ member }) => [member.id, member.degree])).toEqual([
      [first.id, 1],
      [second.id, 2],
      [expect.any(String), null],
    ]);
    const rest = await search({ q: 'kim', cursor: page.next ?? '' });
    const ids = [...page.found, ...rest.found].map(({ member }) => member.id);
    expect([new Set(ids).size, rest.next]).toEqual([23, null]);
    expect(await namesOf({ q: 'kim', degree: '1' })).toHaveLength(1);
    expect(await namesOf({ q: 'kim', degree: '2' })).toHaveLength(1);
    expect(await namesOf({ degree: '1' })).toEqual(['Kim Park']);
    expect((await facets({ q: 'kim' })).degrees).toEqual([
      { degree: 1, count: 1 },
      { degree: 2, count: 1 },
    ]);
  });
});

it('who leaves is found and counted no more, and who comes back is', async () => {
  const [gone] = await newMembers(town, 'Xylophia');
  await indexMembers(town.db.pool, [gone!.id], '2026-11-10');
  const found = async () => [
    (await search({ q: 'xylophia' })).found.length,
    (await facets({ q: 'xylophia' })).total,
  ];
  expect(await found()).toEqual([1, 1]);
  await gone!.browser.call('POST', '/me/delete', { proof: { password } });
  expect(await found()).toEqual([0, 0]);
  const email = 'xylophia@home.test';
  expect((await town.browser().call('POST', '/session', { email, password, comeBack: true })).status).toBe(
    200,
  );
  expect(await found()).toEqual([1, 1]);
});

describe('a search', () => {
  it('without a word or anything to narrow by is refused', async () => {
    for (const path of ['people', 'people/facets', 'companies'])
      for (const q of ['', ' ', '!?'])
        expect((await reader.browser.call('GET', `/search/${path}?q=${encodeURIComponent(q)}`)).code).toBe(
          'search-empty',
        );
  });

  it('goes on only from a place that one gave', async () => {
    const { code } = await reader.browser.call('GET', '/search/people?q=a&cursor=9.9.x');
    expect(code).toBe('invalid-input');
    expect((await reader.browser.call('GET', '/search/companies?q=a&cursor=x')).code).toBe('invalid-input');
  });

  it('takes three statements at most, with that of the session, and writes nothing', async () => {
    for (const path of [
      'people?q=kim',
      'people?q=kimm',
      'people/facets?q=kim',
      'people/facets?q=kimm',
      'companies?q=harbuor',
    ]) {
      const { statements } = await countStatements(() => reader.browser.call('GET', `/search/${path}`));
      expect(statements.length, path).toBeLessThanOrEqual(3);
      expect(statements.join(' ')).not.toMatch(/INSERT|UPDATE|DELETE/);
    }
  });
});
