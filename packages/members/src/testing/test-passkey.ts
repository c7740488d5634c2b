import type { Me, Security } from '@teahouse/contract/members';
import { Authenticator } from '@teahouse/kit/test-authenticator';
import { type Browser, password, type Reply, type Town } from './test-town.ts';

/** As a browser sends it from the app's own pages. */
export const fromApp = { origin: 'https://tea.test' };

interface Asked {
  challenge: string;
  rp: { id: string };
  rpId: string;
  user: { id: string; name: string };
  excludeCredentials: { id: string }[];
  allowCredentials?: { id: string }[];
}

/** What the server asks the browser's authenticator. */
export const ask = async (browser: Browser, path: string, body?: unknown): Promise<Asked> =>
  (await browser.call<Asked>('POST', path, body, fromApp)).body;

/** Adds a passkey to the account that the browser is signed in to. */
export async function addPasskey(
  browser: Browser,
  { key = new Authenticator(), name = 'Phone', proof = { password } as object } = {},
): Promise<Authenticator> {
  const asked = await ask(browser, '/me/passkeys/ask', { proof });
  const added = await browser.call<Security>(
    'POST',
    '/me/passkeys',
    { name, passkey: key.create(asked) },
    fromApp,
  );
  if (added.status !== 200) throw new Error(`no passkey: ${added.code}`);
  return key;
}

/** Signs a browser in with a passkey. */
export async function signInWith(
  town: Town,
  key: Authenticator,
  i: { by?: Browser; how?: Parameters<Authenticator['get']>[1]; comeBack?: boolean } = {},
): Promise<Reply<Me>> {
  const by = i.by ?? town.browser();
  const asked = await ask(by, '/session/passkey/ask');
  const body = { passkey: key.get(asked, i.how), ...(i.comeBack && { comeBack: true }) };
  return by.call<Me>('POST', '/session/passkey', body, fromApp);
}

/** A proof by passkey that the member is there. */
export async function passkeyProof(browser: Browser, key: Authenticator): Promise<object> {
  return { passkey: key.get(await ask(browser, '/me/proof/ask')) };
}
