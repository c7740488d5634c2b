import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';
import { ApiError } from '@teahouse/client/errors';
import type { Staff } from '@teahouse/contract/desk';
import { deskApi } from '../data/api.ts';

/** What the browser takes: the server's own library wrote it (WebAuthn Level 3, 5.1.8 and 5.1.9). */
type Creation = Parameters<typeof startRegistration>[0]['optionsJSON'];
type Request = Parameters<typeof startAuthentication>[0]['optionsJSON'];

/** `passkey-cancelled`: the browser's question was closed; `passkey-unavailable`: it has none. */
async function asked<T>(ask: () => Promise<T>): Promise<T> {
  if (!browserSupportsWebAuthn()) throw new ApiError('passkey-unavailable');
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof ApiError) throw cause;
    const isMissing = cause instanceof WebAuthnError && cause.code.includes('NOT_SUPPORTED');
    throw new ApiError(isMissing ? 'passkey-unavailable' : 'passkey-cancelled', { cause });
  }
}

/** Signs in with a passkey that the browser offers. Throws `desk-sign-in`, `passkey-cancelled`, `passkey-unavailable`. */
export async function signInByPasskey(): Promise<Staff> {
  const optionsJSON = (await deskApi.passkeyChallenge()) as unknown as Request;
  const shown = await asked(() => startAuthentication({ optionsJSON }));
  return deskApi.passkeySignIn({ body: { ...shown } });
}

/** Makes a passkey and leaves its public half with the desk. Throws `passkey-cancelled`, `passkey-unavailable`. */
export async function addPasskey(): Promise<Staff> {
  const optionsJSON = (await deskApi.passkeyAsk()) as unknown as Creation;
  const made = await asked(() => startRegistration({ optionsJSON }));
  return deskApi.passkeyAdd({ body: { ...made } });
}
