import type { Proof } from '@teahouse/contract/members';
import type { FastifyRequest } from '@teahouse/kit/http';
import { checkShown, requestOptions, ShownPasskey } from '@teahouse/kit/passkeys';
import { findPassword } from '../accounts/store.ts';
import type { Member } from '../accounts/types.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { originOf } from './origin.ts';
import { findOwner, findPasskey } from './store.ts';

/** Owner of the challenges that prove a member's presence. */
const ownerOf = (account: string) => `proof of ${account}`;

/** For `navigator.credentials.get`, with the passkeys of this member. */
export async function askForProof(
  ctx: Context,
  request: FastifyRequest,
  { account }: Member,
): Promise<Record<string, unknown>> {
  const owner = await findOwner(ctx.pool, account);
  return requestOptions({
    origin: originOf(ctx, request),
    challenge: ctx.challenges.make(ownerOf(account)),
    allowed: owner?.passkeys ?? [],
  });
}

/**
 * Demands that the member is there, and not only a browser that is signed in: password, or a passkey's answer. Throws
 * `proof-wrong`, `too-many`, `busy`, `invalid-input`.
 */
export async function requireProof(
  ctx: Context,
  request: FastifyRequest,
  { account }: Member,
  proof: Proof,
): Promise<void> {
  const subject = JSON.stringify(['account', account]);
  await ctx.guard.beforePassword(subject);
  const isRight =
    'password' in proof
      ? await ctx.passwords.verify(await findPassword(ctx.pool, account), proof.password)
      : await isOwnPasskey(ctx, request, account, proof.passkey);
  await ctx.guard.afterPassword(subject, isRight);
  if (!isRight) throw fail('proof-wrong');
}

async function isOwnPasskey(
  ctx: Context,
  request: FastifyRequest,
  account: string,
  given: unknown,
): Promise<boolean> {
  const shown = ShownPasskey.safeParse(given);
  if (!shown.success) throw fail('invalid-input');
  const passkey = await findPasskey(ctx.pool, Buffer.from(shown.data.id, 'base64url'));
  if (passkey?.account !== account) return false;
  const counter = await checkShown({
    shown: shown.data,
    passkey: { publicKey: passkey.publicKey, counter: 0 },
    origin: originOf(ctx, request),
    isAsked: (challenge) => ctx.challenges.use(ownerOf(account), challenge),
  });
  return counter !== undefined;
}
