import type { Me } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTown, password, signUp, type Town } from '../testing/test-town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const form = (email: string) => ({ email, password, name: '林墨', locale: 'zh' });

describe('signing up', () => {
  it('makes an account of the address once its code comes back, and signs in', async () => {
    const browser = town.browser();
    const asked = await browser.call('POST', '/accounts', form('Mo@Home.test'));
    expect(asked).toMatchObject({ status: 200, body: { sent: true } });
    const mail = await town.mailTo('mo@home.test');
    expect(mail.subject).toBe('茶馆：确认您的邮箱');
    const done = await browser.call<Me>('POST', '/accounts/confirm', {
      email: 'mo@home.test',
      code: mail.code,
    });
    expect(done.body).toMatchObject({ email: 'mo@home.test', name: '林墨', locale: 'zh', employments: [] });
    expect(done.body).toMatchObject({ committed: false, commitment: null });
    expect((await browser.call<Me>('GET', '/me')).body.id).toBe(done.body.id);
  });

  it('answers the same, in the same statements, where the address has an account, and mails that it has', async () => {
    await signUp(town, 'twice@home.test');
    const ask = (email: string) =>
      countStatements(() => town.browser().call('POST', '/accounts', form(email)));
    const [known, unknown] = [await ask('twice@home.test'), await ask('never@home.test')];
    expect(known.statements).toEqual(unknown.statements);
    expect(known.result.status).toBe(unknown.result.status);
    expect(known.result.body).toEqual(unknown.result.body);
    expect(Object.keys(known.result.headers).sort()).toEqual(Object.keys(unknown.result.headers).sort());
    expect((await town.mailTo('twice@home.test')).subject).toBe('茶馆：您已经有账号了');
    const rows = await town.db.pool.query('SELECT tries, length(code) AS code FROM sign_ups ORDER BY email');
    expect(new Set(rows.rows.map((row) => JSON.stringify(row))).size).toBe(1);
  });

  it('tells wrong codes of a known and an unknown address in the same words, down to the last try', async () => {
    await signUp(town, 'tried@home.test');
    const answers = async (email: string) => {
      const browser = town.browser();
      await browser.call('POST', '/accounts', form(email));
      const codes: unknown[] = [];
      for (let tries = 0; tries < 7; tries += 1) {
        const { status, code } = await browser.call('POST', '/accounts/confirm', { email, code: '000000' });
        codes.push([status, code]);
      }
      return codes;
    };
    const known = await answers('tried@home.test');
    expect(known).toEqual(await answers('untried@home.test'));
    expect(known[4]).toEqual([422, 'code-wrong']);
    expect(known[5]).toEqual([429, 'code-exhausted']);
  });

  it('refuses the right code after five wrong ones', async () => {
    const browser = town.browser();
    await browser.call('POST', '/accounts', form('late@home.test'));
    const { code } = await town.mailTo('late@home.test');
    const wrong = code === '111111' ? '222222' : '111111';
    for (let tries = 0; tries < 5; tries += 1) {
      await browser.call('POST', '/accounts/confirm', { email: 'late@home.test', code: wrong });
    }
    const last = await browser.call('POST', '/accounts/confirm', { email: 'late@home.test', code });
    expect(last.code).toBe('code-exhausted');
  });

  it('refuses a code after fifteen minutes, and sweeps its row away', async () => {
    const own = await openTown();
    const browser = own.browser();
    await browser.call('POST', '/accounts', form('slow@home.test'));
    const { code } = await own.mailTo('slow@home.test');
    const { rows } = await own.db.pool.query<{ expires: Date }>('SELECT expires FROM sign_ups');
    expect(rows[0]!.expires.getTime() % 300_000).toBe(0);
    own.clock.advance(20 * 60_000 + 1);
    const late = await browser.call('POST', '/accounts/confirm', { email: 'slow@home.test', code });
    expect(late.code).toBe('code-wrong');
    await own.members.startJobs();
    await own.members.idle();
    expect((await own.db.pool.query('SELECT FROM sign_ups')).rowCount).toBe(0);
    await own.close();
  });

  it('takes a code only from the browser that asked for it', async () => {
    await town.browser().call('POST', '/accounts', form('victim@home.test'));
    const { code } = await town.mailTo('victim@home.test');
    const other = town.browser();
    await other.call('POST', '/accounts', form('victim@home.test'));
    const refused = await other.call('POST', '/accounts/confirm', { email: 'victim@home.test', code });
    expect(refused.code).toBe('code-wrong');
  });

  it('makes one account of two confirmations at once', async () => {
    const browser = town.browser();
    await browser.call('POST', '/accounts', form('race@home.test'));
    const { code } = await town.mailTo('race@home.test');
    const confirm = () => browser.call('POST', '/accounts/confirm', { email: 'race@home.test', code });
    const replies = await Promise.all(Array.from({ length: 8 }, confirm));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ code: refused }) => refused === 'code-wrong')).toHaveLength(7);
  });

  it('refuses a name with a control character or a turned direction, and a short password', async () => {
    for (const change of [{ name: 'a\u202eb' }, { name: 'a\nb' }, { password: 'short' }, { email: 'x' }]) {
      const reply = await town.browser().call('POST', '/accounts', { ...form('odd@home.test'), ...change });
      expect(reply.code).toBe('invalid-input');
    }
  });

  it('sends at most five codes an hour to one address', async () => {
    const ask = () => town.browser().call('POST', '/accounts', form('flood@home.test'));
    for (let sent = 0; sent < 5; sent += 1) expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect(refused.code).toBe('too-many');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('signing in', () => {
  const signIn = (email: string, secret: string, browser = town.browser()) =>
    browser.call('POST', '/session', { email, password: secret });

  it('takes the password, in whatever way its characters were composed', async () => {
    await signUp(town, 'in@home.test');
    expect((await signIn('IN@home.test', password)).status).toBe(200);
  });

  it('says the same of a wrong password and of an unknown address, in the same statements', async () => {
    await signUp(town, 'same@home.test');
    const known = await countStatements(() => signIn('same@home.test', 'not the password'));
    const unknown = await countStatements(() => signIn('nobody@home.test', 'not the password'));
    expect(known.statements).toEqual(unknown.statements);
    expect(known.result.body).toEqual(unknown.result.body);
    expect(known.result.code).toBe('wrong-credentials');
  });

  it('reminds the browser that signed up, and nobody else, of the code', async () => {
    const browser = town.browser();
    await browser.call('POST', '/accounts', form('later@home.test'));
    expect((await signIn('later@home.test', password, browser)).code).toBe('email-unconfirmed');
    expect((await signIn('later@home.test', 'not the password', browser)).code).toBe('wrong-credentials');
    expect((await signIn('later@home.test', password)).code).toBe('wrong-credentials');
  });

  it('does not tell by that reminder whether an address has an account', async () => {
    await signUp(town, 'guessed@home.test');
    const reminded = async (email: string) => {
      const browser = town.browser();
      await browser.call('POST', '/accounts', { ...form(email), password: 'the guesser knows this' });
      return (await signIn(email, 'the guesser knows this', browser)).code;
    };
    expect(await reminded('guessed@home.test')).toBe(await reminded('unguessed@home.test'));
  });

  it('makes a stranger wait after ten wrong passwords, but not a browser that was here before', async () => {
    const mine = await signUp(town, 'locked@home.test');
    await mine.call('DELETE', '/session');
    for (let tries = 0; tries < 10; tries += 1) await signIn('locked@home.test', `guess number ${tries}`);
    const stranger = await signIn('locked@home.test', password);
    expect(stranger.code).toBe('too-many');
    expect(Number(stranger.headers['retry-after'])).toBeLessThanOrEqual(15 * 60);
    expect((await signIn('locked@home.test', password, mine)).status).toBe(200);
  });

  it('does not take a made-up mark of having been here', async () => {
    const browser = town.browser();
    await signUp(town, 'marked@home.test');
    for (let tries = 0; tries < 10; tries += 1) await signIn('marked@home.test', `guess number ${tries}`);
    browser.cookies.set('teahouse_known', `${'a'.repeat(22)}.${'a'.repeat(43)}`);
    expect((await signIn('marked@home.test', password, browser)).code).toBe('too-many');
  });

  it('takes a password whose hash was made at another cost, and leaves the hash as it is', async () => {
    await signUp(town, 'dated@home.test');
    const { hash } = await import('@node-rs/argon2');
    const { password: secret } = town.members.context.keys;
    const old = await hash(password, { memoryCost: 32, timeCost: 1, parallelism: 1, secret });
    await town.db.pool.query("UPDATE accounts SET password = $1 WHERE email = 'dated@home.test'", [old]);
    expect((await signIn('dated@home.test', password)).status).toBe(200);
    const kept = "SELECT password FROM accounts WHERE email = 'dated@home.test'";
    expect((await town.db.pool.query(kept)).rows).toEqual([{ password: old }]);
  });
});

describe('requests', () => {
  it('take at most three statements to read and eight to write', async () => {
    const browser = town.browser();
    const count = async (method: string, path: string, body?: unknown) =>
      (await countStatements(() => browser.call(method, path, body))).statements.length;
    expect(await count('POST', '/accounts', form('count@home.test'))).toBeLessThanOrEqual(8);
    const { code } = await town.mailTo('count@home.test');
    expect(await count('POST', '/accounts/confirm', { email: 'count@home.test', code })).toBeLessThanOrEqual(
      8,
    );
    expect(await count('GET', '/me')).toBeLessThanOrEqual(3);
    expect(await count('GET', '/sessions')).toBeLessThanOrEqual(3);
    expect(await count('POST', '/session', { email: 'count@home.test', password })).toBeLessThanOrEqual(8);
  });
});
