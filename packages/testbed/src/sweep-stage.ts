import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deskPrefix } from '@teahouse/contract/desk/paths';
import { membersPrefix } from '@teahouse/contract/members/paths';
import { talkPrefix } from '@teahouse/contract/talk/paths';
import { fakeClock } from '@teahouse/kit/clock';
import { routesOf } from '@teahouse/kit/route-list';
import { newMembers, type Person } from './people.ts';
import { startTeahouse, type Town } from './town.ts';

/** Who may come. `visitor`: brings nothing. `other`: a member who does not own what the address names. */
export const callers = ['visitor', 'member', 'other', 'operator'] as const;
export type Caller = (typeof callers)[number];

export type Plane = 'members' | 'talk';
export const prefixes = { members: membersPrefix, talk: talkPrefix, desk: deskPrefix } as const;

const company = { name: { zh: '星河', en: 'Starriver' }, industry: 'internet', domain: 'starriver.example' };
/** A badge of one pixel (PNG). */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk-M9QDwADhgGAWjR9awAAAABJRU5ErkJggg';
const hash = 'A'.repeat(43);
const nobody = '00000000-0000-4000-8000-000000000000';

/** Every address that a plane's server answers at, whether a contract names it or not. */
export const registeredRoutes = (town: Town, plane: Plane): readonly string[] => routesOf(town[plane].app);

/** A town with two members, and what each caller brings. */
export async function openSweep() {
  const data = mkdtempSync(path.join(tmpdir(), 'tea-sweep-'));
  const town = await startTeahouse({ data, clock: fakeClock('2026-11-18T10:02:00Z') });
  const specs = ['Ann', 'Bo'].map((name) => ({ name, company }));
  const [ann, bo] = (await newMembers(town, specs)) as [Person, Person];
  const secrets = path.join(data, 'members', 'secrets');
  const operatorToken = readFileSync(path.join(secrets, 'operator.token'), 'utf8').trim();

  const ask = (method: 'GET' | 'POST', url: string, payload?: object, cookie = '') =>
    town.members.app.inject({
      ...{ method, url: membersPrefix + url },
      headers: { 'x-teahouse': '1', cookie },
      ...(payload && { payload }),
    });
  async function signIn({ email, password }: Person): Promise<string> {
    const { cookies } = await ask('POST', '/session', { email, password });
    return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  // What has an owner belongs to Ann: a device that she left signed in, a work address she has not confirmed yet, a badge,
  // and an access token.
  const left = await signIn(ann);
  const { sessions } = (await ask('GET', '/sessions', undefined, left)).json<{
    sessions: { id: string; current: boolean }[];
  }>();
  const session = sessions.find(({ current }) => current)?.id ?? '';
  const started = await ask('POST', '/employments', { email: `ann.two@${company.domain}` }, left);
  const { employment } = started.json<{ employment: string }>();
  const proof = { password: ann.password };
  const made = await ask(
    'POST',
    '/me/tokens',
    { proof, name: 'Calendar', scopes: ['account:read'], days: 30 },
    left,
  );
  const { id: token } = made.json<{ id: string }>();
  // … and a post for her connections, of whom there are none, with a comment.
  const said = await ask('POST', '/posts', { text: 'Hello', audience: 'connections' }, left);
  const { post } = said.json<{ post: { id: string } }>();
  const answered = await ask('POST', `/posts/${post.id}/comments`, { text: 'Hello?' }, left);
  const { comment } = answered.json<{ comment: { id: string } }>();
  const page = (await ask('GET', '/me/profile', undefined, left)).json<{ id: string; handle: string }>();
  const { companies } = (await ask('GET', '/companies')).json<{ companies: { id: string }[] }>();
  const sent = await ask('POST', '/badges', { company: companies[0]?.id, picture: pixel }, left);
  const { id: badge } = sent.json<{ id: string }>();
  return {
    town,
    async stop() {
      await town.stop();
      rmSync(data, { recursive: true, force: true });
    },
    /** Signs in anew, as a call may have signed out. */
    async headersOf(caller: Caller): Promise<Record<string, string>> {
      if (caller === 'visitor') return {};
      if (caller === 'operator') return { authorization: `Bearer ${operatorToken}` };
      return { cookie: await signIn(caller === 'member' ? ann : bo) };
    },
    /** An address in which what has an owner belongs to `member`, and all else is nobody's. */
    example: (place: string) =>
      place
        .replace(':session', session)
        .replace(':employment', employment)
        .replace(':token', token)
        .replace(':passkey', 'AAAA')
        .replace(/^\/posts\/:post/, `/posts/${post.id}`)
        .replace(':comment', comment.id)
        .replace(':handle', page.handle)
        .replace(':member', page.id)
        .replace(':badge', badge)
        .replace(':company', 'no-such')
        .replace(':staff', nobody)
        .replace(/:(job|alert|referral|application|message|template|invitation|note|label)\b/g, nobody)
        .replace('/keys/:key', `/keys/${hash}`)
        .replace(':room', 'square')
        .replace(':kind', 'poll')
        .replace('*', 'checkpoint')
        .replace(/:(thread|post|hash|decision|picture)/g, hash),
    /** A body that is looked into, where an owner is asked for; elsewhere there is none. */
    bodyOf: (route: string) => (route.endsWith('/:employment/confirm') ? { code: '000000' } : undefined),
  };
}
