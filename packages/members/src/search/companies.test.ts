import type { CompaniesFound } from '@teahouse/contract/members';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, openTown, signUp, type Town } from '../testing/test-town.ts';

let town: Town;
let founder: Browser;

async function found(
  zh: string,
  en: string,
  industry: string,
  domain: string,
  approve = true,
): Promise<void> {
  const { body } = await founder.call<{ company: string }>('POST', '/companies', {
    name: { zh, en },
    industry,
    domain,
  });
  if (approve)
    await founder.call('POST', `/operator/companies/${body.company}/approve`, undefined, town.operator);
}
beforeAll(async () => {
  town = await openTown();
  founder = await signUp(town, 'founder@home.test');
  await found('星河科技', 'Starriver', 'internet', 'starriver.com');
  await found('青港物流', 'Blue Harbour', 'logistics', 'qinggang.com');
  await found('青港游戏', 'Harbour Games', 'games', 'hgames.com');
  await found('影子', 'Shadow', 'games', 'shadow.com', false);
});
afterAll(() => town.close());

const search = async (query: Record<string, string>) =>
  (await town.browser().call<CompaniesFound>('GET', `/search/companies?${new URLSearchParams(query)}`)).body;
const ids = async (query: Record<string, string>) => (await search(query)).found.map(({ id }) => id);

it('a company is found by either name, its sound, its domain, and misspelt', async () => {
  for (const q of ['星河', 'xinghe', 'xinghekeji', 'Starriver', 'starriver.com', 'starrivr', '星和'])
    expect(await ids({ q }), q).toEqual(['starriver']);
  expect((await ids({ q: '青港' })).sort()).toEqual(['blue-harbour', 'harbour-games']);
  expect(await ids({ q: 'harbour', industry: 'games' })).toEqual(['harbour-games']);
});

it('with how many there are of each industry', async () => {
  expect((await search({ q: 'harbour' })).industries).toEqual([
    { id: 'games', count: 1 },
    { id: 'logistics', count: 1 },
  ]);
});

it('once it is approved', async () => {
  for (const q of ['shadow', '影子', 'shadow.com']) expect(await ids({ q })).toEqual([]);
  expect(await ids({ industry: 'games' })).toEqual(['harbour-games']);
});
