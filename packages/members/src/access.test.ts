import { membersPaths, membersPrefix, membersRoutes } from '@teahouse/contract/members';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTown, signUp, type Town } from './testing/test-town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const example = (path: string) =>
  membersPrefix +
  path
    .replace(/:(session|employment|post|comment|member|token)\b/, '00000000-0000-4000-8000-000000000000')
    .replace(':passkey', 'AAAA')
    .replace(':picture', 'A'.repeat(43))
    .replace(':company', 'nobody')
    .replace(':handle', 'nobody')
    .replace(':member', '00000000-0000-4000-8000-000000000000')
    .replace(':badge', '00000000-0000-4000-8000-000000000000');
const routes = Object.entries(membersPaths).map(([name, text]) => {
  const [method = 'GET', path = '/'] = text.split(' ');
  return {
    method: method as 'GET',
    url: example(path),
    ...membersRoutes[name as keyof typeof membersRoutes],
  };
});
const code = (reply: { body: string }) => JSON.parse(reply.body).code;

describe('every route', () => {
  it.each(routes.filter(({ method }) => method !== 'GET'))(
    '$method $url refuses what did not come from the app',
    async ({ method, url }) => {
      const ask = (headers: Record<string, string>) => town.members.app.inject({ method, url, headers });
      expect(code(await ask({}))).toBe('csrf-refused');
      expect(code(await ask({ 'x-teahouse': '1', origin: 'https://evil.test' }))).toBe('csrf-refused');
      expect(code(await ask({ 'x-teahouse': '1', origin: 'null' }))).toBe('csrf-refused');
      const ours = await ask({ 'x-teahouse': '1', origin: 'https://tea.test' });
      expect(ours.body && code(ours)).not.toBe('csrf-refused');
    },
  );

  it.each(
    routes.filter(({ access }) => access === 'session' || access === 'reviewer' || access === 'console'),
  )('$method $url asks for a session before it looks at anything else', async ({ method, url }) => {
    const ask = (cookie: string) =>
      town.members.app.inject({ method, url, headers: { 'x-teahouse': '1', cookie } });
    expect(code(await ask(''))).toBe('signed-out');
    expect(code(await ask('teahouse_session=short'))).toBe('signed-out');
    expect(code(await ask(`teahouse_session=${'a'.repeat(43)}`))).toBe('signed-out');
  });

  it.each(routes.filter(({ access }) => access === 'operator'))(
    "$method $url asks for the operator's key, also of members",
    async ({ method, url }) => {
      const member = await signUp(town, `member${Math.random()}@home.test`);
      const cookie = `teahouse_session=${member.cookies.get('teahouse_session')}`;
      const ask = (authorization: string) =>
        town.members.app.inject({ method, url, headers: { 'x-teahouse': '1', cookie, authorization } });
      expect(code(await ask(''))).toBe('operator-refused');
      expect(code(await ask('Bearer short'))).toBe('operator-refused');
      expect(code(await ask(`Bearer ${'a'.repeat(43)}`))).toBe('operator-refused');
      const { headers, body } = await town.members.app.inject({
        ...{ method, url },
        headers: { 'x-teahouse': '1', ...town.operator },
      });
      expect(headers['content-type']).toContain('json');
      expect(JSON.parse(body).code).not.toBe('operator-refused');
    },
  );
});

describe('the log', () => {
  it('has no line of what was asked, by whom, and to which address mail went', () => {
    const text = town.log.join('');
    expect(text).not.toMatch(/home\.test|api\/members|member0/);
  });
});
