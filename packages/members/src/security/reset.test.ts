import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openTown, password, signUp, type Town } from '../testing/test-town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const another = 'another pot of pu-erh';
const codeTo = async (email: string) =>
  /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec((await town.mailTo(email)).text)?.[0] ?? '';
const start = (email: string, by = town.browser()) => by.call('POST', '/reset', { email, locale: 'en' });
const finish = (email: string, code: string, secret = another, by = town.browser()) =>
  by.call('POST', '/reset/confirm', { email, code, password: secret });
const signIn = (email: string, secret: string, by: Browser = town.browser()) =>
  by.call('POST', '/session', { email, password: secret });

describe('a forgotten password', () => {
  it('is set anew with the code from the mail, however it is typed; all sessions and tokens end', async () => {
    const browser = await signUp(town, 'ann@home.test');
    const token = await browser.call<{ secret: string }>('POST', '/me/tokens', {
      ...{ proof: { password }, name: 'Calendar' },
      ...{ scopes: ['account:read'], days: 30 },
    });
    expect((await start('Ann@Home.test')).body).toEqual({ sent: true });
    const code = await codeTo('ann@home.test');
    const typed = ` ${code.toLowerCase().replace('-', '').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    expect((await finish('ann@home.test', typed)).status).toBe(204);
    expect((await browser.call('GET', '/me')).code).toBe('signed-out');
    const bearer = { authorization: `Bearer ${token.body.secret}` };
    expect((await town.browser().call('GET', '/me', undefined, bearer)).code).toBe('token-refused');
    expect((await signIn('ann@home.test', password)).code).toBe('wrong-credentials');
    expect((await signIn('ann@home.test', another)).status).toBe(200);
    expect((await town.mailTo('ann@home.test')).text).toContain('The password was reset');
  });

  it('is set once with each code, and by no other code of before', async () => {
    await signUp(town, 'ben@home.test');
    await start('ben@home.test');
    const first = await codeTo('ben@home.test');
    await start('ben@home.test');
    const second = await codeTo('ben@home.test');
    const both = await Promise.all([first, first].map((code) => finish('ben@home.test', code)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 422]);
    expect((await finish('ben@home.test', second)).code).toBe('code-wrong');
  });

  it('is not set with a code of another address, a late one or a made-up one', async () => {
    const own = await openTown();
    await signUp(own, 'cas@home.test');
    await own.browser().call('POST', '/reset', { email: 'cas@home.test', locale: 'zh' });
    const { text } = await own.mailTo('cas@home.test');
    const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(text)?.[0] ?? '';
    const done = async (email: string, given: string) =>
      (await own.browser().call('POST', '/reset/confirm', { email, code: given, password: another })).code;
    expect(await done('dan@home.test', code)).toBe('code-wrong');
    expect(await done('cas@home.test', '00000-00000')).toBe('code-wrong');
    expect(await done('cas@home.test', 'short')).toBe('invalid-input');
    own.clock.advance(66 * 60_000);
    expect(await done('cas@home.test', code)).toBe('code-wrong');
    await own.close();
  });

  it('of an address without an account is told by mail alone', async () => {
    await start('nobody@home.test');
    expect((await town.mailTo('nobody@home.test')).subject).toBe('Teahouse: no account by this address');
    const { rows } = await town.db.pool.query('SELECT length(code) AS code FROM resets');
    expect(rows).toContainEqual({ code: 32 });
  });
});

describe('an attacker who tries', () => {
  it('to sign in and to reset a thousand times keeps the victim out of neither', async () => {
    const mine = await signUp(town, 'victim@home.test');
    await mine.call('DELETE', '/session');
    const attacker = town.browser();
    for (let n = 0; n < 40; n += 1) await signIn('victim@home.test', `guess number ${n}`, attacker);
    for (let n = 0; n < 40; n += 1) {
      expect((await start('victim@home.test', attacker)).body).toEqual({ sent: true });
      expect((await finish('victim@home.test', `00000-000${10 + n}`, another, attacker)).code).toBe(
        'code-wrong',
      );
    }
    expect((await signIn('victim@home.test', password)).code).toBe('too-many'); // a stranger
    expect((await signIn('victim@home.test', password, mine)).status).toBe(200); // the known browser
    // Of forty mails five went out, and the code of the last one works, in a browser that was never here.
    await town.members.idle();
    const codes = town.mail.received.filter(
      ({ to, subject }) => to === 'victim@home.test' && subject === 'Teahouse: set a new password',
    );
    expect(codes).toHaveLength(5);
    const fresh = town.browser();
    expect((await start('victim@home.test', fresh)).body).toEqual({ sent: true });
    const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(codes.at(-1)?.text ?? '')?.[0] ?? '';
    expect((await finish('victim@home.test', code, another, fresh)).status).toBe(204);
    expect((await signIn('victim@home.test', another, fresh)).status).toBe(200);
  });
});
