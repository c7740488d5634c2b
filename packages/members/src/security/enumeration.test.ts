import { countStatements } from '@teahouse/kit/pool';
import { Authenticator } from '@teahouse/kit/test-authenticator';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ask, fromApp } from '../testing/test-passkey.ts';
import { openTown, password, type Reply, signUp, type Town } from '../testing/test-town.ts';

/* Whether an address has an account is told by no status, code, word, header, statement or amount of work. */

let town: Town;
beforeAll(async () => {
  town = await openTown();
  await signUp(town, 'known@home.test');
  const leaving = await signUp(town, 'leaving@home.test');
  await leaving.call('POST', '/me/delete', { proof: { password } });
});
afterAll(() => town.close());

/** Headers as an observer compares them: names, and values but for what is random in every answer. */
const headersOf = ({ headers, cookies }: Reply<unknown>) => ({
  ...headers,
  date: '',
  'set-cookie': cookies.map(({ value, ...attributes }) => [String(value).length, attributes]),
});

/** What an answer shows, and the work that it took. */
async function observe(work: () => Promise<Reply<unknown>>) {
  const { passwords, mailer } = town.members.context;
  const spies = [vi.spyOn(passwords, 'hash'), vi.spyOn(passwords, 'verify'), vi.spyOn(mailer, 'send')];
  const { result, statements, roundTrips } = await countStatements(work);
  const calls = spies.map(({ mock }) => mock.calls.length);
  for (const spy of spies) spy.mockRestore();
  return {
    status: result.status,
    body: result.body,
    headers: headersOf(result),
    statements,
    roundTrips,
    calls,
  };
}

const form = (email: string) => ({ email, password, name: 'Lin', locale: 'en' });

describe.each<[string, (email: string) => Promise<Reply<unknown>>]>([
  ['signing up', (email) => town.browser().call('POST', '/accounts', form(email))],
  [
    'signing up with a passkey',
    (email) => town.browser().call('POST', '/accounts', { email, name: 'Lin', locale: 'en' }),
  ],
  [
    'signing in with a wrong password',
    (email) => town.browser().call('POST', '/session', { email, password: 'not the password' }),
  ],
  ['asking for a reset', (email) => town.browser().call('POST', '/reset', { email, locale: 'en' })],
  [
    'resetting with a wrong code',
    (email) => town.browser().call('POST', '/reset/confirm', { email, code: '0000000000', password }),
  ],
])('%s', (_, call) => {
  it('looks and works the same for an address with an account, without one, and with one on its way out', async () => {
    const unknown = await observe(() => call('unknown@home.test'));
    expect(await observe(() => call('known@home.test'))).toEqual(unknown);
    expect(await observe(() => call('leaving@home.test'))).toEqual(unknown);
  });
});

describe('a wrong code of a sign-up', () => {
  it('looks and works the same', async () => {
    const tried = async (email: string) => {
      const browser = town.browser();
      await browser.call('POST', '/accounts', form(email));
      return observe(() => browser.call('POST', '/accounts/confirm', { email, code: '000000' }));
    };
    expect(await tried('known@home.test')).toEqual(await tried('unknown@home.test'));
  });
});

describe('a passkey', () => {
  it('is asked for in the same form by everybody, and nothing in it depends on an address', async () => {
    const asked = async () => {
      const { challenge, ...rest } = await ask(town.browser(), '/session/passkey/ask');
      return [challenge.length, rest];
    };
    expect(await asked()).toEqual(await asked());
  });

  it('for a sign-up looks and works the same', async () => {
    const asked = async (email: string) => {
      const browser = town.browser();
      await browser.call('POST', '/accounts', { email, name: 'Lin', locale: 'en' });
      const seen = await observe(() =>
        browser.call('POST', '/accounts/passkey/ask', { email: email.replace('un', '') }, fromApp),
      );
      const { challenge, user, ...rest } = seen.body as { challenge: string; user: { id: string } };
      return {
        ...seen,
        body: [challenge.length, user.id.length, rest],
        headers: { ...seen.headers, 'content-length': '' },
      };
    };
    expect(await asked('known@home.test')).toEqual(await asked('unknown@home.test'));
  });

  it('that nobody has is refused in the words in which a wrong one is', async () => {
    const shown = async () => new Authenticator().get(await ask(town.browser(), '/session/passkey/ask'));
    const passkey = await shown();
    const { body, code } = await town.browser().call('POST', '/session/passkey', { passkey }, fromApp);
    expect(code).toBe('passkey-refused');
    expect(JSON.stringify(body)).not.toMatch(/known|account/i);
  });
});
