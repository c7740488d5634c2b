import type { FastifyRequest } from '@teahouse/kit/http';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';

/** The origin of the app that asks: passkeys belong to its host. Throws `csrf-refused` where it isn't told, or not ours. */
export function originOf(ctx: Context, { headers }: FastifyRequest): URL {
  if (headers.origin === undefined || !ctx.config.webOrigin.includes(headers.origin))
    throw fail('csrf-refused');
  return new URL(headers.origin);
}

/** Address of a page of the app, for mails. */
export const pageOf = (ctx: Context, path: string): string =>
  new URL(path, ctx.config.webOrigin[0] ?? 'http://localhost').href;
