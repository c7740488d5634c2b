import type { ConsoleClaims, ConsoleLog, ConsoleOverview } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deskOf } from '../testing/test-companies.ts';
import { appoint, because } from '../testing/test-console.ts';
import { newMember, type TestMember } from '../testing/test-members.ts';
import { foundCompany, openTown, type Town, verify } from '../testing/test-town.ts';

let town: Town;
let olga: TestMember;
let bo: TestMember;
let company: string;
let n = 0;

beforeAll(async () => {
  town = await openTown();
  olga = await newMember(town, 'Olga');
  await appoint(town, olga, 'operator');
  return () => town.close();
});
beforeEach(async () => {
  n += 1;
  bo = await newMember(town, `Bo${n}`);
  company = await foundCompany(town, bo.browser, `cl${n}.com`);
  await verify(town, bo.browser, `bo@cl${n}.com`);
  await bo.browser.call('POST', `/companies/${company}/claim`);
});

const list = async (cursor?: string) =>
  (await olga.browser.call<ConsoleClaims>('GET', `/console/claims${cursor ? `?cursor=${cursor}` : ''}`)).body;
const decide = (verdict: string, who = bo, reason = 'Called them back') =>
  olga.browser.call('POST', `/console/claims/${company}/${who.id}/decision`, { ...because(reason), verdict });
const latest = async () => (await olga.browser.call<ConsoleLog>('GET', '/console/log')).body.entries[0];
const waiting = async () => (await olga.browser.call<ConsoleOverview>('GET', '/console')).body.claims;

describe('claims', () => {
  it('wait on the console with what they rest on, and approving makes an owner and a record', async () => {
    const before = await waiting();
    expect((await list()).claims.find((one) => one.company === company)).toEqual({
      ...{ company, companyName: { zh: '青港', en: `cl${n}` }, day: '2026-11-10' },
      member: { id: bo.id, handle: bo.handle, name: `Bo${n}` },
      ...{ evidence: 'mailbox-code', others: 0 },
    });
    const { result, statements } = await countStatements(() => decide('approve'));
    expect(result.status).toBe(204);
    expect(statements.length).toBeLessThanOrEqual(3 + 8); // session, role and proof, then the transaction
    expect((await deskOf(bo, company)).roles).toEqual(['owner']);
    expect(await latest()).toMatchObject({
      act: 'claim-approve',
      said: { by: 'Olga', subject: company, value: `Bo${n} · ${bo.handle}`, reason: 'Called them back' },
    });
    expect(await waiting()).toBe(before - 1);
    expect((await decide('approve')).code).toBe('claim-unknown');
  });

  it('are refused with words that the member reads, and may be made anew', async () => {
    expect((await decide('reject', bo, 'Nobody there knows you')).status).toBe(204);
    expect(await deskOf(bo, company)).toMatchObject({
      ...{ claimed: false, refused: 'Nobody there knows you', roles: [] },
    });
    expect((await list()).claims.some((one) => one.company === company)).toBe(false);
    expect((await decide('approve')).code).toBe('claim-unknown');
    expect(await latest()).toMatchObject({ act: 'claim-reject' });
    await bo.browser.call('POST', `/companies/${company}/claim`);
    expect(await deskOf(bo, company)).toMatchObject({ claimed: true, refused: null });
  });

  it('of who is not verified there any more are not approved', async () => {
    await town.db.pool.query(`UPDATE employments SET expires = '2026-11-09' WHERE account_id = $1`, [bo.id]);
    expect((await decide('approve')).code).toBe('claim-unknown');
    expect((await deskOf(bo, company)).roles).toEqual([]);
  });

  it('are a page at a time, each once', async () => {
    await town.db.pool.query(
      `WITH new AS (INSERT INTO accounts (id, email, name, locale)
         SELECT gen_random_uuid(), 'q' || i || '@home.test', 'Q', 'en' FROM generate_series(1, 40) AS i RETURNING id),
       pages AS (INSERT INTO profiles (account_id, handle) SELECT id, 'q-' || left(id::text, 8) FROM new),
       jobs AS (INSERT INTO employments (id, account_id, company_id, evidence, pin, verified, expires)
         SELECT gen_random_uuid(), id, $1, 'badge', decode(md5(id::text), 'hex'), '2026-11-01', '2027-05-01' FROM new)
       INSERT INTO representative_claims (company_id, account_id, day) SELECT $1, id, '2026-11-09' FROM new`,
      [company],
    );
    const first = await list();
    expect(first.claims).toHaveLength(membersLimits.consolePage);
    const second = await list(first.next!);
    const ids = [...first.claims, ...second.claims].map((one) => `${one.company} ${one.member.id}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(40);
    expect((await olga.browser.call('GET', '/console/claims?cursor=x')).code).toBe('invalid-input');
  });
});
