import type { Me } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readCards } from '../people/cards.ts';
import { sweep } from '../sweep.ts';
import { addPasskey, fromApp, passkeyProof, signInWith } from '../testing/test-passkey.ts';
import { employ, fetchOwn, openWithCompanies, signInAgain } from '../testing/test-people.ts';
import { type Browser, openTown, password, signUp, type Town } from '../testing/test-town.ts';

const open = async () => {
  const town = await openTown();
  onTestFinished(() => town.close());
  return town;
};
const leave = (by: Browser, proof: object = { password }) =>
  by.call<{ day: string }>('POST', '/me/delete', { proof }, fromApp);
const signIn = (town: Town, email: string, comeBack?: boolean) =>
  town.browser().call<Me>('POST', '/session', { email, password, ...(comeBack && { comeBack }) });
const runJob = (town: Town) => sweep(town.db.pool, town.clock.now(), dayOf(town.clock.now()));
const day = 86_400_000;

describe('leaving', () => {
  it('asks for the password, signs out everywhere at once, and tells the day', async () => {
    const town = await open();
    const mine = await signUp(town, 'ann@home.test');
    const phone = town.browser();
    await phone.call('POST', '/session', { email: 'ann@home.test', password });
    expect((await leave(mine, { password: 'not the password' })).code).toBe('proof-wrong');
    expect((await leave(mine)).body).toEqual({ day: '2026-11-17' });
    for (const browser of [mine, phone]) expect((await browser.call('GET', '/me')).code).toBe('signed-out');
    expect((await town.mailTo('ann@home.test')).text).toContain('deleted for good in 7 days');
  });

  it('takes a passkey where there is no password', async () => {
    const town = await open();
    const mine = await signUp(town, 'key@home.test');
    const key = await addPasskey(mine);
    await mine.call('POST', '/me/password/remove', { proof: { password } });
    expect((await leave(mine)).code).toBe('proof-wrong');
    expect((await leave(mine, await passkeyProof(mine, key))).status).toBe(200);
    expect((await signInWith(town, key)).code).toBe('account-leaving');
    expect((await signInWith(town, key, { comeBack: true })).body.email).toBe('key@home.test');
  });

  it('hides the member from everybody', async () => {
    const town = await open();
    const [ann, bo] = [await signUp(town, 'ann@home.test'), await signUp(town, 'bo@home.test')];
    const [a, b] = await Promise.all(
      [ann, bo].map(async (one) => (await one.call<Me>('GET', '/me')).body.id),
    );
    const shown = async () =>
      (await readCards(town.db.pool, { account: a, today: '2026-11-10' }, [b ?? ''])).size;
    expect(await shown()).toBe(1);
    await leave(bo);
    expect(await shown()).toBe(0);
    await signIn(town, 'bo@home.test', true);
    expect(await shown()).toBe(1);
  });

  it('is taken back by signing in within seven days, which is offered and not done by itself', async () => {
    const town = await open();
    await leave(await signUp(town, 'ann@home.test'));
    town.clock.advance(6 * day);
    await runJob(town);
    const offered = await signIn(town, 'ann@home.test');
    expect(offered).toMatchObject({ code: 'account-leaving', body: { detail: '2026-11-17' } });
    expect((await signIn(town, 'ann@home.test')).code).toBe('account-leaving');
    expect((await signIn(town, 'ann@home.test', true)).body.email).toBe('ann@home.test');
    town.clock.advance(30 * day);
    await runJob(town);
    expect((await signIn(town, 'ann@home.test')).status).toBe(200);
  });

  it('ends after seven days in a row that is gone, with all that hung on it', async () => {
    const town = await open();
    await leave(await signUp(town, 'ann@home.test'));
    town.clock.advance(7 * day);
    expect((await signIn(town, 'ann@home.test', true)).code).toBe('wrong-credentials'); // before the job has run
    await runJob(town);
    await runJob(town);
    for (const table of ['accounts', 'profiles'])
      expect((await town.db.pool.query(`SELECT FROM ${table}`)).rowCount).toBe(0);
    expect((await signIn(town, 'ann@home.test', true)).code).toBe('wrong-credentials');
    await signUp(town, 'ann@home.test'); // the address is free
  });

  it('is not told to whoever does not know the password', async () => {
    const town = await open();
    await leave(await signUp(town, 'ann@home.test'));
    const guess = await town
      .browser()
      .call('POST', '/session', { email: 'ann@home.test', password: 'a guess' });
    expect(guess.code).toBe('wrong-credentials');
  });

  it('takes at most eight statements, and so does coming back', async () => {
    const town = await open();
    const mine = await signUp(town, 'ann@home.test');
    expect((await countStatements(() => leave(mine))).statements.length).toBeLessThanOrEqual(8);
    const back = await countStatements(() => signIn(town, 'ann@home.test', true));
    expect(back.statements.length).toBeLessThanOrEqual(8);
  });
});

describe('a member with a credential who leaves', () => {
  it('is signed by no batch while asleep, and by the next one after coming back', async () => {
    const town = await openWithCompanies();
    const one = await employ(town, 'harbour.com');
    await leave(one.browser);
    expect((await town.members.runBatch()).issued).toBe(0);
    const { body } = await signInAgain(one.browser);
    expect(body).toMatchObject({ code: 'account-leaving' });
    const { rows } = await town.db.pool.query('SELECT email FROM accounts WHERE leaves IS NOT NULL');
    const back = { email: rows[0].email, password, comeBack: true };
    await one.browser.call('POST', '/session', back);
    expect((await town.members.runBatch()).issued).toBe(1);
    expect((await fetchOwn(one)).credentials).toHaveLength(1);
  });

  it('leaves pins and entries of the log behind, and is told so', async () => {
    const town = await openWithCompanies();
    const one = await employ(town, 'harbour.com');
    await town.members.runBatch();
    const { body } = await one.browser.call<{ pins: number; logged: number[] }>('GET', '/me/remains');
    expect(body.pins).toBe(1);
    expect(body.logged).toHaveLength(1);
    await leave(one.browser);
    town.clock.advance(7 * day);
    await runJob(town);
    expect((await town.db.pool.query('SELECT FROM evidence_pins')).rowCount).toBe(1);
    expect((await town.db.pool.query('SELECT FROM credentials')).rowCount).toBe(0);
    const { rows } = await town.db.pool.query('SELECT account_id, until::text FROM evidence_holders');
    expect(rows).toEqual([{ account_id: null, until: '2026-11-17' }]);
  });
});
