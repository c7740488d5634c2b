import type { Staff } from '@teahouse/contract/desk';
import type { FastifyRequest } from '@teahouse/kit/http';
import { z } from 'zod';
import { textOf } from '../../wire.ts';
import { requireOrigin } from '../access.ts';
import type { DeskContext } from '../context.ts';
import { refuse } from '../errors.ts';
import { uuidBytes } from './seal.ts';
import { type Exchange, openSession } from './sign-in.ts';
import * as store from './store.ts';

/*
 * Passkeys (WebAuthn Level 3). One is something held and something known or borne, so that it stands for password and
 * code both: the authenticator has to verify its user. What checks them is loaded when the first one comes.
 */
const load = () => import('@simplewebauthn/server');
/** EdDSA, ES256 and RS256 (RFC 9053; RFC 8812): what authenticators know, and Node checks for good and not on trial. */
const supportedAlgorithmIDs = [-8, -7, -257];
/** Owner of the challenges with which anybody may sign in. */
const anybody = 'sign-in';

const part = z.string().max(20_000);
const common = {
  id: part,
  rawId: part,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
};
const Made = z.object({ ...common, response: z.object({ clientDataJSON: part, attestationObject: part }) });
const Shown = z.object({
  ...common,
  response: z.object({
    clientDataJSON: part,
    authenticatorData: part,
    signature: part,
  }),
});

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
  const { generateRegistrationOptions } = await load();
  const known = await store.passkeyIdsOf(ctx.pool, id);
  const options = await generateRegistrationOptions({
    rpName: 'Teahouse',
    rpID: requireOrigin(ctx, request).hostname,
    userName: name,
    userID: new Uint8Array(uuidBytes(id)),
    challenge: new Uint8Array(ctx.challenges.make(id)),
    attestationType: 'none',
    supportedAlgorithmIDs,
    excludeCredentials: known.map((one) => ({ id: textOf(one) })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { ...options };
}

/** Keeps a passkey that was made for a challenge of the same account. Throws `invalid-input`. */
export async function addPasskey(
  ctx: DeskContext,
  request: FastifyRequest,
  staff: Pick<Staff, 'id'>,
  given: unknown,
): Promise<void> {
  const { verifyRegistrationResponse } = await load();
  const { origin, hostname } = requireOrigin(ctx, request);
  const made = await verifyRegistrationResponse({
    response: readAs(Made, given),
    expectedChallenge: (challenge) => ctx.challenges.use(staff.id, challenge),
    expectedOrigin: origin,
    expectedRPID: hostname,
    requireUserVerification: true,
    supportedAlgorithmIDs,
  }).catch(() => ({ verified: false as const })); // it says by exceptions what is wrong: the caller knows best
  if (!made.verified) throw refuse('invalid-input');
  const { id, publicKey, counter } = made.registrationInfo.credential;
  const kept = { id: Buffer.from(id, 'base64url'), staff: staff.id, publicKey, counter };
  if (!(await store.insertPasskey(ctx.pool, kept))) throw refuse('invalid-input');
}

/** For `navigator.credentials.get`. Names no account and no key: the authenticator knows them. */
export async function askForSignIn(
  ctx: DeskContext,
  request: FastifyRequest,
): Promise<Record<string, unknown>> {
  const { generateAuthenticationOptions } = await load();
  const options = await generateAuthenticationOptions({
    rpID: requireOrigin(ctx, request).hostname,
    challenge: new Uint8Array(ctx.challenges.make(anybody)),
    userVerification: 'required',
  });
  return { ...options };
}

/** Signs in with a passkey. Whatever is wrong gives one answer: throws `desk-sign-in`. */
export async function signInWithPasskey(
  ctx: DeskContext,
  exchange: Exchange,
  given: unknown,
): Promise<Staff> {
  const { verifyAuthenticationResponse } = await load();
  const { origin, hostname } = requireOrigin(ctx, exchange.request);
  const response = readAs(Shown, given);
  const kept = await store.findPasskey(ctx.pool, Buffer.from(response.id, 'base64url'));
  const staff = kept && (await store.findStaff(ctx.pool, kept.staff));
  if (!kept || staff?.state !== 'active') throw refuse('desk-sign-in');
  const shown = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => ctx.challenges.use(anybody, challenge),
    expectedOrigin: origin,
    expectedRPID: hostname,
    requireUserVerification: true,
    credential: {
      id: response.id,
      publicKey: new Uint8Array(kept.public_key),
      counter: Number(kept.counter),
    },
  }).catch(() => undefined);
  if (!shown?.verified) throw refuse('desk-sign-in');
  const counted = { id: kept.id, from: kept.counter, to: shown.authenticationInfo.newCounter };
  if (!(await store.countPasskey(ctx.pool, counted))) throw refuse('desk-sign-in');
  return openSession(ctx, exchange, staff);
}
