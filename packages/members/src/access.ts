import type { FastifyRequest, Server } from '@teahouse/kit/http';
import { TeahouseError } from '@teahouse/kit/problem';
import { dayOf } from '@teahouse/protocol';
import { sessionCookie } from './accounts/cookies.ts';
import { findSignedIn } from './accounts/sessions.ts';
import type { SignedIn } from './accounts/types.ts';
import type { Context } from './context.ts';
import { fail } from './errors.ts';
import { isOpenToSuspended } from './order/suspended.ts';
import type { Reader } from './people/cards.ts';
import { hasRole } from './roles/store.ts';

const members = new WeakMap<FastifyRequest, SignedIn>();

/** Whose request this is; for routes with access `session` or a role. Throws `signed-out`. */
export function memberOf(request: FastifyRequest): SignedIn {
  const member = members.get(request);
  if (!member) throw fail('signed-out');
  return member;
}

/**
 * Who reads a page that is open to everybody: the member signed in, or nobody, also where a session has ended.
 * One statement, and none for who brings no session.
 */
export async function readerOf(ctx: Context, request: FastifyRequest): Promise<Reader> {
  const today = dayOf(ctx.clock.now());
  if (request.cookies[sessionCookie] === undefined) return { account: undefined, today };
  try {
    const { account } = await findSignedIn(ctx, request);
    return { account, today };
  } catch (error) {
    if (error instanceof TeahouseError && error.code === 'signed-out') return { account: undefined, today };
    throw error;
  }
}

/** Who may call what, before a body is read: the app's own requests, then the session, with its role, or the operator's key. */
export function installAccess(app: Server, ctx: Context): void {
  app.addHook('onRequest', async (request) => {
    const { access, cookieless, route } = request.routeOptions.config;
    if (cookieless) return;
    refuseForeign(request, ctx.config.webOrigin);
    if (access === 'session' || access === 'moderator' || access === 'reviewer') {
      const member = await findSignedIn(ctx, request);
      if (member.isSuspended && !isOpenToSuspended(request.method, route)) throw fail('suspended');
      members.set(request, member);
    }
    const isRole = access === 'moderator' || access === 'reviewer';
    if (isRole && !(await hasRole(ctx.pool, memberOf(request).account, access))) throw fail('role-missing');
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
