import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTown, password, signUp, type Town } from '../testing/test-town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const another = 'another pot of pu-erh';
const signIn = async (email: string, secret: string) => {
  const browser = town.browser();
  const { status, code } = await browser.call('POST', '/session', { email, password: secret });
  return { browser, answer: code ?? status };
};

describe('a password', () => {
  it('is changed by whoever knows it: the other devices are signed out, and this one goes on', async () => {
    const mine = await signUp(town, 'ann@home.test');
    const { browser: phone } = await signIn('ann@home.test', password);
    const change = (given: string) =>
      mine.call('PUT', '/me/password', { proof: { password: given }, password: another });
    expect((await change('not the password')).code).toBe('proof-wrong');
    expect((await change(password)).body).toEqual({ hasPassword: true, passkeys: [] });
    expect((await phone.call('GET', '/me')).code).toBe('signed-out');
    expect((await mine.call('GET', '/me')).status).toBe(200);
    expect((await signIn('ann@home.test', password)).answer).toBe('wrong-credentials');
    expect((await signIn('ann@home.test', another)).answer).toBe(200);
    expect((await town.mailTo('ann@home.test')).text).toContain('The password was changed');
  });

  it('is asked for at most ten times before a wait', async () => {
    const mine = await signUp(town, 'ben@home.test');
    const guess = (n: number) =>
      mine.call('POST', '/me/password/remove', { proof: { password: `guess number ${n}` } });
    for (let n = 0; n < 10; n += 1) expect((await guess(n)).code).toBe('proof-wrong');
    expect((await guess(10)).code).toBe('too-many');
  });

  it('is no shorter than ten characters', async () => {
    const mine = await signUp(town, 'cas@home.test');
    const short = await mine.call('PUT', '/me/password', { proof: { password }, password: 'short' });
    expect(short.code).toBe('invalid-input');
  });
});
