import type { Audience, Section } from '@teahouse/contract/members';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, edit, newMembers, type TestMember } from '../testing/test-members.ts';
import { openTown, type Town } from '../testing/test-town.ts';

/*
 * No part of a profile reaches a reader it is not for, and each reaches those it is for, whatever its owner chose:
 * looked for as text in the whole answer, so that no other field can carry it either.
 */

let town: Town;
let owner: TestMember;
const readers: Record<string, (path: string) => Promise<string>> = {};

beforeAll(async () => {
  town = await openTown();
  const people = await newMembers(town, 'Owner', 'Friend', 'Far', 'Stranger', 'Asked', 'Blocked');
  const [one, friend, far, stranger, asked, blocked] = people as [
    TestMember,
    TestMember,
    TestMember,
    TestMember,
    TestMember,
    TestMember,
  ];
  owner = one;
  await connect([owner, friend], [friend, far], [owner, blocked]);
  await asked.browser.call('PUT', `/network/requests/${owner.id}`, { note: '' });
  await asked.browser.call('PUT', `/network/follows/${owner.id}`);
  await owner.browser.call('PUT', `/network/blocks/${blocked.id}`);
  const as = (browser: TestMember['browser']) => async (path: string) =>
    JSON.stringify((await browser.call('GET', path)).body);
  Object.assign(readers, {
    visitor: as(town.browser()),
    ...{ stranger: as(stranger.browser), far: as(far.browser), asked: as(asked.browser) },
    ...{ friend: as(friend.browser), owner: as(owner.browser), blocked: as(blocked.browser) },
  });
});
afterAll(() => town.close());

const members = ['stranger', 'far', 'asked', 'friend', 'owner'];
const mayRead: Record<Audience, readonly string[]> = {
  nobody: ['owner'],
  connections: ['friend', 'owner'],
  members,
  everyone: ['visitor', ...members],
};

const mark = (section: Section) => `marked-${section}`;
const contents: Record<Section, unknown> = {
  about: mark('about'),
  city: mark('city'),
  skills: [mark('skills')],
  languages: [{ code: 'xq', level: 'basic' }],
  links: [{ name: mark('links'), url: 'https://tea.example/' }],
  education: [{ school: mark('education'), degree: '', from: null, to: null }],
  experience: [
    { employment: null, company: mark('experience'), title: 'x', from: '2020-01', to: null, text: '' },
  ],
};
const sections = Object.keys(contents) as Section[];
const markOf = (section: Section) => (section === 'languages' ? '"xq"' : mark(section));

it('every part of a page reaches those it is for, and nobody else', async () => {
  const audience = fc.constantFrom<Audience>('nobody', 'connections', 'members', 'everyone');
  const choice = fc.record(
    Object.fromEntries(sections.map((section) => [section, audience])) as Record<Section, typeof audience>,
  );
  await fc.assert(
    fc.asyncProperty(choice, fc.boolean(), async (chosen, open) => {
      for (const section of sections) await edit(owner, section, contents[section], chosen[section]);
      await town.db.pool.query('UPDATE profiles SET page = $2 WHERE account_id = $1', [
        owner.id,
        open ? 'everyone' : 'members',
      ]);
      for (const [reader, read] of Object.entries(readers)) {
        const text = await read(`/people/${owner.handle}`);
        const seen = sections.filter((section) => text.includes(markOf(section)));
        const isOut = reader === 'blocked' || (reader === 'visitor' && !open);
        const meant = sections.filter((section) => !isOut && mayRead[chosen[section]].includes(reader));
        expect([reader, seen]).toEqual([reader, meant]);
        expect(text).not.toContain('"audience"');
      }
    }),
    { numRuns: 12 },
  );
});
