import type { Audience, PeopleFacets, PeopleFound, Person, Section } from '@teahouse/contract/members';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, edit, newMembers, type TestMember } from '../testing/test-members.ts';
import { foundCompany, openTown, type Town, verify } from '../testing/test-town.ts';
import { indexStale } from './index.ts';

/*
 * A search finds and counts nothing that the page hides from the reader: whatever the audiences are, who is found by a
 * word of a part is who reads that part on the page.
 */

let town: Town;
let owner: TestMember;
let readers: Record<string, TestMember>;
let company: string;

beforeAll(async () => {
  town = await openTown();
  const [one, friend, far, stranger, blocked, blocker] = (await newMembers(
    town,
    ...['Owner', 'Friend', 'Far', 'Stranger', 'Blocked', 'Blocker'],
  )) as [TestMember, TestMember, TestMember, TestMember, TestMember, TestMember];
  owner = one;
  await connect([owner, friend], [friend, far], [owner, blocked], [owner, blocker]);
  await owner.browser.call('PUT', `/network/blocks/${blocked.id}`);
  await blocker.browser.call('PUT', `/network/blocks/${owner.id}`);
  company = await foundCompany(town, owner.browser, 'harbour.com', 'logistics');
  await foundCompany(town, owner.browser, 'garden.com', 'games');
  await verify(town, owner.browser, 'owner@harbour.com');
  await verify(town, owner.browser, 'owner@garden.com');
  readers = { friend, far, stranger, owner, blocked, blocker };
});
afterAll(() => town.close());

const contents: Partial<Record<Section, unknown>> = {
  about: 'quokka about',
  city: 'Quagga',
  skills: ['Quillwork'],
  education: [{ school: 'Quince College', degree: '', from: null, to: null }],
  experience: [{ employment: null, company: 'Quartzite', title: 'x', from: '2020-01', to: null, text: '' }],
};
const words: Partial<Record<Section, string>> = {
  ...{ about: 'quokka', city: 'Quagga', skills: 'Quillwork', education: 'Quince', experience: 'Quartzite' },
};
const sections = Object.keys(contents) as Section[];

const get = async <T>({ browser }: TestMember, path: string) => (await browser.call<T>('GET', path)).body;
const isFound = async (by: TestMember, query: string) =>
  (await get<PeopleFound>(by, `/search/people?${query}`)).found.some(({ member }) => member.id === owner.id);

it('who finds a member by a part of the page is who may read that part', async () => {
  const audience = fc.constantFrom<Audience>('nobody', 'connections', 'members', 'everyone');
  const choice = fc.record(Object.fromEntries(sections.map((section) => [section, audience])));
  await fc.assert(
    fc.asyncProperty(choice, async (chosen) => {
      for (const section of sections) await edit(owner, section, contents[section], chosen[section]);
      for (const [name, reader] of Object.entries(readers)) {
        const page = await reader.browser.call<Person>('GET', `/people/${owner.handle}`);
        const shown = (section: Section) =>
          page.status === 200 &&
          page.body.sections[section] !== undefined &&
          (name !== 'owner' || chosen[section] !== 'nobody');
        for (const section of sections) {
          expect([name, section, await isFound(reader, `q=${words[section]}`)]).toEqual([
            name,
            section,
            shown(section),
          ]);
        }
        expect(await isFound(reader, 'city=quagga')).toBe(shown('city'));
        const facets = await get<PeopleFacets>(reader, '/search/people/facets?q=owner');
        expect(facets.cities.length > 0).toBe(shown('city'));
        expect(facets.total).toBe(page.status === 200 ? 1 : 0);
      }
    }),
    { numRuns: 8 },
  );
});

it('who has two employers is found by the one that the card shows, also on the day when that changes', async () => {
  const { stranger } = readers as { stranger: TestMember };
  const shows = async () => (await get<Person>(stranger, `/people/${owner.handle}`)).employer?.id;
  const finds = async (id: string) => isFound(stranger, `company=${id}`);
  const own = [company, 'garden'];
  const check = async () => {
    const shown = await shows();
    for (const id of own) expect([id, await finds(id)]).toEqual([id, id === shown]);
  };
  await check();
  const shown = await shows();
  await town.db.pool.query(
    `UPDATE employments SET expires = '2026-11-10' WHERE account_id = $1 AND company_id = $2`,
    [owner.id, shown],
  );
  await town.db.pool.query(`UPDATE search_people SET until = '2026-11-10' WHERE account_id = $1`, [owner.id]);
  town.clock.set(new Date('2026-11-11T00:00:10Z'));
  expect(await shows()).not.toBe(shown);
  for (const id of own) expect(await finds(id)).toBe(false);
  await indexStale(town.db.pool, '2026-11-11');
  await check();
});
