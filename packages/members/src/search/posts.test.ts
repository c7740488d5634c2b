import type { OnePost, PostPage } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, newMembers, type TestMember } from '../testing/test-members.ts';
import { openTown, type Town } from '../testing/test-town.ts';

let town: Town;
let author: TestMember;
let friend: TestMember;
let stranger: TestMember;
let blocked: TestMember;

beforeAll(async () => {
  town = await openTown();
  [author, friend, stranger, blocked] = (await newMembers(
    town,
    'Author',
    'Friend',
    'Stranger',
    'Blocked',
  )) as [TestMember, TestMember, TestMember, TestMember];
  await connect([author, friend]);
  await author.browser.call('PUT', `/network/blocks/${blocked.id}`);
});
afterAll(() => town.close());

const say = async (text: string, audience = 'everyone') =>
  (await author.browser.call<OnePost>('POST', '/posts', { text, audience })).body.post.id;
const find = async (q: string, by = friend, cursor = '') =>
  (
    await by.browser.call<PostPage>(
      'GET',
      `/search/posts?${new URLSearchParams({ q, ...(cursor && { cursor }) })}`,
    )
  ).body;
const textsOf = async (q: string, by = friend) => (await find(q, by)).posts.map(({ text }) => text);

it('a post is found by its words in Chinese and English, the newest first', async () => {
  await say('We are hiring compilers engineers');
  await say('编译器团队在招人');
  await say('Compiler news');
  expect(await textsOf('compiler')).toEqual(['Compiler news', 'We are hiring compilers engineers']);
  expect(await textsOf('编译器')).toEqual(['编译器团队在招人']);
  expect(await textsOf('"compiler news"')).toEqual(['Compiler news']);
});

it('by those alone who may read it', async () => {
  await say('Pelican', 'connections');
  await say('Pelican for all');
  expect(await textsOf('pelican')).toEqual(['Pelican for all', 'Pelican']);
  expect(await textsOf('pelican', stranger)).toEqual(['Pelican for all']);
  expect(await textsOf('pelican', blocked)).toEqual([]);
  expect(await textsOf('pelican', author)).toHaveLength(2);
});

it('by what it says now, and not when it is gone', async () => {
  const post = await say('Albatross');
  await author.browser.call('PUT', `/posts/${post}`, { text: 'Cormorant' });
  expect([await textsOf('albatross'), await textsOf('cormorant')]).toEqual([[], ['Cormorant']]);
  await author.browser.call('DELETE', `/posts/${post}`);
  expect(await textsOf('cormorant')).toEqual([]);
});

it('page by page, in three statements with that of the session', async () => {
  for (let n = 0; n < 23; n += 1) await say(`Heron ${n}`);
  const first = await find('heron');
  const second = await find('heron', friend, first.next ?? '');
  expect([first.posts.length, second.posts.length, second.next]).toEqual([20, 3, null]);
  expect(new Set([...first.posts, ...second.posts].map(({ id }) => id)).size).toBe(23);
  const { statements } = await countStatements(() => find('heron'));
  expect(statements.length).toBeLessThanOrEqual(3);
});

it('and a question without a word, or a place that none gave, is refused', async () => {
  expect((await friend.browser.call('GET', '/search/posts?q=!')).code).toBe('search-empty');
  expect((await friend.browser.call('GET', '/search/posts?q=a&cursor=x.y')).code).toBe('cursor-invalid');
});
