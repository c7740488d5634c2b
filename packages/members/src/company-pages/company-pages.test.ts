import {
  type CompanyHistory,
  type CompanyPage,
  CompanyPage as Page,
  roundHeadcount,
} from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { beforeAll, describe, expect, it } from 'vitest';
import { foundOwned } from '../testing/test-companies.ts';
import { connect, newMembers, type TestMember } from '../testing/test-members.ts';
import { openTown, type Town, verify } from '../testing/test-town.ts';

let town: Town;
let ann: TestMember;
let bo: TestMember;
let cy: TestMember;
let company: string;
beforeAll(async () => {
  town = await openTown();
  [ann, bo, cy] = (await newMembers(town, 'Ann', 'Bo', 'Cy')) as [TestMember, TestMember, TestMember];
  company = await foundOwned(town, ann, 'harbour.com');
  return () => town.close();
});

const facts = (en: string) => ({
  about: { zh: '我们修船。', en },
  website: 'https://harbour.com/',
  founded: 1998,
  headquarters: '厦门',
});
const pageFor = async (by: { browser: TestMember['browser'] }) =>
  (await by.browser.call<CompanyPage>('GET', `/companies/${company}`)).body;
const edit = (by: TestMember, version: number, content: unknown = facts('We mend ships.'), at = company) =>
  by.browser.call('PUT', `/companies/${at}/facts`, { version, facts: content });

describe("a company's page", () => {
  it('is open to everybody, and says of what nobody wrote nothing', async () => {
    const page = await pageFor({ browser: town.browser() });
    Page.parse(page);
    expect(page).toMatchObject({
      ...{ id: company, domains: ['harbour.com'], facts: null, version: 0, headcount: null },
      ...{ following: false, known: { count: 0, cards: [] }, jobs: { count: 0, latest: [] }, roles: [] },
    });
    expect((await bo.browser.call('GET', '/companies/no-such')).code).toBe('company-unknown');
    expect((await bo.browser.call('GET', '/companies/no-such/history')).code).toBe('company-unknown');
  });

  it('is written by its representatives alone, with every version kept and no lost change', async () => {
    expect((await edit(bo, 0)).code).toBe('not-representative');
    expect((await town.browser().call('PUT', `/companies/${company}/facts`, {})).code).toBe('signed-out');
    const both = await Promise.all([edit(ann, 0), edit(ann, 0, facts('Or boats.'))]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await edit(ann, 0)).code).toBe('company-stale');
    expect((await edit(ann, 1, facts('We mend ships, and boats.'))).status).toBe(204);
    expect(await pageFor(bo)).toMatchObject({
      version: 2,
      facts: { about: { en: 'We mend ships, and boats.' } },
    });
    const history = async (by: TestMember) =>
      (await by.browser.call<CompanyHistory>('GET', `/companies/${company}/history`)).body.versions;
    expect((await history(bo)).map(({ version, day, by }) => [version, day, by])).toEqual([
      [2, '2026-11-10', null],
      [1, '2026-11-10', null],
    ]);
    expect((await history(ann))[0]?.by).toBe('Ann');
  });

  it("is not another company's to write", async () => {
    const other = await foundOwned(town, bo, 'garden.com');
    expect((await edit(ann, 0, facts('Ours now'), other)).code).toBe('not-representative');
  });

  it.each([
    ['an address that is no https', { website: 'javascript:alert(1)' }],
    ['a year that is none', { founded: 12 }],
    ['a line in two', { headquarters: 'A\nB' }],
    ['more than there is', { owner: 'me' }],
  ])('takes no %s', async (_what, wrong) => {
    expect((await edit(ann, 2, { ...facts('x'), ...wrong })).code).toBe('invalid-input');
  });

  it('is followed and left, and tells that to the reader alone', async () => {
    const follow = (method: string, at = company) => cy.browser.call(method, `/companies/${at}/follow`);
    expect((await follow('PUT')).status).toBe(204);
    expect((await follow('PUT')).status).toBe(204);
    expect((await pageFor(cy)).following).toBe(true);
    expect((await pageFor(ann)).following).toBe(false);
    await follow('DELETE');
    expect((await pageFor(cy)).following).toBe(false);
    expect((await follow('PUT', 'no-such')).code).toBe('company-unknown');
  });

  it('shows connections who work there, and nobody who was blocked', async () => {
    await connect([ann, cy]);
    expect((await pageFor(cy)).known).toMatchObject({ count: 1, cards: [{ id: ann.id, degree: 1 }] });
    expect((await pageFor(bo)).known.count).toBe(0);
    await cy.browser.call('PUT', `/network/blocks/${ann.id}`);
    expect((await pageFor(cy)).known).toEqual({ count: 0, cards: [] });
  });

  it('counts colleagues in rounded numbers, from ten on', async () => {
    expect([0, 9, 10, 19, 99, 100, 149, 951, 1000, 12_399].map(roundHeadcount)).toEqual([
      ...[null, null, 10, 10, 90, 100, 100, 950, 1000, 12_000],
    ]);
    await town.db.pool.query(
      `WITH new AS (INSERT INTO accounts (id, email, name, locale)
         SELECT gen_random_uuid(), 'w' || n || '@home.test', 'W', 'en'
         FROM generate_series(1, 13) AS n RETURNING id)
       INSERT INTO employments (id, account_id, company_id, evidence, pin, verified, expires)
       SELECT gen_random_uuid(), id, $1, 'mailbox-code', decode(md5(id::text), 'hex'), '2026-11-01', '2027-05-01' FROM new`,
      [company],
    );
    expect((await pageFor(bo)).headcount).toBe(10);
  });

  it('shows open jobs', async () => {
    await town.db.pool.query(
      `INSERT INTO jobs (company_id, title, role, level, city, text, posted, closes)
       SELECT $1, title, 'data', 'entry', 'Xiamen', 'x', '2026-11-01', closes::date
       FROM (VALUES ('Open', '2026-12-01'), ('Over', '2026-11-09')) AS j (title, closes)`,
      [company],
    );
    expect((await pageFor(bo)).jobs).toMatchObject({ count: 1, latest: [{ title: 'Open' }] });
  });

  it('is read in three statements by a member, in one by a visitor', async () => {
    const { statements } = await countStatements(() => pageFor(cy));
    expect(statements.length).toBeLessThanOrEqual(3);
    const visit = await countStatements(() => pageFor({ browser: town.browser() }));
    expect(visit.statements).toHaveLength(1);
    expect((await verify(town, cy.browser, 'cy@harbour.com')).status).toBe(200);
  });
});
