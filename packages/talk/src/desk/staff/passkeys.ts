import type { Staff } from '@teahouse/contract/desk';
import type { FastifyRequest } from '@teahouse/kit/http';
import {
  checkMade,
  checkShown,
  creationOptions,
  MadePasskey,
  requestOptions,
  ShownPasskey,
} from '@teahouse/kit/passkeys';
import type { z } from 'zod';
import { requireOrigin } from '../access.ts';
import type { DeskContext } from '../context.ts';
import { refuse } from '../errors.ts';
import { uuidBytes } from './seal.ts';
import { type Exchange, openSession } from './sign-in.ts';
import * as store from './store.ts';

/** Owner of the challenges with which anybody may sign in. */
const anybody = 'sign-in';

function readAs<T extends z.ZodType>(schema: T, given: unknown): z.output<T> {
  const read = schema.safeParse(given);
  if (!read.success) throw refuse('invalid-input');
  return read.data;
}

/** For `navigator.credentials.create`. Throws `desk-csrf` where the app's origin cannot be told. */
export async function askForPasskey(
  ctx: DeskContext,
  request: FastifyRequest,
  { id, name }: Pick<Staff, 'id' | 'name'>,
): Promise<Record<string, unknown>> {
  return creationOptions({
    origin: requireOrigin(ctx, request),
    challenge: ctx.challenges.make(id),
    user: { id: uuidBytes(id), name },
    known: await store.passkeyIdsOf(ctx.pool, id),
  });
}

/** Keeps a passkey that was made for a challenge of the same account. Throws `invalid-input`. */
export async function addPasskey(
  ctx: DeskContext,
  request: FastifyRequest,
  staff: Pick<Staff, 'id'>,
  given: unknown,
): Promise<void> {
  const made = await checkMade({
    made: readAs(MadePasskey, given),
    origin: requireOrigin(ctx, request),
    isAsked: (challenge) => ctx.challenges.use(staff.id, challenge),
  });
  if (!made) throw refuse('invalid-input');
  if (!(await store.insertPasskey(ctx.pool, { ...made, staff: staff.id }))) throw refuse('invalid-input');
}

/** For `navigator.credentials.get`. Names no account and no key: the authenticator knows them. */
export async function askForSignIn(
  ctx: DeskContext,
  request: FastifyRequest,
): Promise<Record<string, unknown>> {
  return requestOptions({ origin: requireOrigin(ctx, request), challenge: ctx.challenges.make(anybody) });
}

/** Signs in with a passkey. Whatever is wrong gives one answer: throws `desk-sign-in`. */
export async function signInWithPasskey(
  ctx: DeskContext,
  exchange: Exchange,
  given: unknown,
): Promise<Staff> {
  const origin = requireOrigin(ctx, exchange.request);
  const shown = readAs(ShownPasskey, given);
  const kept = await store.findPasskey(ctx.pool, Buffer.from(shown.id, 'base64url'));
  const staff = kept && (await store.findStaff(ctx.pool, kept.staff));
  if (!kept || staff?.state !== 'active') throw refuse('desk-sign-in');
  const counter = await checkShown({
    ...{ shown, origin },
    passkey: { publicKey: kept.public_key, counter: Number(kept.counter) },
    isAsked: (challenge) => ctx.challenges.use(anybody, challenge),
  });
  if (counter === undefined) throw refuse('desk-sign-in');
  const counted = { id: kept.id, from: kept.counter, to: counter };
  if (!(await store.countPasskey(ctx.pool, counted))) throw refuse('desk-sign-in');
  return openSession(ctx, exchange, staff);
}
