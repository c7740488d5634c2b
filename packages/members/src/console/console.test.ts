import type {
  ConsoleCompanies,
  ConsoleLog,
  ConsoleMember,
  ConsoleOverview,
} from '@teahouse/contract/members';
import { membersPaths, membersRoutes } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { beforeAll, describe, expect, it } from 'vitest';
import { appoint, because } from '../testing/test-console.ts';
import { newMembers, type TestMember } from '../testing/test-members.ts';
import { foundCompany, openTown, type Town, verify } from '../testing/test-town.ts';

let town: Town;
let olga: TestMember;
let ann: TestMember;
let bo: TestMember;

beforeAll(async () => {
  town = await openTown();
  [olga, ann, bo] = (await newMembers(town, 'Olga', 'Ann', 'Bo')) as [TestMember, TestMember, TestMember];
  await appoint(town, olga, 'operator');
  return () => town.close();
});

const propose = async (domain: string): Promise<string> => {
  const body = { name: { zh: '青港', en: domain.split('.')[0] }, industry: 'chips', domain };
  return (await ann.browser.call<{ company: string }>('POST', '/companies', body)).body.company;
};
const acts = async () => (await olga.browser.call<ConsoleLog>('GET', '/console/log')).body.entries;
const find = async (who: string) =>
  (await olga.browser.call<{ member: ConsoleMember | null }>('POST', '/console/members/find', { who })).body
    .member;
const standing = async (status: string) =>
  (await olga.browser.call<ConsoleCompanies>('GET', `/console/companies?status=${status}`)).body.companies;

const ways = Object.entries(membersPaths)
  .filter(([name]) => membersRoutes[name as keyof typeof membersRoutes].access === 'console')
  .map(([name, way]) => {
    const [method = 'GET', path = ''] = way.split(' ');
    return { name, method, path };
  });
const at = (path: string) =>
  path.replace(':member', bo.id).replace(':company', 'nobody').replace(':setting', 'pagesPerHour');

/** Every way that changes something, with what it needs beside a reason and a proof. */
const changes = {
  consoleDecideCompany: { verdict: 'approve' },
  consoleDecideClaim: { verdict: 'approve' },
  consoleAddDomain: { domain: 'tea.com' },
  consoleRemoveDomain: { domain: 'tea.com' },
  consoleSetParent: { parent: null },
  consoleSuspend: { rule: 'threat' },
  consoleLift: {},
  consoleSetRole: { role: 'reviewer', has: true },
  consoleSet: { value: '9' },
};

describe('the console', () => {
  it.each(ways)(
    '$name is closed to members, and to the key of the command line',
    async ({ method, path }) => {
      expect((await ann.browser.call(method, at(path))).code).toBe('role-missing');
      expect((await town.browser().call(method, at(path), undefined, town.operator)).code).toBe('signed-out');
    },
  );

  it.each(Object.entries(changes))(
    '%s asks for a reason, and for a proof that the operator is there',
    async (name, fitting) => {
      const { method = '', path = '' } = ways.find((way) => way.name === name) ?? {};
      const ask = (more: object) => olga.browser.call(method, at(path), { ...fitting, ...more });
      expect((await ask({ ...because(), reason: ' ' })).code).toBe('invalid-input');
      expect((await ask({ reason: 'Why not' })).code).toBe('invalid-input');
      expect((await ask({ reason: 'Why not', proof: { password: 'a guess' } })).code).toBe('proof-wrong');
    },
  );

  it('has no other way that changes something', () => {
    const writing = ways.filter(({ name, method }) => method !== 'GET' && name !== 'consoleFindMember');
    expect(writing.map(({ name }) => name).sort()).toEqual(Object.keys(changes).sort());
  });

  it('is closed to an operator who is suspended, except for reading', async () => {
    const [max] = (await newMembers(town, 'Max')) as [TestMember];
    await appoint(town, max, 'operator');
    const { status } = await olga.browser.call('POST', `/console/members/${max.id}/suspend`, {
      ...because(),
      rule: 'other',
    });
    expect(status).toBe(204);
    expect(
      (await max.browser.call('PUT', '/console/settings/pagesPerHour', { ...because(), value: '9' })).code,
    ).toBe('suspended');
    expect((await max.browser.call('GET', '/console')).status).toBe(200);
  });
});

describe('companies', () => {
  it('are approved or rejected once, and it is recorded who did so and why', async () => {
    const [tea, rum] = [await propose('teapot.com'), await propose('rumpot.com')];
    expect((await standing('proposed')).map(({ id }) => id)).toEqual([rum, tea]);
    const decide = (company: string, verdict: string) =>
      olga.browser.call('POST', `/console/companies/${company}/decision`, {
        ...because('Looked it up'),
        verdict,
      });
    const { result, statements } = await countStatements(() => decide(tea, 'approve'));
    expect(result.status).toBe(204);
    // Session, role and proof; then the transaction, of which this is the last; then the log is written.
    expect(statements.findIndex((text) => text.includes('UPDATE console_head'))).toBeLessThan(3 + 8);
    expect((await decide(rum, 'reject')).status).toBe(204);
    expect((await decide(tea, 'reject')).code).toBe('company-decided');
    expect((await decide('nobody', 'reject')).code).toBe('company-unknown');
    expect((await standing('approved')).map(({ id, domains }) => [id, domains])).toEqual([
      [tea, ['teapot.com']],
    ]);
    expect((await acts()).slice(0, 2)).toMatchObject([
      {
        act: 'company-reject',
        day: '2026-11-10',
        said: { by: 'Olga', subject: rum, reason: 'Looked it up' },
      },
      { act: 'company-approve', said: { subject: tea } },
    ]);
  });

  it('get further domains and lose them, but never the last', async () => {
    const kettle = await foundCompany(town, ann.browser, 'kettle.com');
    const change = (what: string, domain: string, company = kettle) =>
      olga.browser.call('POST', `/console/companies/${company}/domains${what}`, { ...because(), domain });
    expect((await change('', 'mail.Kettle.cn')).status).toBe(204);
    expect((await standing('approved')).find(({ id }) => id === kettle)?.domains).toEqual([
      'kettle.cn',
      'kettle.com',
    ]);
    expect((await change('', 'kettle.cn')).code).toBe('domain-taken');
    expect((await change('', 'gmail.com')).code).toBe('free-mail');
    expect((await change('', 'com')).code).toBe('domain-invalid');
    expect((await change('', 'kettle.org', 'nobody')).code).toBe('company-unknown');
    expect((await change('/remove', 'teapot.com')).code).toBe('domain-unknown');
    expect((await change('/remove', 'kettle.com')).status).toBe(204);
    expect((await change('/remove', 'kettle.cn')).code).toBe('domain-last');
    expect((await ann.browser.call('POST', '/employments', { email: 'ann@kettle.com' })).code).toBe(
      'unknown-domain',
    );
  });
});

describe('members', () => {
  it('are found by their whole address or handle, and by nothing less', async () => {
    await foundCompany(town, ann.browser, 'harbour.com');
    await verify(town, bo.browser, 'bo@harbour.com');
    const found = await find('Bo@Home.test');
    expect(found).toMatchObject({ id: bo.id, handle: 'the-bo', name: 'Bo', roles: [], suspended: null });
    expect(found?.employers).toMatchObject([{ id: 'harbour', standing: 'current' }]);
    expect(JSON.stringify(await find('the-bo'))).not.toContain('home.test');
    for (const part of ['home.test', 'the-b', '%%%', 'bo@']) expect(await find(part)).toBeNull();
  });

  it('are suspended with words that they read and can appeal against, and it is lifted again', async () => {
    const on = (what: string, body: object = {}, who = bo.id) =>
      olga.browser.call('POST', `/console/members/${who}/${what}`, {
        ...because('Spread an address'),
        ...body,
      });
    const ask = { rule: 'personal-data', days: 10 };
    const { result, statements } = await countStatements(() => on('suspend', ask));
    expect(result.status).toBe(204);
    expect(statements.length).toBeLessThanOrEqual(3 + 8);
    expect((await bo.browser.call('POST', '/posts', { text: 'Hello' })).code).toBe('suspended');
    const mine = (await bo.browser.call<{ decisions: object[] }>('GET', '/decisions')).body;
    expect(mine.decisions).toMatchObject([
      {
        action: 'suspend',
        reason: 'personal-data',
        words: 'Spread an address',
        until: '2026-11-20',
        appealable: true,
      },
    ]);
    expect((await find('the-bo'))?.suspended).toEqual({
      ...{ until: '2026-11-20', day: '2026-11-10', reason: 'personal-data', words: 'Spread an address' },
    });
    expect((await on('lift')).status).toBe(204);
    expect((await bo.browser.call('POST', '/posts', { text: 'Hello' })).status).toBe(200);
    expect((await on('lift')).code).toBe('not-suspended');
    expect((await on('suspend', ask, olga.id)).code).toBe('suspend-own');
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect((await on('suspend', ask, nobody)).code).toBe('member-unknown');
    expect((await on('lift', {}, nobody)).code).toBe('member-unknown');
  });

  it('become reviewer or moderator here, and operator nowhere but at the command line', async () => {
    const set = (role: string, has: boolean, who = ann.id) =>
      olga.browser.call('POST', `/console/members/${who}/role`, { ...because(), role, has });
    expect((await set('reviewer', true)).status).toBe(204);
    expect((await set('reviewer', true)).code).toBe('role-same');
    expect((await ann.browser.call('GET', '/reviews')).status).toBe(200);
    const { staff } = (await olga.browser.call<{ staff: object[] }>('GET', '/console/staff')).body;
    expect(staff).toContainEqual({ id: ann.id, handle: 'the-ann', name: 'Ann', roles: ['reviewer'] });
    expect((await set('reviewer', false)).status).toBe(204);
    expect((await ann.browser.call('GET', '/reviews')).code).toBe('role-missing');
    expect((await set('operator', true)).code).toBe('invalid-input');
    expect((await set('moderator', true, '00000000-0000-4000-8000-000000000000')).code).toBe(
      'member-unknown',
    );
    expect((await acts())[0]).toMatchObject({
      act: 'role-take',
      said: { subject: 'Ann · the-ann', value: 'reviewer' },
    });
  });
});

describe('what waits', () => {
  it('is counted', async () => {
    await propose('waiting.com');
    const { body } = await olga.browser.call<ConsoleOverview>('GET', '/console');
    expect(body).toMatchObject({
      ...{
        proposals: 1,
        badges: { waiting: 0, oldest: null },
        cases: 0,
        appeals: 0,
        suspended: 1,
        members: 4,
      },
      ...{ companies: 3, reviewers: [] },
    });
  });
});
