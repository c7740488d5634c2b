import type { Case, CasePage } from '@teahouse/contract/desk';
import { CasePage as CasePageSchema, deskLimits } from '@teahouse/contract/desk';
import { withTransaction } from '@teahouse/kit/pool';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { Holder } from '../../testing/holder.ts';
import { startTown, type Town } from '../../testing/town.ts';
import { type PostAt, votesIn } from '../../testing/votes.ts';
import { type Clerk, deskSettings, hire } from '../testing/clerk.ts';
import { pileOn } from '../testing/pile.ts';

let town: Town;
let mo: Clerk;
let sen: Clerk;
let thread: PostAt;
let pile: ReturnType<typeof pileOn>;
let author: Holder;
const open = async (text: string) => votesIn(town).answer(author, thread, text);
beforeAll(async () => {
  town = await startTown(deskSettings);
  [mo, sen] = [await hire(town, 'Mo'), await hire(town, 'Sen', 'senior')];
  author = new Holder(town);
  thread = await votesIn(town).open(author);
  pile = pileOn(town);
});
beforeEach(() => town.db.pool.query('DELETE FROM cases'));
afterAll(() => town.stop());

type Page = z.output<typeof CasePage>;
const pageOf = async (query = '', clerk = mo): Promise<Page> =>
  CasePageSchema.parse((await clerk.call<Page>('GET', `/cases?${query}`)).body);
const ids = (cases: readonly Case[]) => cases.map(({ post }) => post);

describe('the queue', () => {
  it('is empty at first', async () => {
    expect(await pageOf()).toEqual({ cases: [], next: null, open: 0 });
  });

  it('has the most pressing first, and of two alike the older; page for page without a gap', async () => {
    const posts: PostAt[] = [];
    const many = deskLimits.casesPerPage * 2 + 5;
    for (let i = 0; i < many; i++) {
      const post = await open(`Case ${i}`);
      await pile.add(post, { priority: [0.1, 0.7, 0.7000001, 0.9][i % 4]!, daysAgo: i % 3 });
      posts.push(post);
    }
    const seen: Case[] = [];
    const sizes: number[] = [];
    for (let before: string | null = ''; before !== null; ) {
      const page: Page = await pageOf(before === '' ? '' : `before=${before}`);
      expect(page.open).toBe(many);
      seen.push(...page.cases);
      sizes.push(page.cases.length);
      before = page.next;
      // What comes in meanwhile above the place moves nothing.
      if (sizes.length === 1)
        await town.db.pool.query('UPDATE cases SET priority = 0.95 WHERE post_id = $1', [
          Buffer.from(page.cases[0]!.post, 'base64url'),
        ]);
    }
    expect(sizes).toEqual([30, 30, 5]);
    expect(new Set(ids(seen))).toEqual(new Set(posts.map(({ id }) => id)));
    const order = seen.map(({ priority, day }) => [priority, day] as const);
    expect(order).toEqual([...order].sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0)));
  });

  it('is a walk along an index, however much was decided', async () => {
    const rows = await withTransaction(town.db.pool, async (tx) => {
      await tx.query('SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off'); // as where there are many
      const explained = await tx.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN SELECT * FROM cases c WHERE c.open AND c.priority <= 0.5
           AND (c.priority < 0.5 OR (c.slot, c.post_id) > (1, '\\x00'))
         ORDER BY c.priority DESC, c.slot, c.post_id LIMIT 31`,
      );
      return explained.rows;
    });
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('cases_open');
    expect(plan).not.toContain('Sort');
  });

  it('tells why a case is there, how many reported, and nothing of who', async () => {
    const post = await open('You are all idiots, call 555-0100');
    await pile.add(post, { kinds: ['insult', 'phone', 'insult'], priority: 0.8 });
    const who = [
      await pile.report(post, 'insult', 'rude'),
      await pile.report(post, 'insult'),
      await pile.report(post, 'hate'),
    ];
    const { cases } = await pageOf();
    expect(cases).toEqual([
      {
        ...{ room: 'square', thread: thread.thread, post: post.id, state: 'shown', work: 'open', reports: 3 },
        ...{
          appeal: false,
          pictures: 0,
          assignee: null,
          day: '2026-11-18',
          excerpt: 'You are all idiots, call 555-0100',
        },
        priority: expect.closeTo(0.8),
        reasons: [
          { from: 'look', rule: 'insult', hint: 'insult/insult-1', n: 1 },
          { from: 'look', rule: 'personal-data', hint: 'phone/phone-1', n: 1 },
          { from: 'report', rule: 'insult', hint: null, n: 2 },
          { from: 'report', rule: 'hate', hint: null, n: 1 },
        ],
      },
    ]);
    const view = await mo.call('GET', `/cases/square/${post.id}`);
    for (const pseudonym of who) expect(view.bytes.toString()).not.toContain(pseudonym);
  });

  it('is filtered by state, rule, room and whose it is', async () => {
    const [one, two, three] = [await open('One'), await open('Two'), await open('Three')];
    await pile.add(one, { kinds: ['threat'] });
    await pile.add(two, { kinds: [], priority: 0.4 });
    await pile.add(three, { kinds: [], priority: 0.3, open: false });
    await pile.report(two, 'threat');
    await mo.call('PUT', `/cases/square/${one.id}/assignee`, { to: 'me' });
    await town.db.pool.query('UPDATE posts SET state = 2 WHERE id = $1', [Buffer.from(two.id, 'base64url')]);
    const list = async (query: string) => ids((await pageOf(query)).cases);
    expect(await list('')).toEqual([one.id, two.id]);
    expect(await list('work=decided')).toEqual([three.id]);
    expect(await list('state=hidden')).toEqual([two.id]);
    expect(await list('rule=threat')).toEqual([one.id, two.id]);
    expect(await list('rule=insult')).toEqual([]);
    expect(await list('room=square&assignee=me')).toEqual([one.id]);
    expect(await list('assignee=none')).toEqual([two.id]);
    expect(await list('room=nowhere')).toEqual([]);
    expect((await pageOf('assignee=none')).open).toBe(2);
  });

  it('shows decided cases the newest first, page for page', async () => {
    const many = deskLimits.casesPerPage + 3;
    for (let i = 0; i < many; i++) await pile.add(await open(`Old ${i}`), { open: false, daysAgo: i % 5 });
    const first = await pageOf('work=decided');
    const second = await pageOf(`work=decided&before=${first.next}`);
    const all = [...first.cases, ...second.cases];
    expect([first.cases.length, second.cases.length, second.next]).toEqual([30, 3, null]);
    expect(new Set(ids(all)).size).toBe(many);
    expect(all.map(({ day }) => day)).toEqual(
      all
        .map(({ day }) => day)
        .sort()
        .reverse(),
    );
  });

  it.each(['x', '!', 'A'.repeat(54), 'A'.repeat(200)])('refuses %s as a place', async (before) => {
    const { status } = await mo.call('GET', `/cases?before=${encodeURIComponent(before)}`);
    expect([422, 200]).toContain(status);
    if (before.length !== 54) expect(status).toBe(422);
  });
});

describe('a case', () => {
  let post: PostAt;
  const place = () => `/cases/square/${post.id}`;
  const give = (clerk: Clerk, to: string | null) => clerk.call<Case>('PUT', `${place()}/assignee`, { to });

  it('is taken, put back, and given away; what somebody has is theirs, but for seniors', async () => {
    post = await open('Whose is it?');
    await pile.add(post);
    const bo = await hire(town, 'Bo');
    expect((await give(mo, 'me')).body.assignee).toEqual({ id: mo.id, name: 'Mo' });
    expect((await give(bo, 'me')).body.code).toBe('desk-role');
    expect((await give(bo, null)).body.code).toBe('desk-role');
    const decision = { action: 'keep', rule: 'other', words: 'It is fine' };
    expect((await bo.call('POST', `${place()}/decisions`, decision)).body.code).toBe('desk-role');
    expect((await give(sen, bo.id)).body.assignee?.name).toBe('Bo');
    expect((await give(bo, mo.id)).body.code).toBe('desk-role');
    expect((await give(bo, null)).body.assignee).toBeNull();
    expect((await give(mo, '00000000-0000-4000-8000-000000000000')).body.code).toBe('desk-role');
    expect((await give(sen, '00000000-0000-4000-8000-000000000000')).body.code).toBe('not-found');
  });

  it('goes back to the pile when who had it is let in no more', async () => {
    await pile.add(post);
    const [ada, cy] = [await hire(town, 'Ada', 'admin'), await hire(town, 'Cy')];
    await give(cy, 'me');
    await ada.call('PUT', `/staff/${cy.id}`, { off: true });
    expect((await pageOf()).cases[0]?.assignee).toBeNull();
    expect((await give(ada, cy.id)).body.code).toBe('not-found');
  });

  it('can be made of any post, and of no other thing', async () => {
    post = await open('Nobody pointed at this');
    expect((await give(mo, 'me')).body).toMatchObject({
      work: 'open',
      priority: 0,
      assignee: { name: 'Mo' },
    });
    expect((await mo.call('GET', `/cases/square/${'A'.repeat(43)}`)).body.code).toBe('case-unknown');
    expect((await mo.call('GET', `/cases/nowhere/${post.id}`)).body.code).toBe('case-unknown');
  });
});
