import { fakeClock } from '@teahouse/kit/clock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newMembers, type Person } from '../people.ts';
import { startTeahouse, type Town } from '../town.ts';
import { tell } from './tell.ts';
import { posts } from './town/posts.ts';

describe('what the town tells', () => {
  const end = new Date('2026-11-20T12:00:00Z');
  const clock = fakeClock('2026-11-01T09:00:00Z');
  let town: Town;
  let people: Person[];
  beforeAll(async () => {
    town = await startTeahouse({ clock });
    const company = { name: { zh: '灯火', en: 'Lamp Light' }, industry: 'internet', domain: 'lamp.example' };
    people = await newMembers(
      town,
      ['安', 'Bo', '陈', 'Dee', '方', 'Eve'].map((name) => ({ name, company })),
    );
    await tell(posts, { people, clock, end });
  }, 120_000);
  afterAll(() => town?.stop());

  it('stands on the days of the plan, with its comments, reactions and pictures', async () => {
    const { rows } = await town.members.context.pool.query(
      'SELECT day::text, text, comments, jsonb_array_length(pictures) AS pictures FROM posts ORDER BY seq',
    );
    expect(rows.map(({ text }) => text)).toEqual(posts.map(({ text }) => text));
    expect(rows.map(({ pictures }) => pictures)).toEqual(posts.map((post) => post.pictures ?? 0));
    expect(rows[0]).toMatchObject({ day: '2026-11-11', comments: 2 });
    expect(rows.at(-1)).toMatchObject({ day: '2026-11-20' });
    expect(clock.now()).toEqual(end);
  });

  it('passes on only what stands before it', () => {
    for (const [place, { shares = -1 }] of posts.entries()) expect(shares).toBeLessThan(place);
  });
});
