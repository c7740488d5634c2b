import {
  BulkAliases,
  BulkPosts,
  BulkSpent,
  ThreadPageOfRoom,
  ThreadView,
  talkRoutes,
} from '@teahouse/contract/talk';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { call, Holder, send, tokenKeyOf } from '../testing/holder.ts';
import { start, startTown, type Town } from '../testing/town.ts';
import { textOf } from '../wire.ts';

let town: Town;
let long: { id: string; thread: string };
const opened: string[] = [];

beforeAll(async () => {
  town = await startTown();
  const author = new Holder(town);
  for (let i = 0; i < 7; i++) {
    const thread = await send(
      town,
      'square',
      author.thread({ title: `Thread ${i}`, text: `${'茶'.repeat(200)}` }),
    );
    opened.push(thread.body.thread);
    town.clock.advance(5 * 60_000);
  }
  await send(town, 'pay', author.thread({ room: 'pay' }));
  long = (await send(town, 'hours', author.thread({ room: 'hours' }))).body;
  const guests = [author, new Holder(town), new Holder(town)];
  for (let i = 0; i < 101; i++) {
    const kind = i < 2 ? 'company' : undefined;
    await send(
      town,
      'hours',
      guests[i < 2 ? i + 1 : i % 3]!.reply(long, { room: 'hours', kind, text: `Reply ${i}` }),
    );
  }
});
afterAll(() => town.stop());

describe('lists', () => {
  it('run by last activity, and pages join without a gap', async () => {
    const seen: string[] = [];
    let before = '';
    do {
      const page = ThreadPageOfRoom.parse(
        (await call(town, 'GET', `/rooms/square/threads?limit=3${before}`)).body,
      );
      seen.push(...page.threads.map((thread) => thread.id));
      before = page.next === null ? '' : `&before=${page.next}`;
    } while (before !== '');
    expect(seen).toEqual([...opened].reverse());
  });

  it('show the first 140 characters', async () => {
    const { body } = await call(town, 'GET', '/rooms/square/threads');
    expect([...ThreadPageOfRoom.parse(body).threads[0]!.excerpt]).toHaveLength(141);
  });

  it('of all rooms hold threads of several', async () => {
    const { threads } = ThreadPageOfRoom.parse((await call(town, 'GET', '/threads')).body);
    expect(new Set(threads.map((thread) => thread.room))).toEqual(new Set(['square', 'pay', 'hours']));
  });

  it('refuse a cursor that is none', async () => {
    for (const cursor of ['x', 'A'.repeat(55), '_'.repeat(55), `A${'_'.repeat(54)}`]) {
      const { status, body } = await call(town, 'GET', `/threads?before=${cursor}`);
      expect([status, body.code]).toEqual(/^A+$/.test(cursor) ? [200, undefined] : [422, 'invalid-input']);
    }
  });
});

describe('a thread', () => {
  it('of more than 100 posts comes in pages', async () => {
    const path = `/rooms/hours/threads/${long.thread}`;
    const first = ThreadView.parse((await call(town, 'GET', path)).body);
    expect(first.posts.map((post) => post.seq)).toEqual(Array.from({ length: 100 }, (_, i) => i));
    expect(first.next).toBe(99);
    expect(first.aliases).toHaveLength(3);
    const second = ThreadView.parse((await call(town, 'GET', `${path}?after=99`)).body);
    expect(second.posts.map((post) => post.seq)).toEqual([100, 101]);
    expect(second.next).toBeNull();
  });

  it('is not found in another room, nor under another id', async () => {
    expect((await call(town, 'GET', `/rooms/square/threads/${long.thread}`)).body.code).toBe(
      'unknown-thread',
    );
    expect((await call(town, 'GET', '/rooms/nowhere/threads')).body.code).toBe('unknown-room');
    expect((await call(town, 'GET', `/rooms/square/posts/${long.id}/history`)).body.code).toBe(
      'unknown-post',
    );
  });
});

describe('every public read', () => {
  beforeAll(async () => {
    const guest = new Holder(town);
    await send(town, 'hours', guest.react(long, 'hug', { kind: 'alias', room: 'hours' }));
    await send(town, 'hours', guest.ballot(long, { verdict: 'confirm' }, { kind: 'company', room: 'hours' }));
    await town.talk.logActs();
  });
  const paths = () =>
    ({
      info: '/info',
      directory: '/issuer/directory',
      issuer: '/issuer',
      rooms: '/rooms',
      latest: '/threads',
      threads: '/rooms/square/threads',
      thread: `/rooms/hours/threads/${long.thread}`,
      card: `/rooms/hours/threads/${long.thread}/card`,
      official: `/rooms/hours/threads/${long.thread}/official`,
      companyKeys: '/issuer/company-keys',
      history: `/rooms/hours/posts/${long.id}/history`,
      proof: `/rooms/hours/posts/${long.id}/proof`,
      reactions: `/rooms/hours/posts/${long.id}/reactions`,
      ballots: `/rooms/hours/posts/${long.id}/ballots/verdict`,
      search: '/search?q=Reply',
      bulkAliases: '/bulk/aliases',
      bulkSpent: `/bulk/spent?keyId=${textOf(tokenKeyOf(town).id)}`,
      bulkRefunds: `/bulk/refunds?keyId=${textOf(tokenKeyOf(town).id)}`,
      bulkPosts: `/bulk/posts?day=${start.slice(0, 10)}`,
      roomAliases: '/rooms/hours/bulk/aliases',
      roomPosts: `/rooms/hours/bulk/posts?day=${start.slice(0, 10)}`,
      roomRefunds: `/rooms/hours/bulk/refunds?keyId=${textOf(tokenKeyOf(town).id)}`,
      bulkNotices: `/bulk/notices?day=${start.slice(0, 10)}`,
      roomNotices: `/rooms/hours/bulk/notices?day=${start.slice(0, 10)}`,
      decisions: '/decisions',
      decisionCounts: '/decisions/counts',
    }) as const;

  it('answers as the contract says, from at most three statements', async () => {
    for (const [route, path] of Object.entries(paths())) {
      const { result, statements } = await countStatements(() => call(town, 'GET', path));
      expect(result.status, route).toBe(200);
      expect(statements.length, route).toBeLessThanOrEqual(3);
      const schema = talkRoutes[route as keyof ReturnType<typeof paths>].reply;
      expect(schema.parse(result.body), route).toEqual(result.body);
    }
  });

  it('may be shared and is known again by its ETag, but for a search', async () => {
    const { search: _, ...shared } = paths();
    for (const path of Object.values(shared)) {
      const first = await call(town, 'GET', path);
      expect(first.headers['cache-control']).toBe('public, max-age=2, stale-while-revalidate=10');
      expect(first.headers['set-cookie']).toBeUndefined();
      const etag = String(first.headers.etag);
      const again = await call(town, 'GET', path, undefined, { 'if-none-match': `W/"other", ${etag}` });
      expect([again.status, again.body]).toEqual([304, {}]);
      expect((await call(town, 'GET', path, undefined, { 'if-none-match': '"other"' })).status).toBe(200);
    }
  });

  it('is covered: each GET of the contract but the streams is one of these', () => {
    const reads = Object.entries(talkRoutes).filter(
      ([name, route]) =>
        'reply' in route &&
        (route.reply as unknown) !== 'events' &&
        !['act', 'draw', 'roomKey', 'answerOfficially'].includes(name),
    );
    expect(Object.keys(paths()).sort()).toEqual(reads.map(([name]) => name).sort());
  });
});

describe('bulk files', () => {
  it('hold every alias, in the order of random ids', async () => {
    const { aliases, next } = BulkAliases.parse((await call(town, 'GET', '/bulk/aliases')).body);
    expect(aliases).toHaveLength(12);
    expect(next).toBeNull();
    const ids = aliases.map(({ thread }) => Buffer.from(thread, 'base64url').toString('hex'));
    expect(ids).toEqual([...ids].sort());
  });

  it('hold what was said on a day, with what it answers, in the order of random ids, page by page', async () => {
    const day = start.slice(0, 10);
    const posts: z.output<typeof BulkPosts>['posts'] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = BulkPosts.parse(
        (await call(town, 'GET', `/bulk/posts?day=${day}${next && `&after=${next}`}`)).body,
      );
      posts.push(...page.posts);
      next = page.next;
    }
    expect(posts).toHaveLength(9 + 101);
    expect(posts.filter(({ thread, parent }) => thread === long.thread && parent === long.id)).toHaveLength(
      101,
    );
    expect(posts.filter(({ parent }) => parent === null)).toHaveLength(9);
    const ids = posts.map(({ id }) => Buffer.from(id, 'base64url').toString('hex'));
    expect(ids).toEqual([...ids].sort());
    const other = await call<BulkPage>(town, 'GET', `/bulk/posts?day=2026-11-17`);
    expect(other.body).toEqual({ posts: [], next: null });
  });

  it('are there for days of the calendar', async () => {
    for (const day of ['2026-02-30', '2026-13-01', '0000-00-00', '2026-11-18T10', 'today']) {
      expect((await call(town, 'GET', `/bulk/posts?day=${day}`)).body.code, day).toBe('invalid-input');
    }
  });

  it('hold every spent nonce of a key, sorted', async () => {
    const keyId = textOf(tokenKeyOf(town).id);
    const { nonces } = BulkSpent.parse((await call(town, 'GET', `/bulk/spent?keyId=${keyId}`)).body);
    expect(nonces).toHaveLength(9 * 2 + 101);
    const rest = await call<BulkPage>(town, 'GET', `/bulk/spent?keyId=${keyId}&after=${nonces[10]}`);
    expect(rest.body.nonces).toEqual(nonces.slice(11));
  });
});
interface BulkPage {
  nonces: string[];
}
