import type { FastifyRequest } from '@teahouse/kit/http';
import { dayOf } from '@teahouse/protocol';
import type { Member } from '../accounts/types.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { sha256 } from '../keys.ts';
import { findToken } from './store.ts';

/** The access token that a request brings, right or wrong. The scheme is in any case (RFC 9110, 11.1). */
export function bearerOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer (thp_.*)$/is.exec(headers.authorization ?? '')?.[1];
}

/**
 * Whose token it is, in one statement that reads. Throws `cookie-only` where the route takes no token, `token-refused`,
 * `scope-missing`.
 */
export async function findByToken(ctx: Context, token: string, scope: string | undefined): Promise<Member> {
  if (scope === undefined) throw fail('cookie-only');
  const found = /^thp_[\w-]{43}$/.test(token)
    ? await findToken(ctx.pool, sha256(token), dayOf(ctx.clock.now()))
    : undefined;
  if (!found) throw fail('token-refused');
  const { scopes, ...member } = found;
  if (!scopes.includes(scope)) throw fail('scope-missing');
  return member;
}
