import { randomUUID } from 'node:crypto';
import { membersLimits } from '@teahouse/contract/members';
import type { FastifyReply, FastifyRequest } from '@teahouse/kit/http';
import { dayOf, epochOf } from '@teahouse/protocol';
import type { Context } from '../context.ts';
import { dayAfter, lastOfMonth } from '../days.ts';
import { fail } from '../errors.ts';
import * as cookies from './cookies.ts';
import { deviceOf } from './device.ts';
import { type Session, sealSession, unsealSession } from './seal.ts';
import * as store from './store.ts';
import type { SignedIn } from './types.ts';

/*
 * Nothing is written when somebody signs in, is here, or signs out: those moments are close to the moments of posts.
 * A session is its cookie. What is remembered beside it is in memory (presence.ts), but for what a member ends by hand.
 */

export type Exchange = { request: FastifyRequest; reply: FastifyReply };

/** Signs in the browser that asks: the answer has its cookie. */
export function openSession(
  ctx: Context,
  { request, reply }: Exchange,
  who: Pick<Session, 'account' | 'generation'>,
): void {
  const expires = dayAfter(ctx.clock.now(), membersLimits.sessionDays);
  give(ctx, { request, reply }, { ...who, session: randomUUID(), expires });
}

function give(ctx: Context, { request, reply }: Exchange, session: Session): void {
  const end = Date.parse(session.expires) + 86_400_000; // the end of that day
  cookies.setSession(reply, sealSession(ctx.keys.seal, session), {
    secure: ctx.config.mode === 'production',
    maxAge: Math.floor((end - ctx.clock.now().getTime()) / 1000),
  });
  noteSession(ctx, request, session);
}

/** Puts a session that counts on the list of its member's devices, in memory. */
export function noteSession(ctx: Context, request: FastifyRequest, session: Session): void {
  ctx.presence.note({ ...session, device: deviceOf(request.headers['user-agent']) });
}

/** The session that the request's cookie claims, unless it is over as far as this process knows; the account was not asked. */
export function claimOf(ctx: Context, request: FastifyRequest): Session | undefined {
  const cookie = request.cookies[cookies.sessionCookie];
  const session = cookie === undefined ? undefined : unsealSession(ctx.keys.seal, cookie);
  if (!session || session.expires < dayOf(ctx.clock.now())) return undefined;
  return ctx.presence.hasEnded(session.session) ? undefined : session;
}

/** Whose request this is, in one statement that reads. Throws `signed-out`. */
export async function findSignedIn(ctx: Context, request: FastifyRequest): Promise<SignedIn> {
  const session = claimOf(ctx, request);
  if (!session) throw fail('signed-out');
  const member = await store.findMember(ctx.pool, session);
  if (!member) throw fail('signed-out');
  noteSession(ctx, request, session);
  const { locale, suspended } = member;
  // Later than any day: `notice`.
  const isSuspended = suspended !== null && suspended >= dayOf(ctx.clock.now());
  return { ...session, locale, isSuspended };
}

/**
 * Signs out: in all processes at once, whoever has a copy of the cookie. When all of them have ended nobody knows of it,
 * and the copy counts again until it expires or its member signs out everywhere else.
 */
export async function closeSession(
  ctx: Context,
  { reply, who }: { reply: FastifyReply; who: SignedIn },
): Promise<void> {
  await ctx.endings.end(who);
  cookies.clear(reply, cookies.sessionCookie, ctx.config.mode === 'production');
}

/** Where the member is signed in, as far as it was seen since this process began. The latest month first. */
export function listSessions(
  ctx: Context,
  who: SignedIn,
): { id: string; device: string; since: string; current: boolean }[] {
  const today = dayOf(ctx.clock.now());
  return ctx.presence
    .list(who)
    .filter(({ expires }) => expires >= today)
    .map(({ session: id, device, expires }) => ({
      ...{ id, device, current: id === who.session },
      since: epochOf(new Date(dayAfter(new Date(expires), -membersLimits.sessionDays))),
    }))
    .sort((a, b) => (a.since === b.since ? (a.id < b.id ? -1 : 1) : a.since < b.since ? 1 : -1));
}

/** Ends one session of the member for good. Throws `not-found`. */
export async function endSession(ctx: Context, who: SignedIn, session: string): Promise<void> {
  const found = ctx.presence.list(who).find((one) => one.session === session);
  if (!found) throw fail('not-found');
  await store.insertEnded(ctx.pool, { session, expires: lastOfMonth(found.expires) });
  await ctx.endings.end(found);
}

/** Ends all sessions of the member but this one, for good. Throws `signed-out` when another device just did that. */
export async function endOtherSessions(ctx: Context, exchange: Exchange, who: SignedIn): Promise<void> {
  const generation = await store.raiseGeneration(ctx.pool, who);
  if (generation === undefined) throw fail('signed-out');
  renewSession(ctx, exchange, who, generation);
}

/** The session goes on in another generation, in which all others have ended. */
export function renewSession(ctx: Context, exchange: Exchange, who: SignedIn, generation: number): void {
  const { session, account, expires } = who;
  give(ctx, exchange, { session, account, expires, generation });
}
