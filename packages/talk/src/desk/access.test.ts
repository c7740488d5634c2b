import { deskPaths, deskPrefix, deskRoutes } from '@teahouse/contract/desk';
import { roomKeyHeader } from '@teahouse/contract/talk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../testing/holder.ts';
import { startTown, type Town } from '../testing/town.ts';
import { type DeskCaller, deskAccess } from './testing/access-table.ts';
import { type Clerk, deskSettings, hire, Clerk as Stranger, webOrigin } from './testing/clerk.ts';

let town: Town;
let clerks: Record<Exclude<DeskCaller, 'anybody'>, Clerk>;
beforeAll(async () => {
  town = await startTown(deskSettings);
  clerks = {
    moderator: await hire(town, 'Morag', 'moderator'),
    senior: await hire(town, 'Senga', 'senior'),
    admin: await hire(town, 'Adair', 'admin'),
  };
});
afterAll(() => town.stop());

const nobody = '00000000-0000-4000-8000-000000000000';
const hash = 'A'.repeat(43);
const routes = Object.entries(deskPaths).map(([name, text]) => {
  const [method = 'GET', path = '/'] = text.split(' ');
  const place = path
    .replace(':staff', nobody)
    .replace(':room', 'square')
    .replace(/:(post|decision|hash)/g, hash);
  return { name: name as keyof typeof deskPaths, method: method as 'GET' | 'POST' | 'PUT', path: place };
});
const ranks = ['moderator', 'senior', 'admin'] as const;

describe('the table of who may do what at the desk', () => {
  it('has a row for every route, and says what the contract says', () => {
    expect(Object.keys(deskAccess).sort()).toEqual(Object.keys(deskPaths).sort());
    for (const { name } of routes) {
      const { access } = deskRoutes[name];
      expect([name, access]).toEqual([name, deskAccess[name] === 'anybody' ? 'public' : deskAccess[name]]);
    }
  });
});

describe.each(routes)('$method $path', ({ name, method, path }) => {
  const least = deskAccess[name];

  it('asks who it is before it looks at anything else, or asks nobody', async () => {
    const { body, headers } = await new Stranger(town).call(method, path);
    if (least === 'anybody') expect(body.code).not.toBe('desk-signed-out');
    else expect(body.code).toBe('desk-signed-out');
    expect(headers['cache-control']).toBe('no-store');
    const forged = new Stranger(town);
    forged.jar.set('teahouse_desk', 'A'.repeat(82));
    expect((await forged.call(method, path)).body.code === 'desk-signed-out').toBe(least !== 'anybody');
  });

  it.each(ranks)('lets a %s in as far as the table says', async (rank) => {
    if (name === 'deskSignOut') return; // it would end what the others need; accounts.test.ts has it
    const { body } = await clerks[rank].call(method, path);
    const may = least === 'anybody' || ranks.indexOf(rank) >= ranks.indexOf(least);
    if (may) expect(['desk-role', 'desk-signed-out', 'desk-csrf']).not.toContain(body.code);
    else expect(body.code).toBe('desk-role');
  });

  it('refuses what did not come from the app', async () => {
    if (method === 'GET') return;
    const ask = (headers: Record<string, string>) =>
      town.talk.app.inject({
        method,
        url: deskPrefix + path,
        headers: { cookie: clerks.admin.cookie, ...headers },
      });
    for (const headers of [
      {},
      { 'x-teahouse': '1', origin: 'https://evil.test' },
      { 'x-teahouse': '1', origin: 'null' },
      { 'x-teahouse': '1', origin: `${webOrigin}/` },
    ]) {
      expect((await ask(headers)).json().code).toBe('desk-csrf');
    }
  });

  it('refuses the key of a room, which an employee is known by', async () => {
    const { body } = await clerks.admin.call(method, path, undefined, { [roomKeyHeader]: hash });
    expect(body.code).toBe('invalid-input');
  });
});

describe('the cookie of the desk', () => {
  it('is refused everywhere else on the server, and any other identity at the desk too', async () => {
    const { cookie } = clerks.admin;
    for (const path of ['/rooms', '/info', '/health', '/nothing', '/rooms/square/threads', '/openapi.json']) {
      expect((await call(town, 'GET', path, undefined, { cookie })).body.code).toBe('cookie-refused');
    }
    expect((await call(town, 'POST', '/rooms/square/acts', {}, { cookie })).body.code).toBe('cookie-refused');
    const others = ['/api/desk', '/api/desk/nothing', '/api/desk/../talk/rooms', '/api/%64esk/nothing', '/'];
    for (const url of others) {
      expect((await town.talk.app.inject({ url, headers: { cookie } })).json().code).toBe('cookie-refused');
    }
    const { body } = await clerks.admin.call('GET', '/me', undefined, { authorization: 'Bearer abc' });
    expect(body.code).toBe('cookie-refused');
  });

  it('goes to the desk alone, over https alone, to no script and from no other site', async () => {
    const clerk = await hire(town, 'Cora');
    const { cookies } = await clerk.signIn({ code: clerk.codeAt(1) });
    expect(cookies.map(({ name }) => name).sort()).toEqual(['teahouse_desk', 'teahouse_desk_known']);
    for (const one of cookies)
      expect(one).toMatchObject({ path: '/api/desk', httpOnly: true, sameSite: 'Strict', secure: true });
  });

  it('may come from the app on another origin of the site, which talk lets nobody do', async () => {
    const ask = (url: string) =>
      town.talk.app.inject({
        method: 'OPTIONS',
        url,
        headers: { origin: webOrigin, 'access-control-request-method': 'POST' },
      });
    expect((await ask('/api/desk/session')).headers['access-control-allow-credentials']).toBe('true');
    expect((await ask('/api/talk/rooms')).headers['access-control-allow-credentials']).toBeUndefined();
  });
});

describe('what talk keeps of its staff', () => {
  it('is in no log line', () => {
    const text = town.logged.join('');
    for (const { name, password } of Object.values(clerks)) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(password);
    }
    expect(text).not.toContain('api/desk');
  });
});
