import { z } from 'zod';

/*
 * Passkeys (WebAuthn Level 3). One is something held and something known or borne, so that it stands alone: the
 * authenticator has to verify its user. What checks them is loaded when the first one comes.
 */
const load = () => import('@simplewebauthn/server');
/** EdDSA, ES256 and RS256 (RFC 9053; RFC 8812): what authenticators know, and Node checks for good and not on trial. */
const supportedAlgorithmIDs = [-8, -7, -257];

const part = z.string().max(20_000);
const common = {
  id: part,
  rawId: part,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
};
/** What `navigator.credentials.create` gives. */
export const MadePasskey = z.object({
  ...common,
  response: z.object({ clientDataJSON: part, attestationObject: part }),
});
/** What `navigator.credentials.get` gives. */
export const ShownPasskey = z.object({
  ...common,
  response: z.object({ clientDataJSON: part, authenticatorData: part, signature: part }),
});
export type ShownPasskey = z.output<typeof ShownPasskey>;

/** The public half of a passkey. */
export interface Passkey {
  readonly id: Buffer;
  readonly publicKey: Uint8Array;
  readonly counter: number;
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

/** For `navigator.credentials.create`. `origin`: of the app that asks; passkeys belong to its host. */
export async function creationOptions(i: {
  origin: URL;
  challenge: Uint8Array;
  user: { id: Uint8Array; name: string };
  /** Passkeys that are there already. */
  known: readonly Uint8Array[];
}): Promise<Record<string, unknown>> {
  const { generateRegistrationOptions } = await load();
  const options = await generateRegistrationOptions({
    rpName: 'Teahouse',
    rpID: i.origin.hostname,
    userName: i.user.name,
    userID: new Uint8Array(i.user.id),
    challenge: new Uint8Array(i.challenge),
    attestationType: 'none',
    supportedAlgorithmIDs,
    excludeCredentials: i.known.map((one) => ({ id: textOf(one) })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { ...options };
}

/** For `navigator.credentials.get`. Without `allowed` it names no account and no key: the authenticator knows them. */
export async function requestOptions(i: {
  origin: URL;
  challenge: Uint8Array;
  allowed?: readonly Uint8Array[];
}): Promise<Record<string, unknown>> {
  const { generateAuthenticationOptions } = await load();
  const options = await generateAuthenticationOptions({
    rpID: i.origin.hostname,
    challenge: new Uint8Array(i.challenge),
    userVerification: 'required',
    ...(i.allowed && { allowCredentials: i.allowed.map((one) => ({ id: textOf(one) })) }),
  });
  return { ...options };
}

/** The passkey that was made, where all of it holds. `isAsked` says whether the challenge is one of ours, and uses it. */
export async function checkMade(i: {
  made: z.output<typeof MadePasskey>;
  origin: URL;
  isAsked: (challenge: string) => boolean;
}): Promise<Passkey | undefined> {
  const { verifyRegistrationResponse } = await load();
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: i.made,
    expectedChallenge: i.isAsked,
    expectedOrigin: i.origin.origin,
    expectedRPID: i.origin.hostname,
    requireUserVerification: true,
    supportedAlgorithmIDs,
  }).catch(() => ({ verified: false as const, registrationInfo: undefined })); // it says by exceptions what is wrong: the caller knows best
  if (!verified || !registrationInfo) return undefined;
  const { id, publicKey, counter } = registrationInfo.credential;
  return { id: Buffer.from(id, 'base64url'), publicKey, counter };
}

/** The new counter where the passkey signed this challenge here, with its user verified; else nothing. */
export async function checkShown(i: {
  shown: ShownPasskey;
  passkey: { publicKey: Uint8Array; counter: number };
  origin: URL;
  isAsked: (challenge: string) => boolean;
}): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await load();
  const checked = await verifyAuthenticationResponse({
    response: i.shown,
    expectedChallenge: i.isAsked,
    expectedOrigin: i.origin.origin,
    expectedRPID: i.origin.hostname,
    requireUserVerification: true,
    credential: {
      id: i.shown.id,
      publicKey: new Uint8Array(i.passkey.publicKey),
      counter: i.passkey.counter,
    },
  }).catch(() => undefined);
  return checked?.verified ? checked.authenticationInfo.newCounter : undefined;
}
