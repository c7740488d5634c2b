import { fakeClock } from '@teahouse/kit/clock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDevice, sharedProver } from '../people.ts';
import { startTeahouse, type Town } from '../town.ts';
import { planTown } from './plan.ts';
import { play } from './play.ts';
import { findRooms, settle } from './settle.ts';
import { day } from './times.ts';
import type { TownCompany, TownThread } from './town/types.ts';
import { inOrder, planVotes } from './votes.ts';

const companies: TownCompany[] = [
  {
    id: 'lamp',
    name: { zh: '灯火', en: 'Lamp Light' },
    industry: 'internet',
    domain: 'lamp.example',
    people: 3,
  },
  { id: 'kiln', name: { zh: '窑', en: 'Kiln' }, industry: 'retail', domain: 'kiln.example', people: 1 },
];
const threads: TownThread[] = [
  {
    ...{ room: 'square', lang: 'zh', title: '旧月份的事', text: '上个月的。', daysAgo: 5, from: 'lamp' },
    poll: { options: ['是', '不是'], multiple: false, voters: 'everyone' },
    claim: { confirm: 2, dispute: 1, unknown: 0 },
    replies: [
      { text: '我先说。', by: 'a' },
      { text: 'An answer to that.', to: 0, by: 'b', edited: 'A better answer to that.' },
      { text: '收回。', by: 'op', deleted: true },
    ],
  },
  {
    room: 'co-lamp',
    lang: 'en',
    title: 'Ours',
    text: 'Between us.',
    daysAgo: 0.2,
    from: 'lamp',
    replies: [],
  },
];

describe('a small town', () => {
  const end = new Date('2026-11-02T12:00:00Z');
  const clock = fakeClock(new Date(end.getTime() - 6 * day));
  let town: Town;

  beforeAll(async () => {
    town = await startTeahouse({ clock, floor: 2 });
    const people = await settle(town, companies, await sharedProver(), () => undefined);
    const rooms = await findRooms(people, companies);
    const plan = planTown(threads, companies, end);
    await play(
      inOrder(plan, planVotes(plan, threads, companies, end)),
      { town: { ...town, clock }, people, threads, rooms },
      () => undefined,
    );
  });
  afterAll(() => town?.stop());

  it('is there for a visitor: threads, nested replies, an edit, a tombstone', async () => {
    const { client } = await newDevice(town);
    const latest = await client.talk.latest();
    expect(latest.threads.map(({ title }) => title)).toEqual(['Ours', '旧月份的事']);
    const [ours, old] = latest.threads;
    expect(ours).toMatchObject({
      room: 'co-lamp-light',
      opener: { label: { kind: 'company', epoch: '2026-11' } },
    });
    const view = await client.talk.thread({ params: { room: 'square', thread: old?.id ?? '' } });
    expect(view.posts.map(({ body }) => body?.text)).toEqual([
      '上个月的。',
      ...view.posts.slice(1).map(({ body }) => body?.text),
    ]);
    const edited = view.posts.find(({ edits }) => edits > 0);
    expect(edited?.body?.text).toBe('A better answer to that.');
    expect(view.posts.find(({ id }) => id === edited?.parent)?.body?.text).toBe('我先说。');
    expect(view.posts.filter(({ deleted }) => deleted)).toHaveLength(1);
    expect(view.thread.opener.label.epoch).toBe('2026-10');
  });

  it('votes: on a poll and a claim of last month too', async () => {
    const { client } = await newDevice(town);
    const { threads } = await client.talk.latest();
    const old = threads.find(({ title }) => title === '旧月份的事');
    const view = await client.talk.thread({ params: { room: 'square', thread: old?.id ?? '' } });
    expect(old?.poll).toBe(true);
    expect(view.posts[0]?.tally.poll?.ballots).toBe(4);
    const file = { room: 'square', post: view.posts[0]?.id ?? '', kind: 'verdict' } as const;
    expect((await client.talk.ballots({ params: file })).ballots).toHaveLength(3);
    expect(view.posts.some(({ tally }) => Object.keys(tally.reactions).length > 0)).toBe(true);
  });

  it('has a proof of each post that stands, ready at once', async () => {
    const { client } = await newDevice(town);
    const { threads } = await client.talk.latest();
    for (const { room, id } of threads) {
      const view = await client.talk.thread({ params: { room, thread: id } });
      for (const post of view.posts.filter(({ deleted }) => !deleted)) {
        const proof = await client.talk.proof({ params: { room, post: post.id } });
        expect(proof.format).toBe('teahouse-proof-1');
      }
    }
  });

  it('opens no room for a company below the floor', async () => {
    const { client } = await newDevice(town);
    const { rooms } = await client.talk.rooms();
    const ofCompanies = rooms.filter(({ kind }) => kind === 'company').map(({ company }) => company);
    expect([...new Set(ofCompanies)]).toEqual(['lamp-light']);
  });
});
