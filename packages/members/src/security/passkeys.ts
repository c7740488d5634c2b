import { membersLimits, type Security } from '@teahouse/contract/members';
import type { FastifyRequest } from '@teahouse/kit/http';
import {
  checkMade,
  checkShown,
  creationOptions,
  MadePasskey,
  requestOptions,
  ShownPasskey,
} from '@teahouse/kit/passkeys';
import { withTransaction } from '@teahouse/kit/pool';
import { uuidBytes } from '../accounts/seal.ts';
import { admit } from '../accounts/service.ts';
import type { Account } from '../accounts/store.ts';
import type { Member } from '../accounts/types.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { tellOwner } from './notices.ts';
import { originOf } from './origin.ts';
import * as store from './store.ts';

/*
 * A passkey's counter is not kept: it would have to be written at each sign-in, which nothing is (decision 9). What that
 * gives up is finding out a copied authenticator; most passkeys never count anyway (WebAuthn Level 3, 6.1.1).
 */

/** Owner of the challenges with which anybody may sign in. */
const anybody = 'sign-in';
const ownerOf = (account: string) => `passkey of ${account}`;

/** For `navigator.credentials.get`. Names no account and no key: the authenticator knows them. */
export async function askForSignIn(ctx: Context, request: FastifyRequest): Promise<Record<string, unknown>> {
  return requestOptions({ origin: originOf(ctx, request), challenge: ctx.challenges.make(anybody) });
}

/** Whoever has a passkey. Whatever is wrong gives one answer: throws `passkey-refused`; and `account-leaving`. */
export async function signInWithPasskey(
  ctx: Context,
  i: { request: FastifyRequest; passkey: unknown; comeBack: boolean },
): Promise<Account & { email: string }> {
  const origin = originOf(ctx, i.request);
  const shown = ShownPasskey.safeParse(i.passkey);
  if (!shown.success) throw fail('invalid-input');
  const found = await store.findPasskey(ctx.pool, Buffer.from(shown.data.id, 'base64url'));
  if (!found) throw fail('passkey-refused');
  const counter = await checkShown({
    ...{ shown: shown.data, origin },
    passkey: { publicKey: found.publicKey, counter: 0 },
    isAsked: (challenge) => ctx.challenges.use(anybody, challenge),
  });
  if (counter === undefined) throw fail('passkey-refused');
  const account = await admit(ctx, found, { ...i, gone: 'passkey-refused' });
  return { ...account, email: found.email };
}

/** For `navigator.credentials.create`; whoever asks has proven that they are there. */
export async function askForPasskey(
  ctx: Context,
  request: FastifyRequest,
  { account }: Member,
): Promise<Record<string, unknown>> {
  const owner = await store.findOwner(ctx.pool, account);
  if (!owner) throw fail('signed-out');
  return creationOptions({
    origin: originOf(ctx, request),
    challenge: ctx.challenges.make(ownerOf(account)),
    user: { id: uuidBytes(account), name: owner.email },
    known: owner.passkeys,
  });
}

/** Keeps a passkey that was made for a challenge of this account. Throws `invalid-input`, `passkey-invalid`, `passkey-limit`. */
export async function addPasskey(
  ctx: Context,
  request: FastifyRequest,
  { account, locale }: Member,
  i: { name: string; passkey: unknown },
): Promise<Security> {
  const given = MadePasskey.safeParse(i.passkey);
  if (!given.success) throw fail('invalid-input');
  const made = await checkMade({
    made: given.data,
    origin: originOf(ctx, request),
    isAsked: (challenge) => ctx.challenges.use(ownerOf(account), challenge),
  });
  if (!made) throw fail('passkey-invalid');
  await withTransaction(ctx.pool, async (tx) => {
    const ways = await store.lockWays(tx, account);
    if (!ways) throw fail('signed-out');
    if (ways.passkeys >= membersLimits.passkeysMost) throw fail('passkey-limit');
    if (!(await store.insertPasskey(tx, { ...made, account, name: i.name }))) throw fail('passkey-invalid');
  });
  await tellOwner(ctx, { account, locale }, 'passkeyAdded');
  return store.readSecurity(ctx.pool, account);
}

const idOf = (text: string) => Buffer.from(text, 'base64url');

/** Throws `not-found`. */
export async function renamePasskey(
  ctx: Context,
  { account }: Member,
  i: { passkey: string; name: string },
): Promise<Security> {
  if (!(await store.renamePasskey(ctx.pool, { id: idOf(i.passkey), account, name: i.name })))
    throw fail('not-found');
  return store.readSecurity(ctx.pool, account);
}

/** Throws `not-found`, `last-way-in`. */
export async function removePasskey(
  ctx: Context,
  { account, locale }: Member,
  passkey: string,
): Promise<Security> {
  await withTransaction(ctx.pool, async (tx) => {
    const ways = await store.lockWays(tx, account);
    if (!(await store.deletePasskey(tx, { id: idOf(passkey), account }))) throw fail('not-found');
    if (!ways?.hasPassword && ways?.passkeys === 1) throw fail('last-way-in');
  });
  await tellOwner(ctx, { account, locale }, 'passkeyRemoved');
  return store.readSecurity(ctx.pool, account);
}
