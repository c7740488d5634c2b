import type { OnePost } from '@teahouse/contract/members';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, edit, newMembers, type TestMember } from '../testing/test-members.ts';
import { type Browser, foundCompany, openTown, password, type Town, verify } from '../testing/test-town.ts';

/*
 * A member whose page is for members, for everyone, or who is on the way out, by each reader, in each place where a
 * member is shown: looked for as text in the whole answer, so that no other field can carry it either.
 */

let town: Town;
let owner: TestMember;
let photo: string;
const readers: Record<string, Browser> = {};
const places: Record<string, string> = {};
/** Of these nobody reads anything who is not signed in. */
const forMembers: string[] = [];
/** Of these only who is connected, or asked. */
const near: Record<string, readonly string[]> = {};

const say = async (by: TestMember, text: string) =>
  (await by.browser.call<OnePost>('POST', '/posts', { text })).body.post.id;

beforeAll(async () => {
  town = await openTown();
  const [one, host, friend, far, stranger, blocked, blocker] = (await newMembers(
    town,
    ...['Zobel', 'Host', 'Friend', 'Far', 'Stranger', 'Blocked', 'Blocker'],
  )) as [TestMember, TestMember, TestMember, TestMember, TestMember, TestMember, TestMember];
  owner = one;
  await town.db.pool.query(`UPDATE profiles SET page = 'everyone' WHERE account_id = $1`, [host.id]);
  await town.db.pool.query(`UPDATE profiles SET headline = 'zobelhead' WHERE account_id = $1`, [owner.id]);
  await connect([owner, friend], [friend, far], [owner, blocked], [owner, blocker], [friend, stranger]);
  await foundCompany(town, owner.browser, 'zobelworks.com');
  await verify(town, owner.browser, 'z@zobelworks.com');
  await edit(owner, 'about', 'zobelabout', 'everyone');
  const own = await say(owner, 'zobelpost');
  const party = await say(host, 'Come and see');
  await owner.browser.call('POST', `/posts/${party}/comments`, { text: 'zobelcomment' });
  await owner.browser.call('PUT', `/posts/${party}/reaction`, { kind: 'like' });
  for (const { id } of [friend, stranger]) await owner.browser.call('PUT', `/network/follows/${id}`);
  const file = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#a33' } })
    .png()
    .toBuffer();
  const sent = { file: file.toString('base64url') };
  photo = (await owner.browser.call<{ picture: string }>('POST', '/pictures', sent)).body.picture;
  await owner.browser.call('PUT', '/me/photo', { picture: photo });
  await town.members.idle();
  await owner.browser.call('PUT', `/network/blocks/${blocked.id}`);
  await blocker.browser.call('PUT', `/network/blocks/${owner.id}`);
  Object.assign(places, {
    page: `/people/${owner.handle}`,
    posts: `/posts?author=${owner.id}`,
    post: `/posts/${own}`,
    comments: `/posts/${party}/comments`,
    reactions: `/posts/${party}/reactions`,
    people: '/search/people?q=zobel',
    headline: '/search/people?q=zobelhead',
    facets: '/search/people/facets?q=zobelabout',
    'search of posts': '/search/posts?q=zobelpost',
    feed: '/feed?order=newest',
    connections: '/network/connections',
    mutuals: `/network/mutuals/${friend.id}`,
    follows: '/network/follows',
    notices: '/notices',
  });
  forMembers.push('reactions', 'people', 'headline', 'facets', 'search of posts');
  Object.assign(near, {
    ...{ feed: ['friend'], connections: ['friend'], mutuals: ['friend'], follows: ['friend', 'stranger'] },
    notices: ['friend', 'stranger'],
  });
  Object.assign(readers, {
    visitor: town.browser(),
    ...{ stranger: stranger.browser, far: far.browser, friend: friend.browser },
    ...{ blocked: blocked.browser, blocker: blocker.browser },
  });
});
afterAll(() => town.close());

/** The photo's file, as a browser fetches it. */
const pictureFor = ({ cookies }: Browser) => {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return town.members.app.inject({ url: `/api/members/pictures/${photo}`, headers: { cookie } });
};
const isIn = (body: unknown, place: string) => {
  const text = JSON.stringify(body);
  const marked = /zobel|Zobel/.test(text) || text.includes(owner.id) || text.includes(photo);
  return marked || (place === 'facets' && (body as { total: number }).total > 0);
};

/** Where a reader meets the owner. */
async function seenBy(reader: string): Promise<string[]> {
  const seen: string[] = [];
  for (const [place, path] of Object.entries(places)) {
    const { body, status } = (await readers[reader]?.call('GET', path)) ?? { body: null, status: 0 };
    if (status === 200 && isIn(body, place)) seen.push(place);
  }
  if ((await pictureFor(readers[reader] ?? town.browser())).statusCode === 200) seen.push('photo');
  return seen.sort();
}
const meant = (reader: string) =>
  [...Object.keys(places), 'photo']
    .filter((place) => near[place]?.includes(reader) ?? (reader !== 'visitor' || !forMembers.includes(place)))
    .sort();
const setPage = (page: string) =>
  town.db.pool.query('UPDATE profiles SET page = $2 WHERE account_id = $1', [owner.id, page]);

describe('a member', () => {
  it.each(['stranger', 'far', 'friend'])(
    'is met by a %s, whether their page is open or not',
    async (reader) => {
      for (const page of ['members', 'everyone']) {
        await setPage(page);
        expect([page, await seenBy(reader)]).toEqual([page, meant(reader)]);
      }
    },
  );

  it('whose page is open is met by a visitor where anybody may read', async () => {
    await setPage('everyone');
    expect(await seenBy('visitor')).toEqual(meant('visitor'));
    expect(meant('visitor')).toEqual(['comments', 'page', 'photo', 'post', 'posts']);
  });

  it('whose page is for members is met by a visitor nowhere: in no post, comment, picture, name or number', async () => {
    await setPage('members');
    expect(await seenBy('visitor')).toEqual([]);
  });

  it.each(['blocked', 'blocker'])('is met nowhere by one who is %s', async (reader) => {
    for (const page of ['members', 'everyone']) {
      await setPage(page);
      expect([page, await seenBy(reader)]).toEqual([page, []]);
    }
  });

  it('whose photo a moderator hid shows it to nobody else', async () => {
    await setPage('everyone');
    const set = (parts: string) =>
      town.db.pool.query('UPDATE profiles SET hidden_parts = $2 WHERE account_id = $1', [owner.id, parts]);
    await set('{photo}');
    for (const reader of ['visitor', 'friend']) expect(await seenBy(reader)).not.toContain('photo');
    expect((await pictureFor(owner.browser)).statusCode).toBe(200);
    await set('{}');
  });

  it('lets no cache of many readers keep a picture for long, and none at all where it is not for everybody', async () => {
    const cache = async (reader: Browser) => (await pictureFor(reader)).headers['cache-control'];
    await setPage('everyone');
    expect(await cache(town.browser())).toMatch(/^public, s-maxage=300, /);
    await setPage('members');
    expect(await cache(owner.browser)).toMatch(/^private, /);
  });

  // Last: it ends the sessions of the owner.
  it('on the way out is met by nobody, nowhere', async () => {
    await setPage('everyone');
    const { body } = await owner.browser.call<{ day: string }>('POST', '/me/delete', { proof: { password } });
    expect(body.day).toBe('2026-11-17');
    for (const reader of Object.keys(readers)) expect([reader, await seenBy(reader)]).toEqual([reader, []]);
  });
});
