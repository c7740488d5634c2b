import type { Me, Security } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweep } from '../sweep.ts';
import { addPasskey, signInWith } from '../testing/test-passkey.ts';
import { type Browser, openTown, password, signUp, type Town } from '../testing/test-town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const start = (by: Browser, email: string) => by.call('POST', '/me/email', { proof: { password }, email });
const confirm = (by: Browser, code: string) => by.call<Me>('POST', '/me/email/confirm', { code });
const undo = (token: string, of = town) => of.browser().call('POST', '/email/undo', { token });
const linkTo = async (email: string, of = town) =>
  /https:\/\/tea\.test\/account\/undo-email#([\w-]{43})/.exec((await of.mailTo(email)).text)?.[1] ?? '';

/** Changes the address; returns what is in the link that the old one got. */
async function move(by: Browser, from: string, to: string, of = town): Promise<string> {
  await start(by, to);
  const { code } = await of.mailTo(to);
  const { body } = await confirm(by, code);
  expect(body.email).toBe(to);
  return linkTo(from, of);
}

describe('an address', () => {
  it('is changed once the code sent to the new one comes back; the old one is told', async () => {
    const mine = await signUp(town, 'ann@home.test');
    const refused = await mine.call('POST', '/me/email', {
      ...{ proof: { password: 'wrong' }, email: 'ann@new.test' },
    });
    expect(refused.code).toBe('proof-wrong');
    expect((await start(mine, 'Ann@New.test')).body).toEqual({ sent: true });
    const { code } = await town.mailTo('ann@new.test');
    expect((await confirm(mine, code === '111111' ? '222222' : '111111')).code).toBe('code-wrong');
    expect((await mine.call<Me>('GET', '/me')).body.email).toBe('ann@home.test');
    expect((await confirm(mine, code)).body.email).toBe('ann@new.test');
    expect((await confirm(mine, code)).code).toBe('code-wrong');
    expect((await town.mailTo('ann@home.test')).subject).toBe(
      'Teahouse: the address of your account has changed',
    );
    const { browser } = { browser: town.browser() };
    expect((await browser.call('POST', '/session', { email: 'ann@new.test', password })).status).toBe(200);
  });

  it('takes five tries of a code', async () => {
    const mine = await signUp(town, 'tries@home.test');
    await start(mine, 'tries@new.test');
    const { code } = await town.mailTo('tries@new.test');
    const wrong = code === '111111' ? '222222' : '111111';
    for (let n = 0; n < 5; n += 1) expect((await confirm(mine, wrong)).code).toBe('code-wrong');
    expect((await confirm(mine, code)).code).toBe('code-exhausted');
  });

  it('that has an account answers like any other, in the same statements, and is not taken', async () => {
    const mine = await signUp(town, 'ben@home.test');
    await signUp(town, 'taken@home.test');
    const known = await countStatements(() => start(mine, 'taken@home.test'));
    const unknown = await countStatements(() => start(mine, 'free@home.test'));
    expect(known.statements).toEqual(unknown.statements);
    expect(known.result.body).toEqual(unknown.result.body);
    expect(known.statements.length).toBeLessThanOrEqual(8);
    expect((await town.mailTo('taken@home.test')).subject).toBe('Teahouse: you already have an account');
  });

  it('goes to one of two who confirm it at once', async () => {
    const people = [await signUp(town, 'r1@home.test'), await signUp(town, 'r2@home.test')];
    const codes: string[] = [];
    for (const one of people) {
      await start(one, 'race@new.test');
      codes.push((await town.mailTo('race@new.test')).code);
    }
    const replies = await Promise.all(people.map((one, n) => confirm(one, codes[n] ?? '')));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });
});

describe('the link to the old address', () => {
  it('takes the change back and ends every way in, so that a reset by that address is the only one', async () => {
    const mine = await signUp(town, 'cas@home.test');
    const key = await addPasskey(mine);
    const token = await move(mine, 'cas@home.test', 'thief@new.test');
    expect((await undo(token)).status).toBe(204);
    expect((await mine.call('GET', '/me')).code).toBe('signed-out');
    expect((await signInWith(town, key)).code).toBe('passkey-refused');
    for (const email of ['cas@home.test', 'thief@new.test']) {
      const { code } = await town.browser().call('POST', '/session', { email, password });
      expect(code).toBe('wrong-credentials');
    }
    expect((await undo(token)).code).toBe('undo-unknown');
    await town.browser().call('POST', '/reset', { email: 'cas@home.test', locale: 'en' });
    const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec((await town.mailTo('cas@home.test')).text)?.[0];
    const reset = { email: 'cas@home.test', code, password };
    expect((await town.browser().call('POST', '/reset/confirm', reset)).status).toBe(204);
    const back = town.browser();
    await back.call('POST', '/session', { email: 'cas@home.test', password });
    expect((await back.call<Security>('GET', '/me/security')).body).toEqual({
      ...{ hasPassword: true, passkeys: [] },
    });
  });

  it('also takes two changes in a row back', async () => {
    const mine = await signUp(town, 'dan@home.test');
    const token = await move(mine, 'dan@home.test', 'dan2@new.test');
    await move(mine, 'dan2@new.test', 'dan3@new.test');
    expect((await undo(token)).status).toBe(204);
    const { rows } = await town.db.pool.query("SELECT FROM accounts WHERE email = 'dan@home.test'");
    expect(rows).toHaveLength(1);
  });

  it('keeps the old address for seven days: nobody signs up with it, and no longer', async () => {
    const own = await openTown();
    const mine = await signUp(own, 'eli@home.test');
    const token = await move(mine, 'eli@home.test', 'eli@new.test', own);
    await own.browser().call('POST', '/accounts', {
      ...{ email: 'eli@home.test', password, name: 'Eli', locale: 'en' },
    });
    expect((await own.mailTo('eli@home.test')).subject).toBe('Teahouse: you already have an account');
    own.clock.set('2026-11-18T00:00:01Z');
    expect((await undo(token, own)).code).toBe('undo-unknown');
    await sweep(own.db.pool, own.clock.now(), '2026-11-18');
    expect((await own.db.pool.query('SELECT FROM email_undos')).rowCount).toBe(0);
    await signUp(own, 'eli@home.test');
    await own.close();
  });

  it('is not guessed', async () => {
    expect((await undo('A'.repeat(43))).code).toBe('undo-unknown');
    expect((await undo('short')).code).toBe('invalid-input');
  });
});
