import { randomBytes, timingSafeEqual } from 'node:crypto';
import { deskPrefix } from '@teahouse/contract/desk';
import type { FastifyReply, FastifyRequest } from '@teahouse/kit/http';
import type { DeskContext } from '../context.ts';
import { type Session, sealSession, unsealSession } from './seal.ts';

const sessionCookie = 'teahouse_desk';
/** Shows that somebody signed in under a name with this browser before. Opens nothing; see guard.ts. */
const knownCookie = 'teahouse_desk_known';
const year = 365 * 24 * 60 * 60;

/** Seen by no script, sent by no other site, and to no other path: talk refuses whoever carries a cookie. */
const attributes = ({ isSecure }: DeskContext) =>
  ({ path: deskPrefix, httpOnly: true, sameSite: 'strict', secure: isSecure }) as const;

/** Signs in the browser that is answered. */
export function giveSession(ctx: DeskContext, reply: FastifyReply, session: Session): void {
  const maxAge = Math.floor((session.until - ctx.clock.now().getTime()) / 1000);
  reply.setCookie(sessionCookie, sealSession(ctx.keys, session), { ...attributes(ctx), maxAge });
}

/** What the request's cookie says, where it was made here. */
export const sessionIn = (ctx: DeskContext, request: FastifyRequest): Session | undefined =>
  unsealSession(ctx.keys, request.cookies[sessionCookie] ?? '');

export function clearSession(ctx: DeskContext, reply: FastifyReply): void {
  reply.clearCookie(sessionCookie, attributes(ctx));
}

/** `random.mac`, with the account in the MAC. */
export function giveKnown(ctx: DeskContext, reply: FastifyReply, staff: string): void {
  const random = randomBytes(16).toString('base64url');
  const value = `${random}.${ctx.keys.mac('known-browser', staff, random).toString('base64url')}`;
  reply.setCookie(knownCookie, value, { ...attributes(ctx), maxAge: year });
}

/** What a browser is called in which this account was signed in before. */
export function knownBrowser(ctx: DeskContext, request: FastifyRequest, staff: string): string | undefined {
  const [random = '', mac = ''] = (request.cookies[knownCookie] ?? '').split('.');
  const given = Buffer.from(mac, 'base64url');
  const right = ctx.keys.mac('known-browser', staff, random);
  return given.length === right.length && timingSafeEqual(given, right) ? random : undefined;
}
