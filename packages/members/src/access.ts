import type { FastifyRequest, Server } from '@teahouse/kit/http';
import { TeahouseError } from '@teahouse/kit/problem';
import { dayOf } from '@teahouse/protocol';
import { bearerOf, findByToken } from './access-tokens/bearer.ts';
import { sessionCookie } from './accounts/cookies.ts';
import { findSignedIn } from './accounts/sessions.ts';
import type { Member, SignedIn } from './accounts/types.ts';
import type { Context } from './context.ts';
import { fail } from './errors.ts';
import { isOpenToSuspended } from './order/suspended.ts';
import type { Reader } from './people/cards.ts';
import { hasRole, type Role } from './roles/store.ts';

/**
 * Routes for members whose handlers look at the session in the statement that reads their page (`askSignedIn`): before that
 * nobody has, and `memberOf` refuses. They only read, so that whoever is suspended may call them.
 */
const looksByItself: ReadonlySet<string> = new Set(['feed']);

/** Routes for members who work for the house. The operator's key opens none of them: it has no name to write down. */
const roleOf: Readonly<Partial<Record<string, Role>>> = {
  reviewer: 'reviewer',
  moderator: 'moderator',
  console: 'operator',
};

const members = new WeakMap<FastifyRequest, Member>();
const sessions = new WeakMap<FastifyRequest, SignedIn>();

/** Whose request this is; for routes with access `session` or a role. Throws `signed-out`. */
export function memberOf(request: FastifyRequest): Member {
  const member = members.get(request);
  if (!member) throw fail('signed-out');
  return member;
}

/** The member who asks, where that is known by now: of routes that look at the session by themselves (asking.ts), a token's. */
export const memberIfAny = (request: FastifyRequest): Member | undefined => members.get(request);

/** The session of the browser that asks; for routes that no access token opens. Throws `signed-out`. */
export function sessionOf(request: FastifyRequest): SignedIn {
  const session = sessions.get(request);
  if (!session) throw fail('signed-out');
  return session;
}

/**
 * Who reads a page that is open to everybody: the member signed in or whose access token came along, or nobody, also where
 * a session has ended. One statement, and none for who brings no session.
 */
export async function readerOf(ctx: Context, request: FastifyRequest): Promise<Reader> {
  const today = dayOf(ctx.clock.now());
  const member = members.get(request);
  if (member) return { account: member.account, today };
  if (request.cookies[sessionCookie] === undefined) return { account: undefined, today };
  try {
    const { account } = await findSignedIn(ctx, request);
    return { account, today };
  } catch (error) {
    if (error instanceof TeahouseError && error.code === 'signed-out') return { account: undefined, today };
    throw error;
  }
}

/**
 * Who may call what, before a body is read: an access token, or the app's own requests and then the session, with its role, or the
 * operator's key. A token is sent by no browser of itself, so its request can't be forged; what cookies came along with it
 * are not looked at.
 */
export function installAccess(app: Server, ctx: Context): void {
  app.addHook('onRequest', async (request) => {
    const { access, cookieless, scope, route } = request.routeOptions.config;
    if (cookieless) return;
    const takesToken = access === 'session' || scope !== undefined;
    const token = takesToken ? bearerOf(request) : undefined;
    if (token !== undefined) {
      const member = await findByToken(ctx, token, scope);
      if (member.isSuspended && !isOpenToSuspended(request.method, route)) throw fail('suspended');
      members.set(request, member);
      return;
    }
    refuseForeign(request, ctx.config.webOrigin);
    if (route !== undefined && looksByItself.has(route)) return;
    const role = access === undefined ? undefined : roleOf[access];
    if (access === 'session' || role !== undefined) {
      const session = await findSignedIn(ctx, request);
      if (session.isSuspended && !isOpenToSuspended(request.method, route)) throw fail('suspended');
      sessions.set(request, session);
      members.set(request, session);
    }
    if (role !== undefined && !(await hasRole(ctx.pool, memberOf(request).account, role)))
      throw fail('role-missing');
    if (access === 'operator') requireOperator(ctx, request);
  });
}

/**
 * Cross-site request forgery: `SameSite=Strict` keeps the cookie at home, the header makes any other site's request
 * need CORS, and an Origin that is not ours is refused outright (OWASP ASVS 5.0, 3.5.1). Throws `csrf-refused`.
 */
function refuseForeign({ method, headers }: FastifyRequest, origins: readonly string[]): void {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return;
  if (headers['x-teahouse'] !== '1') throw fail('csrf-refused');
  if (headers.origin !== undefined && !origins.includes(headers.origin)) throw fail('csrf-refused');
}

function requireOperator(ctx: Context, { headers }: FastifyRequest): void {
  const [, token] = /^Bearer ([\w-]{20,100})$/.exec(headers.authorization ?? '') ?? [];
  if (token === undefined || !ctx.keys.isOperator(token)) throw fail('operator-refused');
}
