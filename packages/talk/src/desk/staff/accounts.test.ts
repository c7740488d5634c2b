import type { Staff } from '@teahouse/contract/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTown, type Town } from '../../testing/town.ts';
import { Clerk, deskSettings, hire } from '../testing/clerk.ts';
import { changeStaff, inviteStaff } from './people.ts';

let town: Town;
let admin: Clerk;
beforeAll(async () => {
  town = await startTown(deskSettings);
  admin = await hire(town, 'Adair', 'admin');
});
afterAll(() => town.stop());

const minutes = (n: number) => n * 60_000;
const invite = async (name: string, role = 'moderator') =>
  (await admin.call<{ invite: string; staff: Staff }>('POST', '/staff', { name, role })).body;

describe('an invitation', () => {
  it('makes an account with a password and an authenticator, and signs in', async () => {
    const { invite: link, staff } = await invite('Bea', 'senior');
    expect(staff).toMatchObject({ name: 'Bea', role: 'senior', state: 'invited', passkeys: 0 });
    const bea = new Clerk(town);
    const asked = await bea.call<{ uri: string }>('POST', '/enrol', { invite: link, password: bea.password });
    expect(asked.body.uri).toMatch(/^otpauth:\/\/totp\/tea\.example:Bea\?/);
    expect((await bea.enrol(link)).body).toMatchObject({ name: 'Bea', role: 'senior', state: 'active' });
    expect((await bea.call<Staff>('GET', '/me')).body).toMatchObject({ id: staff.id, name: 'Bea' });
  });

  it('counts once', async () => {
    const { invite: link } = await invite('Cai');
    expect((await new Clerk(town).enrol(link)).status).toBe(200);
    expect((await new Clerk(town).enrol(link)).body.code).toBe('invite-unknown');
  });

  it('counts once of two who race', async () => {
    const { invite: link } = await invite('Dai');
    const both = await Promise.all([new Clerk(town).enrol(link), new Clerk(town).enrol(link)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  it('counts for two days', async () => {
    const { invite: link } = await invite('Eve');
    town.clock.advance(minutes(48 * 60 - 5));
    expect(
      (await new Clerk(town).call('POST', '/enrol', { invite: link, password: 'x'.repeat(12) })).status,
    ).toBe(200);
    town.clock.advance(minutes(10));
    expect((await new Clerk(town).enrol(link)).body.code).toBe('invite-unknown');
    await admin.signIn();
    expect((await invite('Eve')).staff.state).toBe('invited'); // and can be made anew
  });

  it('is nothing without the code of the authenticator, and stays until there is one', async () => {
    const { invite: link } = await invite('Fay');
    const fay = new Clerk(town);
    const body = { invite: link, password: fay.password, code: '000000' };
    expect((await fay.call('POST', '/enrol/confirm', body)).body.code).toBe('desk-sign-in');
    expect((await fay.call('POST', '/enrol/confirm', { ...body, password: 'short' })).body.code).toBe(
      'invalid-input',
    );
    expect((await fay.enrol(link)).status).toBe(200);
  });

  it('is for no name that somebody has, however it is written', async () => {
    expect((await admin.call('POST', '/staff', { name: ' aDAIR ', role: 'moderator' })).body.code).toBe(
      'name-taken',
    );
  });
});

describe('signing in', () => {
  it('takes name, password and code; whatever is wrong, the answer is one', async () => {
    const gil = await hire(town, 'Gil');
    const { invite: unused } = await invite('Hal');
    expect(unused).toHaveLength(43);
    town.clock.advance(minutes(1));
    const code = gil.codeAt();
    const wrong = [
      { name: 'nobody' },
      { name: 'Hal' },
      { password: 'a wrong password' },
      { code: '000000' },
      { code: gil.codeAt(-2) },
      { code: gil.codeAt(2) },
    ];
    for (const given of wrong.slice(0, 4)) {
      const { status, body } = await gil.signIn({ code, ...given });
      expect([status, body.code]).toEqual([401, 'desk-sign-in']);
    }
    expect((await gil.signIn({ name: 'gIL' })).body).toMatchObject({ name: 'Gil', state: 'active' });
    for (const given of wrong.slice(4)) expect((await gil.signIn(given)).status).toBe(401);
  });

  it('takes no code twice, and none of a step before', async () => {
    const ivy = await hire(town, 'Ivy');
    expect((await ivy.signIn()).body.code).toBe('desk-sign-in'); // its step made the account
    town.clock.advance(minutes(1));
    const [before, code] = [ivy.codeAt(-1), ivy.codeAt()];
    expect((await ivy.signIn({ code })).status).toBe(200);
    expect((await ivy.signIn({ code })).body.code).toBe('desk-sign-in');
    expect((await ivy.signIn({ code: before })).body.code).toBe('desk-sign-in');
    town.clock.advance(30_000);
    const race = await Promise.all([ivy.signIn(), ivy.signIn()]);
    expect(race.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('burns no code with a wrong password', async () => {
    const jon = await hire(town, 'Jon');
    town.clock.advance(minutes(1));
    expect((await jon.signIn({ password: 'a wrong password' })).status).toBe(401);
    expect((await jon.signIn()).status).toBe(200);
  });

  it('lasts twelve hours', async () => {
    const kay = await hire(town, 'Kay');
    town.clock.advance(minutes(12 * 60 - 1));
    expect((await kay.call('GET', '/me')).status).toBe(200);
    town.clock.advance(minutes(2));
    expect((await kay.call('GET', '/me')).body.code).toBe('desk-signed-out');
    expect((await admin.signIn()).status).toBe(200);
  });

  it('ends everywhere, also for a copy of the cookie', async () => {
    const lea = await hire(town, 'Lea');
    const copy = new Clerk(town);
    copy.jar.set('teahouse_desk', lea.jar.get('teahouse_desk') ?? '');
    expect((await copy.call('GET', '/me')).status).toBe(200);
    expect((await lea.call('POST', '/session/end')).status).toBe(204);
    expect(lea.jar.has('teahouse_desk')).toBe(false);
    expect((await copy.call('GET', '/me')).body.code).toBe('desk-signed-out');
  });
});

describe('guessing', () => {
  it('makes strangers wait, and not whoever signed in there before', async () => {
    const mia = await hire(town, 'Mia');
    town.clock.advance(minutes(1));
    const stranger = new Clerk(town);
    const guess = { name: 'Mia', password: 'a wrong password', code: '000000' };
    const tries = [];
    for (let i = 0; i < 6; i++) tries.push(await stranger.call('POST', '/session', guess));
    expect(tries.map(({ body }) => body.code)).toEqual([...Array(5).fill('desk-sign-in'), 'too-many']);
    expect(Number(tries.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await mia.signIn()).status).toBe(200);
    stranger.jar.set('teahouse_desk_known', `abc.${'A'.repeat(43)}`);
    expect((await stranger.call('POST', '/session', guess)).body.code).toBe('too-many');
  });

  it('makes a browser of their own wait too, once it guesses', async () => {
    const ned = await hire(town, 'Ned');
    town.clock.advance(minutes(1));
    for (let i = 0; i < 5; i++) await ned.signIn({ password: 'a wrong password' });
    expect((await ned.signIn()).body.code).toBe('too-many');
  });
});

describe('the staff', () => {
  it('is listed with roles and states, and nothing that opens a door', async () => {
    const { body } = await admin.call<{ staff: Staff[] }>('GET', '/staff');
    const mine = body.staff.find(({ name }) => name === 'Adair');
    expect(mine).toEqual({ id: admin.id, name: 'Adair', role: 'admin', state: 'active', passkeys: 0 });
  });

  it('gets another role at once', async () => {
    const oli = await hire(town, 'Oli');
    expect((await oli.call('GET', '/staff')).body.code).toBe('desk-role');
    await admin.call('PUT', `/staff/${oli.id}`, { role: 'admin' });
    expect((await oli.call('GET', '/staff')).status).toBe(200);
    await admin.call('PUT', `/staff/${oli.id}`, { role: 'moderator' });
    expect((await oli.call('GET', '/staff')).body.code).toBe('desk-role');
  });

  it('is let in no more when off, and again when on, but not by an old cookie', async () => {
    const pia = await hire(town, 'Pia');
    expect((await admin.call<Staff>('PUT', `/staff/${pia.id}`, { off: true })).body.state).toBe('off');
    expect((await pia.call('GET', '/me')).body.code).toBe('desk-signed-out');
    town.clock.advance(minutes(1));
    expect((await pia.signIn()).body.code).toBe('desk-sign-in');
    expect((await admin.call<Staff>('PUT', `/staff/${pia.id}`, { off: false })).body.state).toBe('active');
    expect((await pia.call('GET', '/me')).body.code).toBe('desk-signed-out');
    expect((await pia.signIn()).status).toBe(200);
  });

  it('comes back with another authenticator when it is off and invited anew', async () => {
    const quin = await hire(town, 'Quin', 'senior');
    await admin.call('PUT', `/staff/${quin.id}`, { off: true });
    const { invite: link, staff } = await invite('quin');
    expect(staff).toMatchObject({ id: quin.id, name: 'Quin', role: 'moderator', state: 'invited' });
    const anew = new Clerk(town);
    expect((await anew.enrol(link)).status).toBe(200);
    expect(anew.secret).not.toBe(quin.secret);
    town.clock.advance(minutes(1));
    expect((await quin.signIn()).body.code).toBe('desk-sign-in');
  });

  it('an invitation ends where its name is put off', async () => {
    const { invite: link, staff } = await invite('Rex');
    await admin.call('PUT', `/staff/${staff.id}`, { off: true });
    await admin.call('PUT', `/staff/${staff.id}`, { off: false });
    expect((await new Clerk(town).enrol(link)).body.code).toBe('invite-unknown');
  });

  it('always has somebody who may change it, also where two leave at once', async () => {
    const other = await startTown(deskSettings);
    try {
      const [one, two] = [await hire(other, 'One', 'admin'), await hire(other, 'Two', 'admin')];
      const results = await Promise.allSettled(
        [one.id, two.id].map((id) => changeStaff(other.db.pool, id, { role: 'moderator' })),
      );
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const left = results[0]?.status === 'rejected' ? one : two;
      expect((await left.call('PUT', `/staff/${left.id}`, { off: true })).body.code).toBe('last-admin');
      expect((await left.call('PUT', '/staff/00000000-0000-4000-8000-000000000000', {})).body.code).toBe(
        'not-found',
      );
    } finally {
      await other.stop();
    }
  });
});

describe('the database', () => {
  it('holds neither password nor secret nor invitation nor when somebody signed in', async () => {
    const tia = await hire(town, 'Tia');
    const { invite: link } = await inviteStaff(town.db.pool, town.clock.now(), {
      name: 'Una',
      role: 'moderator',
    });
    const { rows } = await town.db.pool.query<{ row: string }>('SELECT s::text AS row FROM staff s');
    const all = rows.map(({ row }) => row).join('\n');
    const step = Math.floor(town.clock.now().getTime() / 30_000);
    const secret = Buffer.from(tia.secret);
    const hidden = [
      tia.password,
      tia.secret,
      secret.toString('hex'),
      Buffer.from(link, 'base64url').toString('hex'),
    ];
    for (const one of [...hidden, step.toString(16), String(step)]) expect(all).not.toContain(one);
    expect(all).toContain('$argon2id$');
  });
});
