import type { Me } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAgain, someone, start } from '../testing/test-people.ts';
import {
  type Browser,
  commit,
  foundCompany,
  openTown,
  signUp,
  someSeed,
  type Town,
  verify,
} from '../testing/test-town.ts';

let town: Town;
let founder: Browser;
beforeAll(async () => {
  town = await openTown();
  founder = await signUp(town, 'founder@home.test');
  await foundCompany(town, founder, 'harbour.com', 'logistics');
  await foundCompany(town, founder, 'garden.com', 'games');
});
afterAll(() => town.close());

describe('a work address', () => {
  it('is proved by the code sent to it, in the language of the member', async () => {
    const lin = await signUp(town, 'lin@home.test', 'zh');
    const reply = await verify(town, lin, 'Lin.Mo+tea@cn.harbour.com');
    expect((await town.mailTo('lin.mo@cn.harbour.com')).subject).toBe('茶馆：确认您的工作邮箱');
    expect(reply.body.employments).toEqual([
      {
        id: expect.any(String),
        company: {
          id: 'harbour',
          name: { zh: '青港', en: 'harbour' },
          industry: 'logistics',
          domains: ['harbour.com'],
        },
        ...{ standing: 'current', evidence: 'mailbox-code', verified: '2026-11-10', expires: '2027-05-10' },
        credentialFrom: null,
      },
    ]);
  });

  it('is kept as an HMAC only, and its code row is gone after use', async () => {
    const browser = await someone(town);
    await verify(town, browser, 'secret.person@harbour.com');
    const tables = ['employments', 'evidence_holders', 'evidence_pins', 'work_codes', 'accounts'];
    for (const table of tables) {
      const { rows } = await town.db.pool.query(`SELECT t::text AS row FROM ${table} t`);
      expect(rows.map(({ row }) => row).join()).not.toContain('secret.person');
    }
    const codes = `SELECT FROM work_codes w JOIN accounts a ON a.id = w.account_id WHERE a.email = $1`;
    expect(
      (await town.db.pool.query(codes, [(await browser.call<Me>('GET', '/me')).body.email])).rowCount,
    ).toBe(0);
  });

  it.each([
    ['lin@qq.com', 'free-mail'],
    ['hr@harbour.com', 'role-address'],
    ['lin@unheard-of.com', 'unknown-domain'],
    ['+@harbour.com', 'invalid-input'],
  ])('%s is refused: %s', async (email, code) => expect((await start(founder, email)).code).toBe(code));

  it('of a proposed company has to wait for the operator', async () => {
    const name = { zh: '新', en: 'New' };
    await founder.call('POST', '/companies', { name, industry: 'ai', domain: 'new.com' });
    const refused = await start(founder, 'lin@new.com');
    expect(refused.code).toBe('unknown-domain');
    expect(refused.body).toMatchObject({ detail: expect.stringContaining('waits') });
  });

  it('must be of the company whose page one came from', async () => {
    expect((await start(founder, 'lin@harbour.com', 'garden')).code).toBe('company-mismatch');
    expect((await start(founder, 'lin@harbour.com', 'harbour')).status).toBe(200);
  });

  it('gets at most five codes an hour, whoever asks', async () => {
    const [one, two] = [await someone(town), await someone(town)];
    for (const browser of [one, two, one, two, one]) {
      expect((await start(browser, 'flooded@harbour.com')).status).toBe(200);
    }
    expect((await start(two, 'flooded@harbour.com')).code).toBe('too-many');
  });
});

describe('a code', () => {
  it('counts five tries, for one employment of one member', async () => {
    const [mine, other] = [await someone(town), await someone(town)];
    const { employment } = (await start(mine, 'tries@harbour.com')).body;
    const { code } = await town.mailTo('tries@harbour.com');
    const confirm = (browser: Browser, text: string) =>
      browser.call('POST', `/employments/${employment}/confirm`, { code: text });
    expect((await confirm(other, code)).code).toBe('employment-unknown');
    const wrong = code === '111111' ? '222222' : '111111';
    for (let tries = 0; tries < 5; tries += 1) expect((await confirm(mine, wrong)).code).toBe('code-wrong');
    expect((await confirm(mine, code)).code).toBe('code-exhausted');
  });

  it('can not be tried more often by trying all at once', async () => {
    const mine = await someone(town);
    const { employment } = (await start(mine, 'parallel@harbour.com')).body;
    const { code } = await town.mailTo('parallel@harbour.com');
    const wrong = code === '111111' ? '222222' : '111111';
    const tries = Array.from({ length: 12 }, () =>
      mine.call('POST', `/employments/${employment}/confirm`, { code: wrong }),
    );
    const codes = (await Promise.all(tries)).map((reply) => reply.code);
    expect(codes.filter((text) => text === 'code-wrong')).toHaveLength(5);
    expect(codes.filter((text) => text === 'code-exhausted')).toHaveLength(7);
  });

  it('confirms once, of two at once', async () => {
    const mine = await someone(town);
    const { employment } = (await start(mine, 'double@harbour.com')).body;
    const { code } = await town.mailTo('double@harbour.com');
    const confirm = () => mine.call<Me>('POST', `/employments/${employment}/confirm`, { code });
    const replies = await Promise.all([confirm(), confirm(), confirm()]);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter((reply) => reply.code === 'employment-unknown')).toHaveLength(2);
  });

  it('ends after fifteen minutes', async () => {
    const own = await openTown();
    const mine = await someone(own);
    await foundCompany(own, mine, 'harbour.com');
    const { employment } = (await start(mine, 'slow@harbour.com')).body;
    const { code } = await own.mailTo('slow@harbour.com');
    own.clock.advance(20 * 60_000 + 1);
    const late = await mine.call('POST', `/employments/${employment}/confirm`, { code });
    expect(late.code).toBe('employment-unknown');
    await own.close();
  });
});

describe('one mailbox', () => {
  it('stands for one member at a time: of two who confirm at once, one is refused', async () => {
    const two = [await someone(town), await someone(town)];
    const started: { browser: Browser; employment: string; code: string }[] = [];
    for (const browser of two) {
      const { employment } = (await start(browser, 'shared@harbour.com')).body;
      started.push({ browser, employment, code: (await town.mailTo('shared@harbour.com')).code });
    }
    const replies = await Promise.all(
      started.map(({ browser, employment, code }) =>
        browser.call('POST', `/employments/${employment}/confirm`, { code }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.map(({ code }) => code)).toContain('mailbox-taken');
  });

  it('stands for the next member after the employment ran out, and tags make no second one', async () => {
    const own = await openTown();
    const [old, young] = [await someone(own), await someone(own)];
    await foundCompany(own, old, 'harbour.com');
    await verify(own, old, 'desk@harbour.com');
    expect((await verify(own, young, 'Desk+2@harbour.com')).code).toBe('mailbox-taken');
    own.clock.set('2027-05-10T12:00:00Z');
    await signInAgain(young);
    expect((await verify(own, young, 'desk@harbour.com')).code).toBe('mailbox-taken');
    own.clock.advance(86_400_000);
    const taken = await verify(own, young, 'desk@harbour.com');
    expect(taken.status).toBe(200);
    expect(taken.body.employments[0]).toMatchObject({ standing: 'current', expires: '2027-11-11' });
    await signInAgain(old);
    const me = await old.call<Me>('GET', '/me');
    expect(me.body.employments[0]).toMatchObject({ standing: 'former' });
    await own.close();
  });

  it('is let go when the member proves another one of the same company', async () => {
    const [mine, other] = [await someone(town), await someone(town)];
    const first = await verify(town, mine, 'old.desk@harbour.com');
    const moved = await verify(town, mine, 'new.desk@harbour.com');
    expect(moved.body.employments).toHaveLength(1);
    expect(moved.body.employments[0]?.id).toBe(first.body.employments[0]?.id);
    expect((await verify(town, other, 'old.desk@harbour.com')).status).toBe(200);
  });
});

describe('statements', () => {
  it('are at most eight to write', async () => {
    const browser = await someone(town);
    const count = async (work: () => Promise<unknown>) => (await countStatements(work)).statements.length;
    const confirm = async (email: string) => {
      const { employment } = (await start(browser, email)).body;
      const { code } = await town.mailTo(email);
      return count(() => browser.call('POST', `/employments/${employment}/confirm`, { code }));
    };
    expect(await count(() => start(browser, 'count0@harbour.com'))).toBeLessThanOrEqual(8);
    expect(await confirm('count1@harbour.com')).toBeLessThanOrEqual(8);
    expect(await count(() => commit(town, browser, someSeed()))).toBeLessThanOrEqual(8);
    expect(await confirm('count2@garden.com')).toBeLessThanOrEqual(8);
    expect(await confirm('count3@garden.com')).toBeLessThanOrEqual(8);
  });
});
