import { fakeClock } from '@teahouse/kit/clock';
import { expect, it } from 'vitest';
import { sharedProver } from '../people.ts';
import { startTeahouse } from '../town.ts';
import { represent } from './represent.ts';
import { findRooms, settle } from './settle.ts';
import { answers, pages } from './town/company-pages.ts';
import { threads, companies as town } from './town/index.ts';
import type { TownCompany } from './town/types.ts';

const companies: TownCompany[] = town
  .filter(({ id }) => id === 'canghai')
  .map((one) => ({ ...one, id: 'xinghe', domain: 'xinghe.example', people: 6 }));
const answer = {
  company: 'xinghe',
  thread: 'A thread of the test',
  versions: ['At first', 'In the end'],
  yes: 4,
  no: 1,
};

it('a company of a small town fills its page and answers, and its colleagues say whether that resolves it', async () => {
  const clock = fakeClock('2026-11-02T12:00:00Z');
  const end = new Date('2026-11-28T12:00:00Z');
  const town = await startTeahouse({ clock, floor: 2 });
  try {
    const people = await settle(town, companies, await sharedProver(), () => undefined);
    const rooms = await findRooms(people, companies);
    const room = rooms.get('co-xinghe')!;
    const [first] = people;
    const { outbox, talk, members } = first!.client;
    const compose = {
      kind: 'thread',
      room,
      title: answer.thread,
      text: 'Why?',
      lang: 'en',
      now: true,
    } as const;
    await outbox.add({ ...compose, label: { kind: 'company' } });
    await outbox.run();
    await represent({ town: { ...town, clock }, people, rooms, end }, { pages, answers: [answer] });
    expect(clock.now()).toEqual(end);
    const { threads } = await talk.threads({ params: { room }, query: {} });
    const said = await talk.official({ params: { room, thread: threads[0]!.id } });
    expect(said.answer?.versions.map(({ text }) => text)).toEqual(answer.versions);
    expect(said.answer?.resolves).toEqual({ yes: 4, no: 1 });
    const company = first!.company;
    const { versions } = await members.companyHistory({ params: { company } });
    expect(versions.map(({ day }) => day)).toEqual(['2026-11-25', '2026-11-17', '2026-11-04']);
    const { rows } = await town.members.context.pool.query(
      `SELECT count(*)::int AS n FROM representatives WHERE company_id = $1`,
      [company],
    );
    expect(rows).toEqual([{ n: 2 }]);
  } finally {
    await town.stop();
  }
}, 240_000);

it('answers of the town are under threads that it has, by companies of whom enough can say something', () => {
  for (const { company, thread, yes, no } of answers) {
    expect(threads.find(({ title }) => title === thread)?.room).toBe(`co-${company}`);
    expect(town.find(({ id }) => id === company)?.people).toBeGreaterThanOrEqual(yes + no);
  }
});
