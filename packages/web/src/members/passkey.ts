import type { Me, Proof, Security } from '@teahouse/contract/members';
import { membersApi } from './api.ts';

/* What speaks to the authenticator is loaded when somebody first uses one. */
const load = () => import('../ui/webauthn.ts');

/** Signs in with a passkey that the browser offers; no address is typed. Throws `passkey-refused`, `account-leaving`. */
export async function signInByPasskey(comeBack: boolean): Promise<Me> {
  const [{ showPasskey }, options] = await Promise.all([load(), membersApi.passkeySignInAsk()]);
  return membersApi.passkeySignIn({ body: { passkey: await showPasskey(options), comeBack } });
}

/** Makes the passkey of an account that waits for its code. */
export async function makeFirstPasskey(email: string): Promise<Record<string, unknown>> {
  const [{ makePasskey }, options] = await Promise.all([
    load(),
    membersApi.signUpPasskeyAsk({ body: { email } }),
  ]);
  return makePasskey(options);
}

/** Shows with one of the member's passkeys that they are there. */
export async function proveByPasskey(): Promise<Proof> {
  const [{ showPasskey }, options] = await Promise.all([load(), membersApi.proofAsk()]);
  return { passkey: await showPasskey(options) };
}

/** Makes a further passkey, and leaves its public half with the account. */
export async function addPasskey(proof: Proof, name: string): Promise<Security> {
  const [{ makePasskey }, options] = await Promise.all([load(), membersApi.passkeyAsk({ body: { proof } })]);
  return membersApi.passkeyAdd({ body: { name, passkey: await makePasskey(options) } });
}
