import { membersPaths, membersRoutes, type Scope, scopes } from '@teahouse/contract/members';
import { hiringPaths } from '@teahouse/contract/members/paths';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOpenToSuspended } from '../order/suspended.ts';
import { sweep } from '../sweep.ts';
import { type Browser, openTown, password, signUp, type Town } from '../testing/test-town.ts';

let town: Town;
let ann: Browser;
beforeAll(async () => {
  town = await openTown();
  ann = await signUp(town, 'ann@home.test');
});
afterAll(() => town.close());

interface Made {
  id: string;
  secret: string;
  expires: string;
}
const make = (by: Browser, wanted: readonly Scope[] = ['account:read'], days = 30) =>
  by.call<Made>('POST', '/me/tokens', { proof: { password }, name: 'Calendar', scopes: wanted, days });
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
/** As a program calls: no cookie, and not the app's header. */
const asProgram = async (method: 'GET' | 'POST', path: string, headers: Record<string, string>, of = town) =>
  of.members.app.inject({ method, url: `/api/members${path}`, headers });

describe('an access token', () => {
  it('is shown once, kept as a hash, and listed by name, scopes and last day', async () => {
    const { body } = await make(ann);
    expect(body.secret).toMatch(/^thp_[\w-]{43}$/);
    const { rows } = await town.db.pool.query('SELECT t::text FROM access_tokens t');
    expect(JSON.stringify(rows)).not.toContain(body.secret);
    expect((await ann.call('GET', '/me/tokens')).body).toEqual({
      tokens: [{ id: body.id, name: 'Calendar', scopes: ['account:read'], expires: '2026-12-10' }],
    });
    expect((await town.mailTo('ann@home.test')).text).toContain('An access token was made');
  });

  it('opens what its scope names, without the header of the app, in two statements that only read', async () => {
    const { secret } = (await make(ann)).body;
    const { result, statements } = await countStatements(() => asProgram('GET', '/me', bearer(secret)));
    expect(result.json()).toMatchObject({ email: 'ann@home.test' });
    expect(statements).toHaveLength(2);
    expect(statements.join()).not.toMatch(/\b(insert|update|delete)\b/i);
    const lower = { authorization: `bearer ${secret}` };
    expect((await asProgram('GET', '/me', lower)).statusCode).toBe(200);
  });

  it('opens nothing without the scope, when it is revoked, and after its last day', async () => {
    const own = await openTown();
    const bo = await signUp(own, 'bo@home.test');
    const code = async (secret: string) => (await asProgram('GET', '/me', bearer(secret), own)).json().code;
    expect(await code((await make(bo, ['feed:read'])).body.secret)).toBe('scope-missing');
    const { id, secret } = (await make(bo, ['account:read'], 1)).body;
    expect(await code(secret)).toBeUndefined();
    const other = (await make(bo)).body;
    expect((await bo.call('DELETE', `/me/tokens/${other.id}`)).status).toBe(204);
    expect(await code(other.secret)).toBe('token-refused');
    own.clock.advance(2 * 86_400_000);
    expect(await code(secret)).toBe('token-refused');
    await sweep(own.db.pool, own.clock.now(), '2026-11-12');
    const { rows } = await own.db.pool.query('SELECT FROM access_tokens WHERE id = $1', [id]);
    expect(rows).toEqual([]);
    await own.close();
  });

  it.each(['thp_', `thp_${'A'.repeat(43)}`, `thp_${'A'.repeat(5000)}`, "thp_'; DROP TABLE accounts"])(
    'that was made up (%#) is refused, whatever cookie comes along',
    async (secret) => {
      const cookie = `teahouse_session=${ann.cookies.get('teahouse_session')}`;
      const reply = await asProgram('GET', '/me', { ...bearer(secret), cookie });
      expect(reply.json().code).toBe('token-refused');
    },
  );

  it('of somebody else is not revoked', async () => {
    const bo = await signUp(town, 'bo@home.test');
    const { id, secret } = (await make(ann)).body;
    expect((await bo.call('DELETE', `/me/tokens/${id}`)).code).toBe('not-found');
    expect((await asProgram('GET', '/me', bearer(secret))).statusCode).toBe(200);
  });

  it('takes the password to make, a known scope and at most a year and a day', async () => {
    const asked = (change: object) =>
      ann.call('POST', '/me/tokens', {
        ...{ proof: { password }, name: 'Calendar', scopes: ['account:read'], days: 30 },
        ...change,
      });
    expect((await asked({ proof: { password: 'wrong' } })).code).toBe('proof-wrong');
    for (const change of [
      { scopes: [] },
      { scopes: ['everything'] },
      { days: 367 },
      { days: 0 },
      { name: '' },
    ])
      expect((await asked(change)).code).toBe('invalid-input');
  });

  it('is one of twenty at most, also when two are made at once', async () => {
    const many = await signUp(town, 'many@home.test');
    for (let n = 0; n < 19; n += 1) await make(many);
    const last = await Promise.all([make(many), make(many)]);
    expect(last.map(({ code, status }) => code ?? status).toSorted()).toEqual([200, 'token-limit']);
  });

  it('ends when its account leaves', async () => {
    const cy = await signUp(town, 'cy@home.test');
    const { secret } = (await make(cy)).body;
    await cy.call('POST', '/me/delete', { proof: { password } });
    expect((await asProgram('GET', '/me', bearer(secret))).json().code).toBe('token-refused');
  });
});

describe('every route', () => {
  const example = (path: string) => path.replace(/:\w+/g, '00000000-0000-4000-8000-000000000000');
  const routes = Object.entries(membersRoutes).map(([name, schemas]) => {
    const [method = 'GET', path = '/'] = membersPaths[name as keyof typeof membersPaths].split(' ');
    const { access, scope } = schemas as { access: string; scope?: Scope };
    return { name, method: method as 'GET', path: example(path), access, scope };
  });

  /** Two, as one account has twenty tokens at most: of those with one scope, and of those with all but one. */
  let holders: { few: Browser; most: Browser };
  beforeAll(async () => {
    holders = { few: await signUp(town, 'few@home.test'), most: await signUp(town, 'most@home.test') };
  });

  it.each(routes.filter(({ access }) => access === 'session'))(
    '$method $path ($name) is opened by a token only where it names a scope, and only by that one',
    async ({ name, method, path, scope }) => {
      const call = async (held: readonly Scope[]) => {
        const secret =
          tokens.get(held.join()) ??
          (await make(held.length === 1 ? holders.few : holders.most, held)).body.secret;
        tokens.set(held.join(), secret);
        const cookie = `teahouse_session=${ann.cookies.get('teahouse_session')}`;
        const reply = await asProgram(method, path, { ...bearer(secret), cookie, 'x-teahouse': '1' });
        return reply.body && reply.json().code;
      };
      if (scope === undefined) {
        expect(await call(scopes)).toBe('cookie-only');
        return;
      }
      expect(await call(scopes.filter((one) => one !== scope))).toBe('scope-missing');
      if (name === 'noticeEvents') return; // an answer without an end: opened in notices.test.ts
      expect(['cookie-only', 'scope-missing', 'token-refused', 'signed-out', 'csrf-refused']).not.toContain(
        await call([scope]),
      );
    },
  );
  const tokens = new Map<string, string>();

  it('that the app has for members takes a token of its scope, but for these, which need the person', () => {
    const closed = routes
      .filter(({ access, scope }) => access === 'session' && !scope)
      .map(({ name }) => name);
    const [ways, papers, leaving] = [
      [
        ...['signOut', 'sessions', 'endSession', 'endOtherSessions', 'security', 'proofAsk', 'passkeyAsk'],
        ...['passkeyAdd', 'passkeyRename', 'passkeyRemove', 'setPassword', 'removePassword', 'startEmail'],
        ...['confirmNewEmail', 'accessTokens', 'makeAccessToken', 'endAccessToken'],
      ],
      [
        ...[
          'proposeCompany',
          'startEmployment',
          'confirmEmployment',
          'leaveEmployment',
          'commit',
          'credentials',
        ],
        ...['verification', 'startLetter', 'sendBadge', 'withdrawBadge'],
      ],
      ['exportData', 'exportPage', 'remains', 'deleteAccount'],
    ];
    // Nor do programs apply for somebody, or act for a company: each of these folders as a whole, but for what has a scope.
    const isHiring = (name: string) => name in hiringPaths;
    expect(closed.filter((name) => !isHiring(name)).toSorted()).toEqual(
      [...ways, ...papers, ...leaving].toSorted(),
    );
    expect(routes.filter(({ name, scope }) => isHiring(name) && scope).map(({ name }) => name)).toEqual([
      'followCompany',
      'unfollowCompany',
    ]);
    // Who works for the house does so in person, too.
    const desks = routes.filter(({ access }) => ['moderator', 'reviewer', 'console'].includes(access));
    expect(desks.filter(({ scope }) => scope)).toEqual([]);
    // No scope is a word without a meaning.
    expect(new Set(routes.flatMap(({ scope }) => scope ?? []))).toEqual(new Set(scopes));
  });

  it('that writes is closed to the token of who is suspended, scope by scope, but for what takes back', async () => {
    const dee = await signUp(town, 'dee@home.test');
    const { secret } = (await make(dee, scopes)).body;
    await town.db.pool.query(
      `WITH who AS (SELECT id FROM accounts WHERE email = 'dee@home.test'),
         held AS (INSERT INTO house_cases (kind, subject, part, owner_id, open, priority, day)
           SELECT 'member', id, '', id, false, 0, '2026-11-10' FROM who RETURNING id, owner_id),
         said AS (INSERT INTO house_decisions (case_id, owner_id, action, reason, words, day)
           SELECT id, owner_id, 'suspend', 'other', '', '2026-11-10' FROM held RETURNING id, owner_id)
       INSERT INTO suspensions (account_id, decision_id) SELECT owner_id, id FROM said`,
    );
    const refused = new Set<string>();
    for (const { name, method, path, scope, access } of routes) {
      if (access !== 'session' || scope === undefined || name === 'noticeEvents') continue;
      const reply = await asProgram(method, path, bearer(secret));
      const code = reply.body && reply.json().code;
      expect([name, code === 'suspended']).toEqual([name, !isOpenToSuspended(method, name)]);
      if (code === 'suspended') refused.add(scope);
    }
    expect([...refused].toSorted()).toEqual(['feed:write', 'network:write', 'order:write', 'profile:write']);
  });

  it('that is about credentials, commitments or ways into the account takes no token', () => {
    const own =
      /^\/(credentials|commitment|employments|sessions?|companies(?!\/[^/]+\/follow$)|me\/(security|proof|passkeys|password|email|export|remains|delete|tokens))/;
    const open = routes.filter(({ path, scope, access }) => access === 'session' && scope && own.test(path));
    expect(open).toEqual([]);
    // The operator's routes have a key of their own.
    expect(routes.filter(({ access, scope }) => access === 'operator' && scope)).toEqual([]);
  });
});
