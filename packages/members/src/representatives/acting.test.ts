import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { CompanyDesk, CompanyKeys } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { decodeEntry } from '@teahouse/protocol/record';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deskOf, foundOwned } from '../testing/test-companies.ts';
import { startTestDns, type TestDns } from '../testing/test-dns.ts';
import { connect, newMember, type TestMember } from '../testing/test-members.ts';
import { foundCompany, openTown, type Town, verify } from '../testing/test-town.ts';
import { sweepKeys } from './keys.ts';

let town: Town;
let dns: TestDns;
let n = 0;
let owner: TestMember;
let bo: TestMember;
let company: string;
let domain: string;

const someone = () => {
  n += 1;
  return newMember(town, `P${n}`);
};
const newKey = () => (generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }) as { x: string }).x;

beforeAll(async () => {
  dns = await startTestDns();
  town = await openTown({ config: { letterDns: dns.server } });
  return async () => {
    await town.close();
    await dns.close();
  };
});
beforeEach(async () => {
  [owner, bo] = [await someone(), await someone()];
  domain = `co${n}.com`;
  company = await foundOwned(town, owner, domain);
});

const claim = (by: TestMember, at = company) => by.browser.call('POST', `/companies/${at}/claim`);
const asOperator = (method: string, path: string) =>
  town.browser().call<{ claims: { member: string }[] }>(method, path, undefined, town.operator);
const setRoles = (by: TestMember, member: TestMember, roles: string[], at = company) =>
  by.browser.call<CompanyDesk>('PUT', `/companies/${at}/representatives/${member.id}`, { roles });
const remove = (by: TestMember, member: TestMember, at = company) =>
  by.browser.call('DELETE', `/companies/${at}/representatives/${member.id}`);
const addKey = (by: TestMember, key: string, at = company) =>
  by.browser.call<CompanyDesk>('POST', `/companies/${at}/keys`, { key });
const revoke = (by: TestMember, key: string, at = company) =>
  by.browser.call('DELETE', `/companies/${at}/keys/${key}`);
const published = async () =>
  (await town.browser().call<CompanyKeys>('GET', '/public/company-keys')).body.keys.filter(
    (one) => one.company === company,
  );
const entry = async (index: number) => decodeEntry(await town.members.context.book.entry(index));

describe('who becomes a representative', () => {
  it('is a colleague whom the operator approves', async () => {
    expect((await claim(bo)).code).toBe('no-employment');
    expect((await claim(bo, 'no-such')).code).toBe('company-unknown');
    await verify(town, bo.browser, `bo@${domain}`);
    expect((await claim(bo)).status).toBe(204);
    expect((await claim(bo)).status).toBe(204);
    expect(await deskOf(bo, company)).toMatchObject({ claimed: true, isColleague: true, roles: [] });
    const waiting = (await asOperator('GET', '/operator/claims')).body.claims;
    expect(waiting.filter(({ member }) => member === bo.id)).toHaveLength(1);
    const path = `/operator/claims/${company}/${bo.id}`;
    expect((await bo.browser.call('POST', `${path}/approve`)).code).toBe('operator-refused');
    expect((await asOperator('POST', `${path}/approve`)).status).toBe(204);
    expect((await asOperator('POST', `${path}/reject`)).code).toBe('claim-unknown');
    expect(await deskOf(bo, company)).toMatchObject({ claimed: false, roles: ['owner'] });
  });

  it('may take a claim back, and one that is refused is gone', async () => {
    await verify(town, bo.browser, `bo@${domain}`);
    await claim(bo);
    await bo.browser.call('DELETE', `/companies/${company}/claim`);
    expect((await deskOf(bo, company)).claimed).toBe(false);
    await claim(bo);
    await asOperator('POST', `/operator/claims/${company}/${bo.id}/reject`);
    expect(await deskOf(bo, company)).toMatchObject({ claimed: false, roles: [] });
  });

  it('claims a few companies at a time', async () => {
    await verify(town, bo.browser, `bo@${domain}`);
    for (let i = 0; i < membersLimits.claimsOpen; i += 1) {
      const at = await foundCompany(town, owner.browser, `many${n}-${i}.com`);
      await town.db.pool.query(`INSERT INTO representative_claims VALUES ($1, $2, '2026-11-01')`, [
        at,
        bo.id,
      ]);
    }
    expect((await claim(bo)).code).toBe('claims-full');
  });

  it('is who writes their own record at a domain of the company', async () => {
    const prove = (by: TestMember) =>
      by.browser.call<CompanyDesk>('POST', `/companies/${company}/claim/domain`);
    const [record] = (await deskOf(bo, company)).domains;
    expect(record?.record).toBe(`_teahouse.${domain}`);
    expect((await prove(bo)).code).toBe('domain-unproven');
    dns.txt.set(record!.record, (await deskOf(owner, company)).domains[0]!.value);
    expect((await prove(bo)).code).toBe('domain-unproven'); // of somebody else
    dns.broken.add(record!.record);
    expect((await prove(bo)).code).toBe('domain-unproven');
    dns.broken.clear();
    dns.txt.set(record!.record, record!.value);
    expect((await prove(bo)).body.roles).toEqual(['owner']);
    const elsewhere = '/companies/no-such/claim/domain';
    expect((await bo.browser.call('POST', elsewhere)).code).toBe('company-unknown');
  });

  it('does not ask the DNS without end', async () => {
    const ask = () => bo.browser.call('POST', `/companies/${company}/claim/domain`);
    for (let i = 0; i < membersLimits.domainProofsPerHour; i += 1) await ask();
    expect((await ask()).code).toBe('too-many');
  });
});

describe('roles', () => {
  it('are given by an owner to colleagues and connections, and to nobody else', async () => {
    expect((await setRoles(bo, bo, ['owner'])).code).toBe('not-representative');
    expect((await setRoles(owner, bo, ['speaker'])).code).toBe('colleague-unknown');
    await connect([owner, bo]);
    const { body } = await setRoles(owner, bo, ['speaker', 'recruiter']);
    expect(body.representatives.find(({ member }) => member.id === bo.id)?.roles).toEqual([
      ...['recruiter', 'speaker'],
    ]);
    expect((await setRoles(bo, bo, ['owner'])).code).toBe('not-representative');
    expect((await setRoles(owner, bo, ['king'])).code).toBe('invalid-input');
    const { companies } = (await bo.browser.call<{ companies: unknown[] }>('GET', '/me/companies')).body;
    expect(companies).toMatchObject([{ id: company, roles: ['recruiter', 'speaker'] }]);
  });

  it('are handed over: there is always an owner while anybody acts for the company', async () => {
    await connect([owner, bo]);
    await setRoles(owner, bo, ['speaker']);
    expect((await setRoles(owner, owner, ['speaker'])).code).toBe('last-owner');
    expect((await remove(owner, owner)).code).toBe('last-owner');
    await setRoles(owner, bo, ['owner']);
    const both = await Promise.all([setRoles(owner, owner, ['speaker']), setRoles(bo, bo, ['speaker'])]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const heir = both[0]!.status === 200 ? bo : owner;
    const other = heir === bo ? owner : bo;
    expect((await remove(other, heir)).code).toBe('not-representative');
    expect((await remove(other, other)).status).toBe(204);
    expect((await remove(heir, heir)).status).toBe(204);
  });

  it('are seen by those who have one, and nobody gives any at another company', async () => {
    const stranger = await deskOf(bo, company);
    expect(stranger).toMatchObject({ representatives: [], keys: [], roles: [] });
    const rival = await someone();
    const at = await foundOwned(town, rival, `rival${n}.com`);
    await connect([owner, bo]);
    expect((await setRoles(owner, bo, ['speaker'], at)).code).toBe('not-representative');
    expect((await remove(owner, rival, at)).code).toBe('not-representative');
    expect((await remove(owner, bo)).code).toBe('not-representative'); // has none
  });
});

describe("a company's key", () => {
  it('is listed and logged, and ended so', async () => {
    const key = newKey();
    expect((await addKey(bo, key)).code).toBe('not-representative');
    expect((await addKey(owner, key)).body.keys).toEqual([key]);
    expect((await addKey(owner, key)).status).toBe(200);
    const [one] = await published();
    expect(one).toMatchObject({ company, key, revoked: null });
    const bytes = new Uint8Array(Buffer.from(key, 'base64url'));
    expect(await entry(one!.logged)).toEqual({ type: 'company-key', company, key: bytes, state: 'added' });
    expect((await revoke(bo, key)).code).toBe('company-key-unknown');
    expect((await revoke(owner, key)).status).toBe(204);
    const [ended] = await published();
    expect(await entry(ended!.revoked!)).toMatchObject({ type: 'company-key', state: 'revoked' });
    expect((await revoke(owner, key)).code).toBe('company-key-unknown');
    expect((await addKey(owner, key)).code).toBe('company-key-taken');
  });

  it("is no other company's, nobody's who has another role, and no key of small order", async () => {
    const key = newKey();
    await addKey(owner, key);
    const rival = await someone();
    const at = await foundOwned(town, rival, `rivals${n}.com`);
    expect((await addKey(rival, key, at)).code).toBe('company-key-taken');
    expect((await revoke(rival, key, at)).code).toBe('company-key-unknown');
    expect((await addKey(owner, newKey(), at)).code).toBe('not-representative');
    await connect([owner, bo]);
    await setRoles(owner, bo, ['recruiter']);
    expect((await addKey(bo, newKey())).code).toBe('not-representative');
    const identity = Buffer.from([1, ...new Uint8Array(31)]).toString('base64url');
    expect((await addKey(owner, identity)).code).toBe('company-key-invalid');
    expect((await addKey(owner, randomBytes(31).toString('base64url'))).code).toBe('invalid-input');
  });

  it('is one of a few', async () => {
    for (let i = 0; i < membersLimits.companyKeysOpen; i += 1) await addKey(owner, newKey());
    expect((await addKey(owner, newKey())).code).toBe('company-keys-full');
  });

  it('ends with the role of whoever has it, and with the account', async () => {
    await connect([owner, bo]);
    await setRoles(owner, bo, ['speaker']);
    await addKey(bo, newKey());
    const changed = await countStatements(() => setRoles(owner, bo, ['recruiter']));
    expect(changed.statements.length).toBeLessThanOrEqual(14); // session, transaction of eight, its desk
    expect((await published())[0]?.revoked).not.toBeNull();
    await setRoles(owner, bo, ['speaker']);
    await addKey(bo, newKey());
    await town.db.pool.query('DELETE FROM accounts WHERE id = $1', [bo.id]);
    await sweepKeys(town.members.context);
    expect((await published()).map(({ revoked }) => revoked === null)).toEqual([false, false]);
  });

  it('names nobody in public', async () => {
    await addKey(owner, newKey());
    expect(Object.keys((await published())[0]!)).toEqual(['company', 'key', 'logged', 'revoked']);
  });
});
