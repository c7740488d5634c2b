import { BulkNotices, type Decision, DecisionCounts, DecisionPage } from '@teahouse/contract/talk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, Holder, send } from '../testing/holder.ts';
import { decider } from '../testing/order.ts';
import { entriesOf } from '../testing/read-log.ts';
import { startTown, type Town } from '../testing/town.ts';
import { type PostAt, votesIn } from '../testing/votes.ts';
import { textOf } from '../wire.ts';

let town: Town;
let desk: ReturnType<typeof decider>;
let inside: PostAt;
const posts: PostAt[] = [];

/** Two days of work at the desk, one decision of them in a room for colleagues, and one that is not settled yet. */
beforeAll(async () => {
  town = await startTown();
  desk = decider(town);
  const votes = votesIn(town);
  const author = new Holder(town);
  for (let n = 0; n < 60; n += 1) posts.push(await votes.open(author, { room: n % 2 ? 'pay' : 'square' }));
  inside = await votes.open(author, { room: 'in-xinghe' });
  for (const [n, post] of posts.entries()) {
    if (n === 30) town.clock.advance(24 * 3_600_000);
    await desk.decide(post, n % 3 ? 'remove' : 'blur', {
      rule: n % 2 ? 'insult' : 'hate',
      words: `Words ${n}`,
    });
  }
  await desk.decide(inside, 'remove', { words: 'what-only-colleagues-know' });
  town.clock.advance(6 * 60_000);
  const [first] = posts;
  await send(town, 'square', author.appeal(first!, (await notices())[0]!.id));
  await town.talk.upkeep();
  await desk.decide(posts[0]!, 'remove', { words: 'Not settled' });
}, 120_000);
afterAll(() => town.stop());

async function notices(day = '2026-11-18'): Promise<Decision[]> {
  const found = BulkNotices.parse((await call(town, 'GET', `/bulk/notices?day=${day}`)).body).notices;
  return found.filter(({ post }) => post === posts[0]!.id).concat(found);
}
async function all(query: string): Promise<Decision[]> {
  const found: Decision[] = [];
  for (let before = ''; ; ) {
    const { body } = await call(town, 'GET', `/decisions?${query}${before && `&before=${before}`}`);
    const page = DecisionPage.parse(body);
    found.push(...page.decisions);
    if (page.next === null) return found;
    before = page.next;
  }
}

describe('the public log of decisions', () => {
  it('has every one that is settled, once, the newest day first', async () => {
    const found = await all('');
    expect(found).toHaveLength(60);
    expect(new Set(found.map(({ id }) => id)).size).toBe(60);
    expect(found.map(({ day }) => day)).toEqual(
      found
        .map(({ day }) => day)
        .sort()
        .reverse(),
    );
    expect(JSON.stringify(found)).not.toMatch(/Not settled|what-only-colleagues-know/);
    expect(JSON.stringify(found)).not.toContain(desk.staff);
  });

  it.each([
    ['room=pay', (one: Decision) => one.room === 'pay', 30],
    ['action=blur', (one: Decision) => one.action === 'blur', 20],
    ['rule=hate&action=remove', (one: Decision) => one.rule === 'hate' && one.action === 'remove', 20],
    ['by=program', () => true, 0],
  ] as const)('is narrowed by %s', async (query, fits, n) => {
    const found = await all(query);
    expect(found.every(fits)).toBe(true);
    expect(found).toHaveLength(n);
  });

  it('is narrowed to one thread of a room', async () => {
    const { thread, id } = posts[1]!;
    const found = await all(`room=pay&thread=${thread}`);
    expect(found.map(({ post }) => post)).toEqual([id]);
    expect(await all(`room=square&thread=${thread}`)).toEqual([]);
  });

  it('refuses a place that is none, and a room whose key is not shown', async () => {
    const status = async (query: string) => (await call(town, 'GET', `/decisions?${query}`)).status;
    expect(await Promise.all(['before=AAAA', 'room=in-xinghe', 'room=nowhere'].map(status))).toEqual([
      422, 403, 404,
    ]);
  });

  it('comes as files of a day, for authors who look for their own', async () => {
    const file = async (day: string) =>
      BulkNotices.parse((await call(town, 'GET', `/bulk/notices?day=${day}`)).body).notices;
    const [first, second] = [await file('2026-11-18'), await file('2026-11-19')];
    expect([first.length, second.length]).toEqual([30, 30]);
    expect(first.map(({ id }) => Buffer.from(id, 'base64url').toString('hex'))).toEqual(
      first.map(({ id }) => Buffer.from(id, 'base64url').toString('hex')).sort(),
    );
    expect(first.filter(({ appeal }) => appeal === 'open')).toHaveLength(1);
    expect((await call(town, 'GET', '/bulk/notices?day=2026-02-30')).status).toBe(422);
    expect((await call(town, 'GET', '/rooms/in-xinghe/bulk/notices?day=2026-11-19')).body.code).toBe(
      'room-closed',
    );
    const pay = BulkNotices.parse((await call(town, 'GET', '/rooms/pay/bulk/notices?day=2026-11-18')).body);
    expect(pay.notices.map(({ room }) => room)).toEqual(Array.from({ length: 15 }, () => 'pay'));
  });
});

describe('an auditor', () => {
  it('finds every public decision in talk’s log, and counts of them what is published', async () => {
    const entries = (await entriesOf(town.talk, 'event')).filter(({ entry }) => entry.kind === 'moderation');
    const found = await all('');
    const told = new Map(found.map((one) => [one.logged, one]));
    const open = entries.filter(({ entry }) => entry.subject !== null);
    expect(open).toHaveLength(found.length);
    for (const { index, entry } of open) {
      const decision = told.get(index);
      expect(decision).toMatchObject({ action: entry.code, post: textOf(entry.subject!) });
      expect(entry.text).toBe(`${decision!.rule}: ${decision!.words}`);
    }
    // Of the room for colleagues: that something was decided, and nothing else.
    const closed = entries.filter(({ entry }) => entry.subject === null).map(({ entry }) => entry);
    expect(closed).toEqual([{ type: 'event', kind: 'moderation', code: 'remove', subject: null, text: '' }]);

    const { months } = DecisionCounts.parse((await call(town, 'GET', '/decisions/counts')).body);
    expect(months.map(({ month }) => month)).toEqual(['2026-11']);
    const fromLog = new Map<string, number>();
    for (const { entry } of open) {
      const key = `${entry.code} ${entry.text.split(':')[0]}`;
      fromLog.set(key, (fromLog.get(key) ?? 0) + 1);
    }
    const published = months[0]!.decisions.map(({ action, rule, n }) => [`${action} ${rule}`, n]);
    expect(Object.fromEntries(published as [string, number][])).toEqual(Object.fromEntries(fromLog));
    expect(months[0]).toMatchObject({ posts: 60, appeals: { made: 1, granted: 0, refused: 0 } });
  });
});
