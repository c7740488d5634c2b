import { Statistics } from '@teahouse/contract/desk';
import type { Decision } from '@teahouse/contract/talk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Holder } from '../../testing/holder.ts';
import { startTown, type Town } from '../../testing/town.ts';
import { type PostAt, votesIn } from '../../testing/votes.ts';
import { type Clerk, deskSettings, hire } from '../testing/clerk.ts';
import { pileOn } from '../testing/pile.ts';

let town: Town;
let mo: Clerk;
let bo: Clerk;
let posts: PostAt[];
beforeAll(async () => {
  town = await startTown(deskSettings);
  [mo, bo] = [await hire(town, 'Mo'), await hire(town, 'Bo')];
  const votes = votesIn(town);
  const author = new Holder(town);
  posts = [];
  for (let i = 0; i < 9; i++) posts.push(await votes.open(author));
});
afterAll(() => town.stop());

const read = async () => Statistics.parse((await mo.call('GET', '/statistics')).body);
const decide = async (clerk: Clerk, post: PostAt, action = 'remove') => {
  const given = { action, rule: 'insult', words: 'It insults.' };
  return (await clerk.call<Decision>('POST', `/cases/square/${post.id}/decisions`, given)).body.id;
};

describe('the statistics of the desk', () => {
  it('begin with thirty days of nothing', async () => {
    const { days, ...rest } = await read();
    expect(rest).toEqual({ open: 0, held: 0, hidden: 0, age: [0, 0, 0, 0], appeals: 0, staff: [] });
    expect(days).toHaveLength(30);
    expect(days.at(-1)).toEqual({ day: '2026-11-18', decided: 0, appealed: 0, overturned: 0 });
    expect(days[0]?.day).toBe('2026-10-20');
  });

  it('are what one counts by hand', async () => {
    const pile = pileOn(town);
    const ages = [0, 0, 1, 2, 3, 9];
    for (const [i, daysAgo] of ages.entries()) await pile.add(posts[i]!, { daysAgo });
    for (const [i, state] of [1, 2, 2].entries())
      await town.db.pool.query('UPDATE posts SET state = $2 WHERE id = $1', [
        Buffer.from(posts[i]!.id, 'base64url'),
        state,
      ]);
    const first = await read();
    expect(first).toMatchObject({ open: 6, held: 1, hidden: 2, age: [2, 1, 1, 2] });

    const [one, two, three] = [
      await decide(mo, posts[6]!),
      await decide(mo, posts[7]!),
      await decide(bo, posts[8]!, 'keep'),
    ];
    await decide(mo, posts[0]!);
    await pile.appeal(posts[6]!, one);
    await pile.appeal(posts[7]!, two);
    expect(three).toHaveLength(43);
    const both = await read();
    expect(both).toMatchObject({ open: 5, held: 0, hidden: 2, age: [1, 1, 1, 2], appeals: 2 });

    town.clock.advance(11 * 60 * 60_000);
    const words = { words: 'We looked again.' };
    await bo.call('POST', `/appeals/square/${one}`, { grant: true, ...words });
    await bo.call('POST', `/appeals/square/${two}`, { grant: false, ...words });
    const last = await read();
    expect(last).toMatchObject({ open: 5, appeals: 0 });
    // Answers count with the decisions that they are about, not as decisions of who answered.
    expect(last.days.at(-1)).toEqual({ day: '2026-11-18', decided: 4, appealed: 2, overturned: 1 });
    expect(last.staff).toEqual([
      { name: 'Bo', decided: 1, overturned: 0 },
      { name: 'Mo', decided: 3, overturned: 1 },
    ]);
  });

  it('move on with the days, and forget those before the last thirty', async () => {
    town.clock.advance(2 * 24 * 60 * 60_000);
    await mo.signIn();
    const later = await read();
    expect(later.age).toEqual([0, 0, 1, 4]);
    expect(later.days.map(({ decided }) => decided).slice(-4)).toEqual([0, 4, 0, 0]);
    town.clock.advance(28 * 24 * 60 * 60_000);
    await mo.signIn();
    const gone = await read();
    expect([gone.days.some(({ decided }) => decided > 0), gone.staff]).toEqual([false, []]);
  });
});
