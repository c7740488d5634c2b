import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweep } from '../sweep.ts';
import { type Browser, openTown, openTwin, password, signUp, type Town } from '../testing/test-town.ts';
import { type Session, sealSession, unsealSession } from './seal.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

interface Listed {
  id: string;
  device: string;
  since: string;
  current: boolean;
}
const cookieOf = (browser: Browser) => browser.cookies.get('teahouse_session') ?? '';
const meOf = async (browser: Browser) => {
  const { status, code } = await browser.call('GET', '/me');
  return code ?? status;
};
const withCookie = (cookie: string, of = town) => {
  const browser = of.browser();
  browser.cookies.set('teahouse_session', cookie);
  return browser;
};
const list = async (browser: Browser) =>
  (await browser.call<{ sessions: Listed[] }>('GET', '/sessions')).body.sessions;
const another = async (email: string, agent = '') => {
  const browser = town.browser();
  await browser.call('POST', '/session', { email, password }, { 'user-agent': agent });
  return browser;
};
const endedRows = async () =>
  (await town.db.pool.query<{ id: string; expires: string }>('SELECT id, expires::text FROM ended_sessions'))
    .rows;
const chrome = 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36';

describe('sessions', () => {
  it('live in a cookie that no script reads, no other site sends, and talk never sees', async () => {
    const own = await openTown({ mode: 'production' });
    const browser = await signUp(own, 'cookie@home.test');
    const { cookies } = await browser.call('POST', '/session', { email: 'cookie@home.test', password });
    expect(cookies.map(({ name }) => name).sort()).toEqual(['teahouse_known', 'teahouse_session']);
    const attributes = { path: '/api/members', httpOnly: true, sameSite: 'Strict', secure: true };
    for (const cookie of cookies) expect(cookie).toMatchObject(attributes);
    const session = cookies.find(({ name }) => name === 'teahouse_session');
    expect(session?.maxAge).toBe(30 * 86_400 + 14.5 * 3600); // until the end of the thirtieth day
    await own.close();
  });

  it('are listed by device and month, and end one by one, all others at once, or by signing out', async () => {
    const first = await signUp(town, 'many@home.test');
    const phone = await another('many@home.test', chrome);
    const laptop = await another('many@home.test');
    expect(await list(first)).toHaveLength(3);
    const onPhone = (await list(first)).find(({ device }) => device === 'Chrome · Android');
    expect(onPhone).toMatchObject({ since: '2026-11', current: false });
    expect((await first.call('DELETE', `/sessions/${onPhone?.id}`)).status).toBe(204);
    expect((await first.call('DELETE', `/sessions/${onPhone?.id}`)).code).toBe('not-found');
    expect(await meOf(phone)).toBe('signed-out');
    expect(await list(first)).toHaveLength(2);
    expect((await first.call('DELETE', '/sessions')).status).toBe(204);
    expect(await meOf(laptop)).toBe('signed-out');
    expect(await meOf(first)).toBe(200);
    expect(await list(first)).toMatchObject([{ current: true }]);
    await first.call('DELETE', '/session');
    expect(first.cookies.has('teahouse_session')).toBe(false);
    expect(await meOf(first)).toBe('signed-out');
  });

  it('do not end a session of somebody else', async () => {
    const mine = await signUp(town, 'mine@home.test');
    const other = await signUp(town, 'other@home.test');
    const [theirs] = await list(other);
    expect((await mine.call('DELETE', `/sessions/${theirs?.id}`)).code).toBe('not-found');
    await mine.call('DELETE', '/sessions');
    expect(await meOf(other)).toBe(200);
  });

  it('end after thirty days', async () => {
    const own = await openTown();
    const browser = await signUp(own, 'month@home.test');
    const cookie = cookieOf(browser);
    own.clock.advance(30 * 86_400_000);
    expect(await meOf(browser)).toBe(200);
    own.clock.advance(86_400_000);
    expect(await meOf(withCookie(cookie, own))).toBe('signed-out');
    await own.close();
  });

  it('take one statement to look at', async () => {
    const browser = await signUp(town, 'one@home.test');
    expect((await countStatements(() => list(browser))).statements).toHaveLength(1);
  });
});

describe('a cookie', () => {
  it.each<[string, (own: Session, other: Session) => Partial<Session>]>([
    ['of another account', (_, other) => ({ account: other.account })],
    ['of no account', () => ({ account: '00000000-0000-4000-8000-000000000000' })],
    ['that expires later', () => ({ expires: '2199-01-01' })],
    ['of another session', (_, other) => ({ session: other.session })],
    ['of another generation', () => ({ generation: 1 })],
  ])('%s made without the key is refused', async (name, change) => {
    const { seal } = town.members.context.keys;
    const email = `${name.replaceAll(' ', '-')}@home.test`;
    const cookie = cookieOf(await signUp(town, email));
    const own = unsealSession(seal, cookie) as Session;
    const other = unsealSession(seal, cookieOf(await signUp(town, `x-${email}`))) as Session;
    const forged = Buffer.from(sealSession(seal, { ...own, ...change(own, other) }), 'base64url');
    Buffer.from(cookie, 'base64url').copy(forged, 41, 41); // the MAC of the cookie that one has
    expect(await meOf(withCookie(forged.toString('base64url')))).toBe('signed-out');
    expect(await meOf(withCookie(cookie))).toBe(200);
  });

  it.each<[string, Partial<Session>]>([
    ['of an account that is not there', { account: '00000000-0000-4000-8000-000000000000' }],
    ['of a generation that is not the present one', { generation: 1 }],
    ['that has expired', { expires: '2026-11-09' }],
  ])('%s is refused though its MAC holds', async (name, change) => {
    const { seal } = town.members.context.keys;
    const browser = await signUp(town, `held-${name.replaceAll(' ', '-')}@home.test`);
    const own = unsealSession(seal, cookieOf(browser)) as Session;
    expect(await meOf(withCookie(sealSession(seal, own)))).toBe(200);
    expect(await meOf(withCookie(sealSession(seal, { ...own, ...change })))).toBe('signed-out');
  });

  it('is refused everywhere once another device has ended its session, also after a restart', async () => {
    const mine = await signUp(town, 'lost@home.test');
    const lost = await another('lost@home.test', chrome);
    const [found] = (await list(mine)).filter(({ current }) => !current);
    await mine.call('DELETE', `/sessions/${found?.id}`);
    const restarted = await openTwin(town);
    const headers = { cookie: `teahouse_session=${cookieOf(lost)}` };
    const answer = await restarted.app.inject({ method: 'GET', url: '/api/members/me', headers });
    expect(answer.json().code).toBe('signed-out');
    await restarted.close();
    // The month is told and no day: neither when it began nor when it was ended.
    expect(await endedRows()).toContainEqual({ id: found?.id, expires: '2026-12-31' });
    await sweep(town.db.pool, town.clock.now(), '2026-12-31');
    expect(await endedRows()).not.toEqual([]);
    await sweep(town.db.pool, town.clock.now(), '2027-01-01');
    expect(await endedRows()).toEqual([]);
  });

  it('copied before the others were signed out is refused, whether of this device or of another', async () => {
    const mine = await signUp(town, 'copied@home.test');
    const copies = [cookieOf(mine), cookieOf(await another('copied@home.test'))];
    await mine.call('DELETE', '/sessions');
    for (const copy of copies) expect(await meOf(withCookie(copy))).toBe('signed-out');
    expect(await meOf(mine)).toBe(200);
    expect(await meOf(await another('copied@home.test'))).toBe(200);
  });

  it('is given anew to one of two devices that sign out all others at once', async () => {
    const [one, two] = [await signUp(town, 'both@home.test'), await another('both@home.test')];
    await Promise.all([one, two].map((browser) => browser.call('DELETE', '/sessions')));
    expect([await meOf(one), await meOf(two)].toSorted()).toEqual([200, 'signed-out']);
  });

  it('of a session that signed out is refused by each process, also by one that begins later', async () => {
    const browser = await signUp(town, 'out@home.test');
    const copy = cookieOf(browser);
    await browser.call('DELETE', '/session');
    expect(await meOf(withCookie(copy))).toBe('signed-out');
    const restarted = await openTwin(town);
    const ask = (url: string, cookie: string) =>
      restarted.app.inject({
        ...{ method: 'GET', url: `/api/members${url}` },
        headers: { cookie: `teahouse_session=${cookie}`, 'user-agent': chrome },
      });
    await expect.poll(async () => (await ask('/me', copy)).statusCode).toBe(401);
    // The list fills again as devices call.
    const other = cookieOf(await another('out@home.test'));
    expect((await ask('/me', other)).statusCode).toBe(200);
    expect((await ask('/sessions', other)).json().sessions).toMatchObject([
      { device: 'Chrome · Android', since: '2026-11', current: true },
    ]);
    await restarted.close();
  });
});
