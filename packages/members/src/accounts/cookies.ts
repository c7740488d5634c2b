import { randomBytes, timingSafeEqual } from 'node:crypto';
import { membersLimits, membersPrefix } from '@teahouse/contract/members';
import type { FastifyReply, FastifyRequest } from '@teahouse/kit/http';
import { type Keys, sha256 } from '../keys.ts';

export const sessionCookie = 'teahouse_session';
/** Binds a sign-up to the browser that began it: a code a stranger asked for is worthless in another browser. */
export const signUpCookie = 'teahouse_signup';
/** Shows that someone signed in to this address with this browser before. Opens nothing; see guard.ts. */
const knownCookie = 'teahouse_known';

const day = 24 * 60 * 60;

/** Seen by no script, sent by no other site, and never to talk, as its path is another. */
const attributes = (secure: boolean) =>
  ({ path: membersPrefix, httpOnly: true, sameSite: 'strict', secure }) as const;

/** `maxAge` in seconds. */
export function setSession(
  reply: FastifyReply,
  sealed: string,
  { secure, maxAge }: { secure: boolean; maxAge: number },
): void {
  reply.setCookie(sessionCookie, sealed, { ...attributes(secure), maxAge });
}

export function setSignUp(reply: FastifyReply, token: string, secure: boolean): void {
  reply.setCookie(signUpCookie, token, {
    ...attributes(secure),
    maxAge: (membersLimits.codeMinutes + 5) * 60,
  });
}

export function clear(reply: FastifyReply, name: string, secure: boolean): void {
  reply.clearCookie(name, attributes(secure));
}

/** 256 random bits for a cookie, and the hash under which they are kept. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: sha256(token) };
}

/** Hash of the token in a cookie, when there is one that could be ours. */
export function tokenHash(request: FastifyRequest, name: string): Buffer | undefined {
  const token = request.cookies[name];
  return token !== undefined && /^[\w-]{43}$/.test(token) ? sha256(token) : undefined;
}

/** `random.mac`, with the address in the MAC. */
export function setKnown(reply: FastifyReply, keys: Keys, email: string, secure: boolean): void {
  const random = randomBytes(16).toString('base64url');
  const value = `${random}.${keys.mac('known-browser', email, random).toString('base64url')}`;
  reply.setCookie(knownCookie, value, { ...attributes(secure), maxAge: 365 * day });
}

/** What a browser is called that signed in to this address before. */
export function knownBrowser(request: FastifyRequest, keys: Keys, email: string): string | undefined {
  const [random = '', mac = ''] = (request.cookies[knownCookie] ?? '').split('.');
  const given = Buffer.from(mac, 'base64url');
  const right = keys.mac('known-browser', email, random);
  return given.length === right.length && timingSafeEqual(given, right) ? random : undefined;
}
