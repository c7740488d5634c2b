import type { FastifyRequest } from '@teahouse/kit/http';
import { checkMade, creationOptions, MadePasskey } from '@teahouse/kit/passkeys';
import type { Queryable } from '@teahouse/kit/pool';
import { deviceOf } from '../accounts/device.ts';
import { uuidBytes } from '../accounts/seal.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { originOf } from './origin.ts';
import { insertPasskey } from './store.ts';

const ownerOf = (account: string) => `sign-up of ${account}`;

/** For `navigator.credentials.create`, before there is the account: whether there will be one is not told by this. */
export async function askForFirstPasskey(
  ctx: Context,
  request: FastifyRequest,
  { account, email }: { account: string; email: string },
): Promise<Record<string, unknown>> {
  return creationOptions({
    origin: originOf(ctx, request),
    challenge: ctx.challenges.make(ownerOf(account)),
    user: { id: uuidBytes(account), name: email },
    known: [],
  });
}

/** Keeps the passkey of an account that has no password. Throws `passkey-invalid`. */
export async function keepFirstPasskey(
  ctx: Context,
  tx: Queryable,
  i: { request: FastifyRequest; account: string; passkey?: Record<string, unknown> | undefined },
): Promise<void> {
  const given = MadePasskey.safeParse(i.passkey);
  if (!given.success) throw fail('passkey-invalid');
  const made = await checkMade({
    made: given.data,
    origin: originOf(ctx, i.request),
    isAsked: (challenge) => ctx.challenges.use(ownerOf(i.account), challenge),
  });
  if (
    !made ||
    !(await insertPasskey(tx, {
      ...made,
      account: i.account,
      name: deviceOf(i.request.headers['user-agent']) || 'Passkey',
    }))
  )
    throw fail('passkey-invalid');
}
