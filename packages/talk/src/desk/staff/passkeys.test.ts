import type { Staff } from '@teahouse/contract/desk';
import { Authenticator } from '@teahouse/kit/test-authenticator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTown, type Town } from '../../testing/town.ts';
import { Clerk, deskSettings, hire } from '../testing/clerk.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown(deskSettings);
});
afterAll(() => town.stop());

interface Asked {
  challenge: string;
  rp: { id: string };
  rpId: string;
  user: { name: string };
  excludeCredentials: { id: string }[];
  allowCredentials?: unknown[];
}

async function addPasskey(clerk: Clerk, key = new Authenticator()): Promise<Authenticator> {
  const { body } = await clerk.call<Asked>('POST', '/passkeys/ask');
  const added = await clerk.call<Staff>('POST', '/passkeys', key.create(body));
  if (added.status !== 200) throw new Error(String(added.body.code));
  return key;
}

async function signInWith(
  key: Authenticator,
  how: Parameters<Authenticator['get']>[1] = {},
  by = new Clerk(town),
) {
  const { body } = await by.call<Asked>('POST', '/session/passkey/ask');
  return by.call<Staff>('POST', '/session/passkey', key.get(body, how));
}

describe('a passkey', () => {
  it('is made by somebody who is signed in, and signs them in by itself', async () => {
    const ann = await hire(town, 'Ann');
    const { body } = await ann.call<Asked>('POST', '/passkeys/ask');
    expect(body).toMatchObject({ rp: { id: 'tea.test' }, user: { name: 'Ann' }, excludeCredentials: [] });
    const key = new Authenticator();
    expect((await ann.call<Staff>('POST', '/passkeys', key.create(body))).body.passkeys).toBe(1);
    const browser = new Clerk(town);
    expect((await signInWith(key, {}, browser)).body).toMatchObject({ name: 'Ann', passkeys: 1 });
    expect((await browser.call<Staff>('GET', '/me')).body.name).toBe('Ann');
    const again = await ann.call<Asked>('POST', '/passkeys/ask');
    expect(again.body.excludeCredentials).toMatchObject([{ id: key.id.toString('base64url') }]);
  });

  it('is asked for without naming anybody', async () => {
    const { body } = await new Clerk(town).call<Asked>('POST', '/session/passkey/ask');
    expect(body.rpId).toBe('tea.test');
    expect(body.allowCredentials ?? []).toEqual([]);
  });

  it('signs in once for each challenge, and within five minutes', async () => {
    const key = await addPasskey(await hire(town, 'Ben'));
    const stranger = new Clerk(town);
    const { body } = await stranger.call<Asked>('POST', '/session/passkey/ask');
    const answer = key.get(body);
    expect((await stranger.call('POST', '/session/passkey', answer)).status).toBe(200);
    expect((await stranger.call('POST', '/session/passkey', answer)).body.code).toBe('desk-sign-in');
    const late = await stranger.call<Asked>('POST', '/session/passkey/ask');
    town.clock.advance(6 * 60_000);
    expect((await stranger.call('POST', '/session/passkey', key.get(late.body))).body.code).toBe(
      'desk-sign-in',
    );
  });

  it.each([
    ['a challenge of its own', { challenge: Buffer.alloc(56).toString('base64url') }, {}],
    ['another site', {}, { origin: 'https://evil.test' }],
    ['an authenticator that knows nobody', {}, { flags: 0x01 }],
  ])('does not sign in with %s', async (what, asked, how) => {
    const key = await addPasskey(await hire(town, `Cas ${what}`.slice(0, 40)));
    const stranger = new Clerk(town);
    const { body } = await stranger.call<Asked>('POST', '/session/passkey/ask');
    const answer = key.get({ ...body, ...asked }, how);
    expect((await stranger.call('POST', '/session/passkey', answer)).body.code).toBe('desk-sign-in');
  });

  it('does not sign in with the key of somebody else, or of nobody', async () => {
    const key = await addPasskey(await hire(town, 'Dan'));
    const stranger = new Clerk(town);
    const { body } = await stranger.call<Asked>('POST', '/session/passkey/ask');
    const forged = { ...new Authenticator().get(body), id: key.get(body).id, rawId: key.get(body).id };
    expect((await stranger.call('POST', '/session/passkey', forged)).body.code).toBe('desk-sign-in');
    expect((await signInWith(new Authenticator())).body.code).toBe('desk-sign-in');
    expect((await stranger.call('POST', '/session/passkey', { id: 'x' })).body.code).toBe('invalid-input');
  });

  it('that counts must count upwards: a copy is found out', async () => {
    const key = new Authenticator();
    key.counter = 5;
    await addPasskey(await hire(town, 'Eli'), key);
    key.counter = 6;
    expect((await signInWith(key)).status).toBe(200);
    expect((await signInWith(key)).body.code).toBe('desk-sign-in');
  });

  it('is not kept when it was made for somebody else, elsewhere, or is there already', async () => {
    const [fin, gus] = [await hire(town, 'Fin'), await hire(town, 'Gus')];
    const key = new Authenticator();
    const asked = (await fin.call<Asked>('POST', '/passkeys/ask')).body;
    expect((await gus.call('POST', '/passkeys', key.create(asked))).body.code).toBe('invalid-input');
    const foreign = key.create(asked, { origin: 'https://evil.test' });
    expect((await fin.call('POST', '/passkeys', foreign)).body.code).toBe('invalid-input');
    await addPasskey(fin, key);
    const twice = (await gus.call<Asked>('POST', '/passkeys/ask')).body;
    expect((await gus.call('POST', '/passkeys', key.create(twice))).body.code).toBe('invalid-input');
  });

  it('opens nothing when its owner is off, and goes when they are invited anew', async () => {
    const [admin, ian] = [await hire(town, 'Adair', 'admin'), await hire(town, 'Ian')];
    const key = await addPasskey(ian);
    await admin.call('PUT', `/staff/${ian.id}`, { off: true });
    expect((await signInWith(key)).body.code).toBe('desk-sign-in');
    const { body } = await admin.call<{ invite: string; staff: Staff }>('POST', '/staff', {
      name: 'Ian',
      role: 'moderator',
    });
    expect(body.staff.passkeys).toBe(0);
    expect((await new Clerk(town).enrol(body.invite)).status).toBe(200);
    expect((await signInWith(key)).body.code).toBe('desk-sign-in');
  });
});
