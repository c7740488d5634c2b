import type { Role } from '@teahouse/contract/desk';
import { roomKeyHeader } from '@teahouse/contract/talk';
import type { FastifyRequest, Server } from '@teahouse/kit/http';
import type { DeskContext } from './context.ts';
import { refuse } from './errors.ts';
import { sessionIn } from './staff/cookies.ts';
import { findStaff, type StaffRow } from './staff/store.ts';

const ranks: readonly Role[] = ['moderator', 'senior', 'admin'];

/** Whether a role may do what another one may: each may do what those before it may. */
export const isAtLeast = (role: Role, least: Role): boolean => ranks.indexOf(role) >= ranks.indexOf(least);

const signedIn = new WeakMap<FastifyRequest, StaffRow>();

/** Whose request this is; for routes that are not public. Throws `desk-signed-out`. */
export function staffOf(request: FastifyRequest): StaffRow {
  const staff = signedIn.get(request);
  if (!staff) throw refuse('desk-signed-out');
  return staff;
}

/** Who may call what, before a body is read. */
export function installAccess(app: Server, ctx: DeskContext): void {
  app.addHook('onRequest', async (request) => {
    refuseForeign(ctx, request);
    // Whoever comes with a name comes without what an employee of some company is known by.
    if (request.headers[roomKeyHeader] !== undefined) throw refuse('invalid-input');
    const { access } = request.routeOptions.config;
    if (access === 'public') return;
    const staff = await findSignedIn(ctx, request);
    const least = ranks.find((rank) => rank === access);
    if (!least || !isAtLeast(staff.role, least)) throw refuse('desk-role');
    signedIn.set(request, staff);
  });
}

async function findSignedIn(ctx: DeskContext, request: FastifyRequest): Promise<StaffRow> {
  const session = sessionIn(ctx, request);
  if (!session || session.until <= ctx.clock.now().getTime()) throw refuse('desk-signed-out');
  const staff = await findStaff(ctx.pool, session.staff);
  if (staff?.state !== 'active' || staff.generation !== session.generation) throw refuse('desk-signed-out');
  return staff;
}

/**
 * Cross-site request forgery: `SameSite=Strict` keeps the cookie at home, the header makes any other site's request need
 * CORS, and an Origin that is not ours is refused outright (OWASP ASVS 5.0, 3.5.1). Throws `desk-csrf`.
 */
function refuseForeign(ctx: DeskContext, request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  if (request.headers['x-teahouse'] !== '1') throw refuse('desk-csrf');
  if (request.headers.origin !== undefined) requireOrigin(ctx, request);
}

/** The origin of the app that asks. Throws `desk-csrf` where it is none of ours, or is not told. */
export function requireOrigin({ origins }: Pick<DeskContext, 'origins'>, request: FastifyRequest): URL {
  const { origin = '', host = '' } = request.headers;
  if (!URL.canParse(origin)) throw refuse('desk-csrf');
  const url = new URL(origin);
  const isOurs = origins.length > 0 ? origins.includes(origin) : url.host === host;
  if (!isOurs || url.origin !== origin) throw refuse('desk-csrf');
  return url;
}
