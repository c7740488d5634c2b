import type { Staff } from '@teahouse/contract/desk';
import { makePasskey, showPasskey } from '../../ui/webauthn.ts';
import { deskApi } from '../data/api.ts';

/** Signs in with a passkey that the browser offers. Throws `desk-sign-in`, `passkey-cancelled`, `passkey-unavailable`. */
export async function signInByPasskey(): Promise<Staff> {
  return deskApi.passkeySignIn({ body: await showPasskey(await deskApi.passkeyChallenge()) });
}

/** Makes a passkey and leaves its public half with the desk. Throws `passkey-cancelled`, `passkey-unavailable`. */
export async function addPasskey(): Promise<Staff> {
  return deskApi.passkeyAdd({ body: await makePasskey(await deskApi.passkeyAsk()) });
}
