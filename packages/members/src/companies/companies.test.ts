import type { Directory } from '@teahouse/contract/issuer';
import type { Company } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, foundCompany, openTown, signUp, type Town } from '../testing/test-town.ts';
import { companyName, companySlug, isFreeMail, registrableDomain } from './domain.ts';
import { industries } from './industries.ts';

describe('a domain', () => {
  it.each([
    ['harbour.com', 'harbour.com'],
    ['mail.CN.Harbour.com ', 'harbour.com'],
    ['a.b.harbour.com.cn', 'harbour.com.cn'],
    ['harbour.example', 'harbour.example'],
    ['shop.github.io', 'shop.github.io'],
  ])('%s was registered as %s', (host, domain) => expect(registrableDomain(host)).toBe(domain));

  it.each(['com', 'com.cn', 'github.io', '127.0.0.1', '', 'localhost', 'a b.com', 'x.com/path'])(
    '%j was registered by nobody',
    (host) => expect(registrableDomain(host)).toBeUndefined(),
  );

  it.each(['qq.com', 'GMAIL.com', 'vip.163.com', 'foxmail.com', '139.com'])(
    '%s gives anyone an address',
    (host) => expect(isFreeMail(host)).toBe(true),
  );
  it('of a company does not', () => expect(isFreeMail('harbour.com')).toBe(false));

  it('or an English name makes the id of a company', () => {
    expect(companySlug('Blue  Harbour, Ltd.', 'x.com')).toBe('blue-harbour-ltd');
    expect(companySlug('Café Ö', 'x.com')).toBe('cafe-o');
    expect(companySlug('青港', 'qinggang.com')).toBe('qinggang');
    expect(companySlug('a'.repeat(60), 'x.com')).toHaveLength(32);
  });
});

describe('the name of a company', () => {
  it.each([
    ['青港 Harbour & Söhne (上海) 2', '青港 Harbour & Söhne (上海) 2'],
    ['Ｘinghe\u3000 Tech', 'Xinghe Tech'],
  ])('%j is kept as %j', (typed, kept) => expect(companyName(typed)).toBe(kept));

  it.each(['Хinghe Tech', 'Xinghε Tech', 'Ꭼxample', '—', 'テスラ'])('is not %j', (typed) =>
    expect(companyName(typed)).toBeUndefined(),
  );
});

describe('companies', () => {
  let town: Town;
  let lin: Browser;
  beforeAll(async () => {
    town = await openTown();
    lin = await signUp(town, 'lin@home.test');
  });
  afterAll(() => town.close());
  const operator = (method: string, path: string) =>
    town.browser().call<{ status: string; companies: Company[] }>(method, path, undefined, town.operator);
  const propose = (domain: string, industry = 'chips', by = lin) =>
    by.call<{ company: string }>('POST', '/companies', {
      name: { zh: '青港', en: 'Harbour' },
      industry,
      domain,
    });
  const search = async (q: string) =>
    (await town.browser().call<{ companies: Company[] }>('GET', `/companies?q=${encodeURIComponent(q)}`)).body
      .companies;

  it('are proposed by members, approved by the operator, and found by name and domain from then on', async () => {
    const { body } = await propose('mail.harbour.com');
    expect(body.company).toBe('harbour');
    expect(await search('harbour')).toEqual([]);
    expect((await operator('GET', '/operator/companies')).body.companies.map(({ id }) => id)).toContain(
      'harbour',
    );
    expect((await operator('POST', '/operator/companies/harbour/approve')).body.status).toBe('approved');
    const found = {
      id: 'harbour',
      name: { zh: '青港', en: 'Harbour' },
      industry: 'chips',
      domains: ['harbour.com'],
    };
    for (const text of ['harb', '青', 'HARBOUR.com']) expect(await search(text)).toEqual([found]);
    for (const text of ['%', '_', '\\', 'x']) expect(await search(text)).toEqual([]);
    expect((await operator('POST', '/operator/companies/harbour/reject')).code).toBe('company-unknown');
  });

  it('have a domain once, and an id of their own where the name is in use', async () => {
    expect((await propose('harbour.com')).code).toBe('domain-taken');
    expect((await propose('harbour.example')).body.company).toMatch(/^harbour-[0-9a-f]{6}$/);
    const rows = await town.db.pool.query('SELECT FROM companies');
    expect(rows.rowCount).toBe(2); // the refused one left nothing
  });

  it('are refused under a name that looks like another, or hides something', async () => {
    const mimic = await signUp(town, 'mimic@home.test');
    const named = (en: string) =>
      mimic.call('POST', '/companies', { name: { zh: '青港', en }, industry: 'chips', domain: 'alike.com' });
    expect((await named('H\u0430rbour')).code).toBe('company-name');
    for (const en of ['Har\u200bbour', 'Harbour\u202e', 'H\ufeffH', 'Za\u0301\u0301\u0301\u0301\u0301'])
      expect((await named(en)).code, en).toBe('invalid-input');
  });

  it('are refused with a free-mail domain, no domain, or an industry nobody knows', async () => {
    expect((await propose('qq.com')).code).toBe('free-mail');
    expect((await propose('com.cn')).code).toBe('invalid-input');
    expect((await propose('fine.com', 'astrology')).code).toBe('invalid-input');
  });

  it('give their domain back when they are rejected', async () => {
    const { body } = await propose('typo.com');
    expect((await operator('POST', `/operator/companies/${body.company}/reject`)).body.status).toBe(
      'rejected',
    );
    expect((await propose('typo.com')).status).toBe(200);
    expect((await operator('POST', '/operator/companies/nobody/approve')).code).toBe('company-unknown');
    expect((await operator('POST', '/operator/companies/nobody/reject')).code).toBe('company-unknown');
  });

  it('are proposed at most ten a day by one member', async () => {
    const eager = await signUp(town, 'eager@home.test');
    for (let n = 0; n < 10; n += 1) await propose(`eager${n}.com`, 'chips', eager);
    expect((await propose('eager.com', 'chips', eager)).code).toBe('too-many');
  });

  it('and industries make the public directory, which a cache may keep', async () => {
    await foundCompany(town, lin, 'garden.com', 'games');
    const read = (headers = {}) =>
      town.browser().call<Directory>('GET', '/public/directory', undefined, headers);
    const first = await read();
    expect(first.body.industries).toEqual(industries);
    expect(first.body.companies.map(({ id, industry }) => [id, industry])).toEqual([
      ['garden', 'games'],
      ['harbour', 'chips'],
    ]);
    expect(first.headers['cache-control']).toMatch(/^public, max-age=\d+/);
    const etag = first.headers.etag as string;
    expect((await read({ 'if-none-match': etag })).status).toBe(304);
    expect((await read({ 'if-none-match': `W/"x", ${etag}` })).status).toBe(304);
    await foundCompany(town, lin, 'lantern.com');
    const changed = await read({ 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.etag).not.toBe(etag);
  });

  it('take at most three statements to read and eight to write', async () => {
    const count = async (work: () => Promise<unknown>) => (await countStatements(work)).statements.length;
    expect(await count(() => search('a'))).toBeLessThanOrEqual(3);
    expect(await count(() => town.browser().call('GET', '/public/directory'))).toBeLessThanOrEqual(3);
    expect(await count(() => propose('counted.com'))).toBeLessThanOrEqual(8);
  });

  it('use an industry list of distinct ids with names in both languages', () => {
    expect(new Set(industries.map(({ id }) => id)).size).toBe(industries.length);
    expect(industries.every(({ name }) => name.zh !== '' && name.en !== '')).toBe(true);
  });
});
