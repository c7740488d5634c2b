import type { MemberCard } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { beforeAll, describe, expect, it } from 'vitest';
import { foundOwned } from '../testing/test-companies.ts';
import { connect, newMembers, type TestMember } from '../testing/test-members.ts';
import { foundCompany, openTown, type Town, verify } from '../testing/test-town.ts';

let town: Town;
let owner: TestMember;
let ada: TestMember;
let adam: TestMember;
let adele: TestMember;
let company: string;

beforeAll(async () => {
  town = await openTown();
  [owner, ada, adam, adele] = (await newMembers(town, 'Olga', 'Ada', 'Adam', 'Adele')) as [
    TestMember,
    TestMember,
    TestMember,
    TestMember,
  ];
  company = await foundOwned(town, owner, 'harbour.com');
  await verify(town, ada.browser, 'ada@harbour.com');
  await connect([owner, adele]);
  return () => town.close();
});

const find = (q: string, by = owner, at = company) =>
  by.browser.call<{ colleagues: MemberCard[] }>(
    'GET',
    `/companies/${at}/colleagues?q=${encodeURIComponent(q)}`,
  );
const names = async (q: string) => (await find(q)).body.colleagues.map(({ name }) => name);

describe('whom an owner could name', () => {
  it('is any colleague who is verified, and a connection; nobody else, whose name fits as well', async () => {
    expect(await names('ad')).toEqual(['Ada', 'Adele']);
    expect(await names('the-ada')).toEqual(['Ada']);
    expect(await names('the-ad')).toEqual([]);
    expect(await names('%%')).toEqual([]);
    await verify(town, adam.browser, 'adam@harbour.com');
    expect(await names('ad')).toEqual(['Ada', 'Adam', 'Adele']);
  });

  it('is found by the whole handle alone who shows another employer', async () => {
    await foundCompany(town, owner.browser, 'garden.com');
    town.clock.advance(86_400_000);
    await verify(town, adam.browser, 'adam@garden.com');
    expect(await names('adam')).toEqual([]);
    expect(await names('the-adam')).toEqual(['Adam']);
  });

  it('is nobody who blocked the owner, or whose employment is over', async () => {
    await ada.browser.call('PUT', `/network/blocks/${owner.id}`);
    expect(await names('the-ada')).toEqual([]);
    await ada.browser.call('DELETE', `/network/blocks/${owner.id}`);
    await town.db.pool.query(`UPDATE employments SET expires = '2026-11-01' WHERE account_id = $1`, [ada.id]);
    expect(await names('the-ada')).toEqual([]);
  });

  it('is told to owners of this company alone, for a text of some length, in few statements', async () => {
    expect((await find('ad', ada)).code).toBe('not-representative');
    expect((await find('ad', owner, 'no-such')).code).toBe('not-representative');
    expect((await find('a')).code).toBe('invalid-input');
    await town.db.pool.query(
      `INSERT INTO representatives (company_id, account_id, role, until) VALUES ($1, $2, 'speaker', '2027-01-01')`,
      [company, adele.id],
    );
    expect((await find('ad', adele)).code).toBe('not-representative');
    const { statements } = await countStatements(() => find('adele'));
    expect(statements.length).toBeLessThanOrEqual(3);
  });
});
