import type { Me, Security } from '@teahouse/contract/members';
import { Authenticator } from '@teahouse/kit/test-authenticator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPasskey, ask, fromApp, passkeyProof, signInWith } from '../testing/test-passkey.ts';
import { openTown, password, signUp, type Town } from '../testing/test-town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const waysOf = async (browser: Awaited<ReturnType<typeof signUp>>) =>
  (await browser.call<Security>('GET', '/me/security')).body;
const idOf = (key: Authenticator) => key.id.toString('base64url');

describe('a passkey', () => {
  it('is made by a member who shows the password, and signs in without an address', async () => {
    const browser = await signUp(town, 'ann@home.test');
    const refused = await browser.call('POST', '/me/passkeys/ask', { proof: { password: 'wrong' } }, fromApp);
    expect(refused.code).toBe('proof-wrong');
    const asked = await ask(browser, '/me/passkeys/ask', { proof: { password } });
    expect(asked).toMatchObject({ rp: { id: 'tea.test' }, user: { name: 'ann@home.test' } });
    const key = await addPasskey(browser);
    const again = await ask(browser, '/me/passkeys/ask', { proof: { password } });
    expect(again.excludeCredentials).toMatchObject([{ id: idOf(key) }]);
    const signedIn = await signInWith(town, key);
    expect(signedIn.body.email).toBe('ann@home.test');
    expect((await town.mailTo('ann@home.test')).text).toContain('A passkey was added');
  });

  it('is asked for without naming anybody', async () => {
    const asked = await ask(town.browser(), '/session/passkey/ask');
    expect(asked.rpId).toBe('tea.test');
    expect(asked.allowCredentials ?? []).toEqual([]);
    const nowhere = await town.browser().call('POST', '/session/passkey/ask');
    expect(nowhere.code).toBe('csrf-refused');
  });

  it('signs in once for each challenge, and within five minutes', async () => {
    const key = await addPasskey(await signUp(town, 'ben@home.test'));
    const stranger = town.browser();
    const passkey = key.get(await ask(stranger, '/session/passkey/ask'));
    const call = (shown: object) => stranger.call('POST', '/session/passkey', { passkey: shown }, fromApp);
    expect((await call(passkey)).status).toBe(200);
    expect((await call(passkey)).code).toBe('passkey-refused');
    const late = key.get(await ask(stranger, '/session/passkey/ask'));
    town.clock.advance(6 * 60_000);
    expect((await call(late)).code).toBe('passkey-refused');
  });

  it.each<[string, object, Parameters<Authenticator['get']>[1]]>([
    ['a challenge of its own', { challenge: Buffer.alloc(56).toString('base64url') }, {}],
    ['another site', {}, { origin: 'https://evil.test' }],
    ['an authenticator that does not know who uses it', {}, { flags: 0x01 }],
  ])('does not sign in with %s', async (what, change, how) => {
    const key = await addPasskey(await signUp(town, `${what.replaceAll(' ', '-')}@home.test`));
    const stranger = town.browser();
    const asked = await ask(stranger, '/session/passkey/ask');
    const passkey = key.get({ ...asked, ...change }, how);
    expect((await stranger.call('POST', '/session/passkey', { passkey }, fromApp)).code).toBe(
      'passkey-refused',
    );
  });

  it('does not sign in under the name of another key, nor with one that nobody has', async () => {
    const key = await addPasskey(await signUp(town, 'dan@home.test'));
    const asked = await ask(town.browser(), '/session/passkey/ask');
    const forged = { ...new Authenticator().get(asked), id: idOf(key), rawId: idOf(key) };
    const call = (passkey: object) => town.browser().call('POST', '/session/passkey', { passkey }, fromApp);
    expect((await call(forged)).code).toBe('passkey-refused');
    expect((await signInWith(town, new Authenticator())).code).toBe('passkey-refused');
    expect((await call({ id: 'x' })).code).toBe('invalid-input');
  });

  it('of somebody else proves nothing, is not renamed and not removed', async () => {
    const [fin, gus] = [await signUp(town, 'fin@home.test'), await signUp(town, 'gus@home.test')];
    const key = await addPasskey(fin);
    const theirs = await addPasskey(gus);
    const proof = { passkey: key.get(await ask(gus, '/me/proof/ask')) };
    expect((await gus.call('POST', '/me/passkeys/ask', { proof }, fromApp)).code).toBe('proof-wrong');
    expect((await gus.call('PUT', `/me/passkeys/${idOf(key)}`, { name: 'Mine' })).code).toBe('not-found');
    const own = await passkeyProof(gus, theirs);
    const removed = await gus.call('POST', `/me/passkeys/${idOf(key)}/remove`, { proof: own }, fromApp);
    expect(removed.code).toBe('not-found');
    expect((await waysOf(fin)).passkeys).toEqual([{ id: idOf(key), name: 'Phone' }]);
  });

  it('is not kept when it was made for somebody else, elsewhere, or is there already', async () => {
    const [hal, ida] = [await signUp(town, 'hal@home.test'), await signUp(town, 'ida@home.test')];
    const key = new Authenticator();
    const asked = await ask(hal, '/me/passkeys/ask', { proof: { password } });
    const add = async (by: typeof hal, passkey: object) =>
      (await by.call('POST', '/me/passkeys', { name: 'Key', passkey }, fromApp)).code;
    expect(await add(ida, key.create(asked))).toBe('passkey-invalid');
    expect(await add(hal, key.create(asked, { origin: 'https://evil.test' }))).toBe('passkey-invalid');
    await addPasskey(hal, { key });
    expect(await add(ida, key.create(await ask(ida, '/me/passkeys/ask', { proof: { password } })))).toBe(
      'passkey-invalid',
    );
  });

  it('is one of ten at most', async () => {
    const browser = await signUp(town, 'ten@home.test');
    for (let n = 0; n < 10; n += 1) await addPasskey(browser, { name: `Key ${n}` });
    const asked = await ask(browser, '/me/passkeys/ask', { proof: { password } });
    const passkey = new Authenticator().create(asked);
    expect((await browser.call('POST', '/me/passkeys', { name: 'More', passkey }, fromApp)).code).toBe(
      'passkey-limit',
    );
  });

  it('leaves no trace when it signs in: no row of its table changes', async () => {
    const key = await addPasskey(await signUp(town, 'kim@home.test'));
    const rows = async () =>
      (await town.db.pool.query('SELECT t::text, ctid::text, xmin::text, xmax::text FROM passkeys t')).rows;
    const before = await rows();
    key.counter = 7;
    expect((await signInWith(town, key)).status).toBe(200);
    expect(await rows()).toEqual(before);
  });
});

describe('the last way in', () => {
  it('cannot be removed, be it the only passkey or the password', async () => {
    const browser = await signUp(town, 'last@home.test');
    const noPassword = (proof: object) => browser.call('POST', '/me/password/remove', { proof }, fromApp);
    expect((await noPassword({ password })).code).toBe('last-way-in');
    const key = await addPasskey(browser);
    expect((await noPassword({ password })).body).toMatchObject({ hasPassword: false });
    const proof = await passkeyProof(browser, key);
    const gone = await browser.call('POST', `/me/passkeys/${idOf(key)}/remove`, { proof }, fromApp);
    expect(gone.code).toBe('last-way-in');
    expect((await signInWith(town, key)).status).toBe(200);
    // With a second one, either may go; and a password can come back.
    await addPasskey(browser, { name: 'Laptop', proof: await passkeyProof(browser, key) });
    const removed = await browser.call<Security>(
      'POST',
      `/me/passkeys/${idOf(key)}/remove`,
      { proof: await passkeyProof(browser, key) },
      fromApp,
    );
    expect(removed.body.passkeys.map(({ name }) => name)).toEqual(['Laptop']);
  });

  it('stays where both are removed at once', async () => {
    const browser = await signUp(town, 'both@home.test');
    const key = await addPasskey(browser);
    const replies = await Promise.all([
      browser.call('POST', '/me/password/remove', { proof: { password } }, fromApp),
      browser.call('POST', `/me/passkeys/${idOf(key)}/remove`, { proof: { password } }, fromApp),
    ]);
    expect(replies.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    const { hasPassword, passkeys } = await waysOf(browser);
    expect(hasPassword || passkeys.length > 0).toBe(true);
  });
});

describe('signing up with a passkey', () => {
  const form = (email: string) => ({ email, name: '林墨', locale: 'zh' });

  it('makes an account without a password, once the code and the passkey are there', async () => {
    const browser = town.browser();
    await browser.call('POST', '/accounts', form('key@home.test'));
    const { code } = await town.mailTo('key@home.test');
    const key = new Authenticator();
    const passkey = key.create(await ask(browser, '/accounts/passkey/ask', { email: 'key@home.test' }));
    const confirm = (body: object) =>
      browser.call<Me>('POST', '/accounts/confirm', { email: 'key@home.test', ...body }, fromApp);
    expect((await confirm({ code })).code).toBe('passkey-invalid');
    const wrong = code === '111111' ? '222222' : '111111';
    expect((await confirm({ code: wrong, passkey })).code).toBe('code-wrong');
    expect((await confirm({ code, passkey })).body.email).toBe('key@home.test');
    expect((await waysOf(browser)).hasPassword).toBe(false);
    expect((await signInWith(town, key)).body.name).toBe('林墨');
    const guess = await browser.call('POST', '/session', { email: 'key@home.test', password: '' });
    expect(guess.code).toBe('wrong-credentials');
  });

  it('takes no passkey that was made for another browser', async () => {
    const [one, other] = [town.browser(), town.browser()];
    await one.call('POST', '/accounts', form('two@home.test'));
    const { code } = await town.mailTo('two@home.test');
    await other.call('POST', '/accounts', form('other@home.test'));
    const asked = await ask(other, '/accounts/passkey/ask', { email: 'two@home.test' });
    const passkey = new Authenticator().create(asked);
    const body = { email: 'two@home.test', code, passkey };
    expect((await one.call('POST', '/accounts/confirm', body, fromApp)).code).toBe('passkey-invalid');
    const nobody = await town.browser().call('POST', '/accounts/passkey/ask', { email: 'x@y.test' }, fromApp);
    expect(nobody.code).toBe('code-wrong');
  });
});
