import { generateKeyPairSync } from 'node:crypto';
import type { CompanyDesk, CompanyKeys, Export } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deskOf, foundOwned } from '../testing/test-companies.ts';
import { startTestDns, type TestDns } from '../testing/test-dns.ts';
import { connect, newMember, type TestMember } from '../testing/test-members.ts';
import { openTown, type Town, verify } from '../testing/test-town.ts';
import { adoptKey, sweepKeys } from './keys.ts';
import { sweepRoles } from './lapse.ts';

let town: Town;
let dns: TestDns;
let n = 0;
let owner: TestMember;
let bo: TestMember;
let company: string;
let domain: string;

const someone = () => {
  n += 1;
  return newMember(town, `L${n}`);
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
  domain = `la${n}.com`;
  company = await foundOwned(town, owner, domain);
});

const setRoles = (by: TestMember, member: TestMember, roles: string[]) =>
  by.browser.call<CompanyDesk>('PUT', `/companies/${company}/representatives/${member.id}`, { roles });
const addKey = (by: TestMember, key = newKey()) =>
  by.browser.call<CompanyDesk>('POST', `/companies/${company}/keys`, { key });
const keysOf = async () =>
  (await town.browser().call<CompanyKeys>('GET', '/public/company-keys')).body.keys.filter(
    (one) => one.company === company,
  );
const rolesOf = async (who: TestMember) => (await deskOf(who, company)).roles;
const untilOf = async (who: TestMember) =>
  (await deskOf(who, company)).representatives.find(({ member }) => member.id === who.id)?.until;
const sweepOn = (day: string) => sweepRoles(town.members.context, day);
const endEmployment = (who: TestMember) =>
  town.db.pool.query(`UPDATE employments SET expires = '2026-11-09' WHERE account_id = $1`, [who.id]);
const prove = async (who: TestMember) => {
  const [record] = (await deskOf(who, company)).domains;
  dns.txt.set(record!.record, record!.value);
  return who.browser.call<CompanyDesk>('POST', `/companies/${company}/claim/domain`);
};

describe('a role', () => {
  it('ends with the employment on which it rests, and its keys with it', async () => {
    await addKey(owner);
    await sweepOn('2026-11-10');
    expect(await rolesOf(owner)).toEqual(['owner']);
    await endEmployment(owner);
    await sweepOn('2026-11-10');
    expect(await rolesOf(owner)).toEqual([]);
    expect((await keysOf())[0]?.revoked).not.toBeNull();
  });

  it('rests on a proven domain for some months, and as long again once that is proved anew', async () => {
    expect((await prove(bo)).body.roles).toEqual(['owner']);
    expect(await untilOf(bo)).toBe('2027-05-10');
    await sweepOn('2027-05-10');
    expect(await rolesOf(bo)).toEqual(['owner']);
    await town.db.pool.query(`UPDATE representatives SET until = '2026-12-01' WHERE account_id = $1`, [
      bo.id,
    ]);
    await prove(bo);
    expect(await untilOf(bo)).toBe('2027-05-10');
    await sweepOn('2027-05-11');
    expect(await rolesOf(bo)).toEqual([]);
  });

  it('of somebody from outside ends too, unless an owner gives it anew; nobody prolongs their own', async () => {
    await connect([owner, bo]);
    await setRoles(owner, bo, ['owner']);
    await town.db.pool.query(`UPDATE representatives SET until = '2026-12-01' WHERE account_id = $1`, [
      bo.id,
    ]);
    await setRoles(bo, bo, ['owner', 'speaker']);
    expect(await untilOf(bo)).toBe('2026-12-01');
    await setRoles(owner, bo, ['speaker']);
    expect(await untilOf(bo)).toBe('2027-05-10');
    await sweepOn('2027-05-11');
    expect(await rolesOf(bo)).toEqual([]);
  });

  it('of a colleague has no last day, and a domain holds it when the employment ends', async () => {
    await verify(town, bo.browser, `bo@${domain}`);
    await setRoles(owner, bo, ['speaker']);
    expect(await untilOf(bo)).toBeNull();
    await prove(owner);
    expect(await untilOf(owner)).toBeNull();
    await endEmployment(owner);
    expect(await untilOf(owner)).toBe('2027-05-10');
    await sweepOn('2026-11-10');
    expect(await rolesOf(owner)).toEqual(['owner']);
  });

  it('ends by itself, within the minute of the next day, and a claim of who left goes too', async () => {
    await verify(town, bo.browser, `bo@${domain}`);
    await bo.browser.call('POST', `/companies/${company}/claim`);
    await endEmployment(bo);
    await sweepOn('2026-11-10');
    expect((await deskOf(bo, company)).claimed).toBe(false);
    const { statements } = await countStatements(() => sweepOn('2026-11-10'));
    expect(statements).toHaveLength(2);
  });
});

describe('a change of roles', () => {
  const between = ({ statements }: { statements: readonly string[] }) => {
    const first = statements.findIndex((text) => text.includes('FROM companies WHERE id = $1 FOR UPDATE'));
    const last = statements.findLastIndex((text) => text.includes('UPDATE company_keys'));
    return last - first + 1;
  };

  it('that ends keys is at most eight statements in its transaction', async () => {
    await connect([owner, bo]);
    await setRoles(owner, bo, ['speaker']);
    await addKey(bo);
    expect(between(await countStatements(() => setRoles(owner, bo, ['recruiter'])))).toBeLessThanOrEqual(8);
    await setRoles(owner, bo, ['speaker']);
    await addKey(bo);
    const path = `/companies/${company}/representatives/${bo.id}`;
    expect(between(await countStatements(() => owner.browser.call('DELETE', path)))).toBeLessThanOrEqual(8);
    expect((await keysOf()).every(({ revoked }) => revoked !== null)).toBe(true);
  });

  it('stops at as many representatives as a company can have', async () => {
    await town.db.pool.query(
      `WITH new AS (INSERT INTO accounts (id, email, name, locale)
         SELECT gen_random_uuid(), $1 || i || '@home.test', 'R', 'en' FROM generate_series(1, $3::int) AS i RETURNING id)
       INSERT INTO representatives (company_id, account_id, role, until) SELECT $2, id, 'recruiter', '2027-01-01' FROM new`,
      [`r${n}-`, company, membersLimits.representativesMax - 1],
    );
    await connect([owner, bo]);
    expect((await setRoles(owner, bo, ['speaker'])).code).toBe('representatives-full');
    expect((await prove(bo)).code).toBe('representatives-full');
    await verify(town, bo.browser, `bo@${domain}`);
    await bo.browser.call('POST', `/companies/${company}/claim`);
    const path = `/operator/claims/${company}/${bo.id}/approve`;
    expect((await town.browser().call('POST', path, undefined, town.operator)).code).toBe(
      'representatives-full',
    );
    expect((await deskOf(bo, company)).claimed).toBe(true);
  });
});

describe('keys that only the log knows, after a restore', () => {
  it('are taken back with nobody, so that the next sweep ends them; what the log ended stays so', async () => {
    const [lost, over] = [Buffer.from(newKey(), 'base64url'), Buffer.from(newKey(), 'base64url')];
    const { pool } = town.db;
    const { context } = town.members;
    const index = await context.book.size();
    await adoptKey(pool, { company, key: lost, state: 'added', index: index - 1 });
    await adoptKey(pool, { company, key: over, state: 'added', index: index - 1 });
    await adoptKey(pool, { company, key: over, state: 'revoked', index: index - 1 });
    await adoptKey(pool, { company, key: lost, state: 'added', index: index - 1 });
    const revoked = async (key: Buffer) =>
      (await keysOf()).find((one) => one.key === key.toString('base64url'))?.revoked;
    expect([await revoked(lost), await revoked(over)]).toEqual([null, index - 1]);
    await sweepKeys(context);
    expect(await revoked(lost)).toBeGreaterThanOrEqual(index);
    expect(await revoked(over)).toBe(index - 1);
  });
});

describe('the export of who acts for a company', () => {
  it('has roles, claims, keys and what they wrote', async () => {
    await addKey(owner);
    const facts = { about: { zh: '茶', en: 'Tea' }, website: '', founded: 1998, headquarters: '' };
    await owner.browser.call('PUT', `/companies/${company}/facts`, { version: 0, facts });
    const { parts } = (await owner.browser.call<Export>('GET', '/me/export')).body;
    expect(parts).toMatchObject({
      companies: {
        roles: [{ company, role: 'owner', until: null }],
        claims: [],
        keys: [{ company, ended: false }],
        written: [{ company, day: '2026-11-10', version: 1, facts }],
      },
    });
    await verify(town, bo.browser, `bo@${domain}`);
    await bo.browser.call('POST', `/companies/${company}/claim`);
    const other = (await bo.browser.call<Export>('GET', '/me/export')).body.parts;
    expect(other).toMatchObject({
      companies: {
        roles: [],
        claims: [{ company, day: '2026-11-10', refused: null }],
        keys: [],
      },
    });
  });
});
