import { fakeClock } from '@teahouse/kit/clock';
import { expect, it } from 'vitest';
import { sharedProver } from '../people.ts';
import { startTeahouse } from '../town.ts';
import { live } from './live.ts';
import { planLives } from './lives.ts';
import { settle } from './settle.ts';
import { companies } from './town/index.ts';

it('the town writes the same pages every time, and nobody is asked twice', () => {
  const lives = planLives(companies, 2026);
  expect(planLives(companies, 2026)).toEqual(lives);
  for (const { connects, asks } of lives) {
    expect(new Set([...connects, ...asks]).size).toBe(connects.length + asks.length);
  }
  const handles = lives.flatMap(({ handle }) => handle ?? []);
  expect(new Set(handles).size).toBe(handles.length);
});

it('a small town of three has pages with a verified employer, and is connected', async () => {
  const few = [{ ...(companies[0] as (typeof companies)[number]), people: 3 }];
  const town = await startTeahouse({ clock: fakeClock('2026-11-02T09:00:00Z'), schedule: 'daily' });
  try {
    const people = await settle(town, few, await sharedProver(), () => undefined);
    const lives = planLives(few, 2026);
    await live(people, lives);
    const [first, second] = people;
    const own = await second?.client.members.ownProfile();
    const page = await first?.client.members.person({ params: { handle: own?.handle ?? '' } });
    expect(page?.sections.experience?.map(({ verified }) => verified?.month)).toEqual(['2026-11', undefined]);
    const known = lives.flatMap(({ connects }, place) => connects.map((at) => [at, place]));
    for (const { client } of people) {
      const { connections } = await client.members.connections();
      const me = people.findIndex((person) => person.client === client);
      expect(connections).toHaveLength(known.filter((pair) => pair.includes(me)).length);
    }
  } finally {
    await town.stop();
  }
});
