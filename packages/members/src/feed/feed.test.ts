import { PostPage } from '@teahouse/contract/members';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  block,
  connect,
  disconnect,
  feedOf,
  follow,
  type Member,
  newMember,
  newMembers,
  posted,
  textsOf,
} from '../testing/test-feed.ts';
import { openTown, type Town } from '../testing/test-town.ts';
import { sweepFeeds } from './spread.ts';
import { fillFeeds } from './tie.ts';

let town: Town;
let ann: Member;
let bo: Member;
let cy: Member;
let di: Member;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
// Ann - Bo, Ann follows Cy, Bo - Di.
beforeEach(async () => {
  town.clock.set('2026-11-10T09:30:00Z');
  [ann, bo, cy, di] = (await newMembers(town, 4)) as [Member, Member, Member, Member];
  await connect(town, ann, bo);
  await follow(town, ann, cy);
  await connect(town, bo, di);
});
const tomorrow = () => town.clock.advance(86_400_000);
const like = (by: Member, id: string) => by.browser.call('PUT', `/posts/${id}/reaction`, { kind: 'like' });

describe('a feed', () => {
  it('is what the contract says, and not a field more', async () => {
    const shared = await posted(town, cy, 'of Cy');
    await posted(town, bo, 'see https://a.test/', { shares: shared });
    for (const order of ['newest', 'ranked'] as const) {
      const page = await feedOf(ann, order);
      expect(page.posts).toHaveLength(2);
      expect(page).toEqual(PostPage.parse(page));
    }
  });

  it('has what connections and those one follows post, and one’s own, the newest first', async () => {
    for (const [by, text] of [
      [ann, 'mine'],
      [bo, 'of Bo'],
      [cy, 'of Cy'],
      [di, 'of Di'],
    ] as const)
      await posted(town, by, text);
    await posted(town, bo, 'for friends', { audience: 'connections' });
    await posted(town, cy, 'for Cy’s friends', { audience: 'connections' });
    const { posts, people } = await feedOf(ann);
    expect(posts.map(({ text, why }) => [text, why?.kind])).toEqual([
      ['for friends', 'connection'],
      ['of Cy', 'follow'],
      ['of Bo', 'connection'],
      ['mine', 'own'],
    ]);
    expect(new Set(people.map(({ id }) => id))).toEqual(new Set([ann.id, bo.id, cy.id]));
  });

  it('comes in pages that neither miss nor repeat, in either order, while others post', async () => {
    for (let n = 0; n < 45; n += 1) await posted(town, bo, `post ${n}`);
    for (const order of ['newest', 'ranked'] as const) {
      const seen: string[] = [];
      for (let after: string | null | undefined; after !== null; ) {
        const page = await feedOf(ann, order, after);
        seen.push(...textsOf(page));
        after = page.next;
        await posted(town, bo, `meanwhile ${order} ${seen.length}`);
      }
      const first = seen.filter((text) => text.startsWith('post'));
      expect(first).toEqual(Array.from({ length: 45 }, (_, n) => `post ${44 - n}`));
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  it.each(['newest', 'ranked'] as const)(
    'in order %s follows at once what a member does to others',
    async (order) => {
      await posted(town, bo, 'of Bo');
      const hidden = await posted(town, bo, 'hide me');
      await posted(town, cy, 'of Cy');
      const texts = async () => new Set(textsOf(await feedOf(ann, order)));
      expect(await texts()).toEqual(new Set(['of Bo', 'hide me', 'of Cy']));
      await ann.browser.call('PUT', `/posts/${hidden}/hidden`);
      expect(await texts()).toEqual(new Set(['of Bo', 'of Cy']));
      await ann.browser.call('PUT', `/mutes/${bo.id}`);
      expect(await texts()).toEqual(new Set(['of Cy']));
      await ann.browser.call('DELETE', `/mutes/${bo.id}`);
      await ann.browser.call('DELETE', `/posts/${hidden}/hidden`);
      await disconnect(town, ann, bo);
      expect(await texts()).toEqual(new Set(['of Cy']));
      await block(town, cy, ann);
      expect(await texts()).toEqual(new Set());
    },
  );

  it('has nothing for connections any more once they are none, also where one follows them', async () => {
    await posted(town, bo, 'for friends', { audience: 'connections' });
    await follow(town, ann, bo);
    await disconnect(town, ann, bo);
    expect(textsOf(await feedOf(ann))).toEqual([]);
  });

  it('tells by whom one has muted, who is not told; nobody mutes themselves or nobody', async () => {
    await ann.browser.call('PUT', `/mutes/${bo.id}`);
    const list = () => ann.browser.call<{ members: { id: string }[] }>('GET', '/mutes');
    expect((await list()).body.members.map(({ id }) => id)).toEqual([bo.id]);
    for (const who of [ann.id, '00000000-0000-4000-8000-000000000000'])
      expect((await ann.browser.call('PUT', `/mutes/${who}`)).code).toBe('member-unknown');
  });

  it('is filled with what a new connection posted lately', async () => {
    await posted(town, di, 'of Di');
    await posted(town, di, 'close', { audience: 'connections' });
    await connect(town, ann, di);
    await fillFeeds(town.db.pool, {
      ties: [{ reader: ann.id, author: di.id }],
      ...{ why: 'connection', today: '2026-11-10' },
    });
    expect(textsOf(await feedOf(ann))).toEqual(['close', 'of Di']);
  });

  it('reaches back some weeks, and is empty for somebody new', async () => {
    await posted(town, bo, 'old');
    expect(textsOf(await feedOf(await newMember(town)))).toEqual([]);
    await sweepFeeds(town.db.pool, '2026-11-11');
    expect(textsOf(await feedOf(ann))).toEqual([]);
  });
});

describe('a ranked feed', () => {
  const reasons = async () => {
    const { posts, people } = await feedOf(ann, 'ranked');
    const names = new Map(people.map(({ id }) => [id, id]));
    return posts.map(({ text, why }) => [text, why?.kind, why?.by ? names.get(why.by) : null]);
  };

  it('puts connections before those one follows, and a day against closeness', async () => {
    await posted(town, bo, 'of Bo');
    await posted(town, cy, 'of Cy');
    expect(await reasons()).toEqual([
      ['of Bo', 'connection', null],
      ['of Cy', 'follow', null],
    ]);
    tomorrow();
    tomorrow();
    await posted(town, cy, 'of Cy, later');
    expect((await reasons()).map(([text]) => text)).toEqual(['of Cy, later', 'of Bo', 'of Cy']);
  });

  it('has what connections reacted to, and says so; a reaction taken back takes it out', async () => {
    const id = await posted(town, di, 'of Di');
    await posted(town, cy, 'of Cy');
    expect((await reasons()).map(([text]) => text)).toEqual(['of Cy']);
    await like(bo, id);
    await town.members.idle();
    expect(await reasons()).toEqual([
      ['of Cy', 'follow', null],
      ['of Di', 'reaction', bo.id],
    ]);
    expect(textsOf(await feedOf(ann, 'newest'))).toEqual(['of Cy']);
    await bo.browser.call('DELETE', `/posts/${id}/reaction`);
    expect((await reasons()).map(([text]) => text)).toEqual(['of Cy']);
    const { rows } = await town.db.pool.query('SELECT FROM feed_items WHERE by_id = $1', [bo.id]);
    expect(rows).toEqual([]);
  });

  it('moves up what a connection reacted to, until that is no connection, or muted', async () => {
    const liked = await posted(town, cy, 'liked');
    await posted(town, cy, 'newer');
    await like(bo, liked);
    await town.members.idle();
    expect(await reasons()).toEqual([
      ['liked', 'follow', bo.id],
      ['newer', 'follow', null],
    ]);
    await ann.browser.call('PUT', `/mutes/${bo.id}`);
    expect((await reasons()).every(([, , by]) => by === null)).toBe(true);
  });

  it('shows nobody through a reaction what is for connections of its author', async () => {
    const id = await posted(town, di, 'close', { audience: 'connections' });
    await like(bo, id);
    await town.members.idle();
    expect(await reasons()).toEqual([]);
    const { rows } = await town.db.pool.query('SELECT FROM feed_items WHERE reader_id = $1', [ann.id]);
    expect(rows).toEqual([]);
  });
});
