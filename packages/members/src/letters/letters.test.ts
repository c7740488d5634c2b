import type { Me, Verification } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LetterTown, letter, openLetterTown, type Provider, signed } from '../testing/test-letters.ts';
import { someone } from '../testing/test-people.ts';
import { type Browser, commit, foundCompany, someSeed, verify } from '../testing/test-town.ts';

let town: LetterTown;
let harbour: Provider;
let lin: Browser;
beforeAll(async () => {
  town = await openLetterTown();
  lin = await someone(town);
  await foundCompany(town, lin, 'harbour.com', 'logistics');
  await foundCompany(town, lin, 'garden.com', 'games');
  await foundCompany(town, lin, 'strict.com', 'games');
  harbour = town.provide('harbour.com');
});
afterAll(() => town.close());

const begin = async (browser: Browser, company?: string) =>
  (await browser.call<{ address: string; until: string }>('POST', '/letters', company ? { company } : {}))
    .body;
const employments = async (browser: Browser) => (await browser.call<Me>('GET', '/me')).body.employments;
const fate = async (browser: Browser) =>
  (await browser.call<Verification>('GET', '/verification')).body.letter;

/** Somebody new with an address to write to; sends a letter there and tells what came of it. */
async function attempt(make: (to: string) => Promise<string>, options?: { from?: string; company?: string }) {
  const browser = await someone(town);
  const { address } = await begin(browser, options?.company);
  const said = await town.deliver(address, await make(address), options);
  return { browser, address, said, fault: (await fate(browser)).fault, proven: await employments(browser) };
}
let workers = 0;
const worker = (domain = 'harbour.com') => {
  workers += 1;
  return `worker${workers}@${domain}`;
};

describe('a letter', () => {
  it('from the work address proves it, and is gone', async () => {
    const browser = await someone(town);
    expect(await fate(browser)).toEqual({ open: true, waits: false, fault: null });
    const { address, until } = await begin(browser);
    expect(address).toMatch(/^verify\+[a-z2-9]{20}@in\.tea\.test$/);
    expect(until).toBe('2026-11-11');
    expect(await fate(browser)).toEqual({ open: true, waits: true, fault: null });
    const text = letter({
      from: 'Lin Mo <Lin.Mo+tea@cn.harbour.com>',
      to: `<${address}>`,
      subject: 'Verify',
    });
    expect(await town.deliver(address, await signed(text, harbour))).toMatch(/^250 /);
    expect(await employments(browser)).toMatchObject([
      { company: { id: 'harbour' }, evidence: 'mailbox-mail', standing: 'current', expires: '2027-05-10' },
    ]);
    expect(await fate(browser)).toEqual({ open: true, waits: false, fault: null });
  });

  it('leaves nothing of itself but the pin: no address, no subject, no time, no word', async () => {
    const { proven } = await attempt((to) =>
      signed(letter({ from: 'hidden.person@harbour.com', to, body: 'marked-words-of-a-letter' }), harbour),
    );
    expect(proven).toHaveLength(1);
    const { rows: tables } = await town.db.pool.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
    );
    for (const { name } of tables) {
      const { rows } = await town.db.pool.query(`SELECT t::text AS row FROM ${name} t`);
      expect(rows.map(({ row }) => row).join()).not.toMatch(/hidden\.person|marked-words|mail\.harbour\.com/);
    }
    expect(town.log.join('')).not.toMatch(/hidden\.person|marked-words|harbour/);
  });

  it('is the same evidence as a code to the same mailbox: one pin, one voice', async () => {
    const [coded, wrote] = [await someone(town), await someone(town)];
    await verify(town, coded, 'twice@harbour.com');
    const { address } = await begin(wrote);
    const text = await signed(letter({ from: 'Twice+x@harbour.com', to: address }), harbour);
    await town.deliver(address, text);
    expect((await fate(wrote)).fault).toBe('mailbox-taken');
    expect(await employments(wrote)).toEqual([]);
    const own = await begin(coded);
    await town.deliver(
      own.address,
      await signed(letter({ from: 'twice@harbour.com', to: own.address }), harbour),
    );
    expect(await employments(coded)).toMatchObject([{ evidence: 'mailbox-mail' }]);
    const { rows } = await town.db.pool.query(
      'SELECT count(DISTINCT pin)::int AS n FROM employments e WHERE pin = $1',
      [town.members.context.keys.pin('twice@harbour.com')],
    );
    expect(rows[0].n).toBe(1);
  });

  it('pins the commitment that the account has', async () => {
    const browser = await someone(town);
    await verify(town, browser, worker('garden.com'));
    await commit(town, browser, someSeed());
    const { address } = await begin(browser);
    await town.deliver(address, await signed(letter({ from: worker(), to: address }), harbour));
    expect((await employments(browser)).map(({ credentialFrom }) => credentialFrom)).toEqual([
      '2026-11',
      '2026-11',
    ]);
  });

  it.each([['relaxed/relaxed'], ['simple/simple']])(
    'may be signed in the form %s',
    async (canonicalization) => {
      const { proven } = await attempt((to) =>
        signed(letter({ from: worker(), to }), harbour, { canonicalization }),
      );
      expect(proven).toHaveLength(1);
    },
  );

  it('may have a second signature, of a provider that says nothing about the author', async () => {
    const mass = town.provide('mass-mailer.com');
    const { proven } = await attempt(async (to) =>
      signed(await signed(letter({ from: worker(), to }), harbour), mass),
    );
    expect(proven).toHaveLength(1);
  });
});

describe('a forged letter', () => {
  it('without a signature proves nothing, and its sender is told the same as any other', async () => {
    const { said, fault, proven } = await attempt(async (to) => letter({ from: worker(), to }));
    expect([said.slice(0, 3), fault, proven]).toEqual(['250', 'unsigned', []]);
  });

  it('signed with another key proves nothing', async () => {
    const { privateKey } = town.provide('elsewhere.com');
    const { fault } = await attempt((to) =>
      signed(letter({ from: worker(), to }), { domain: 'harbour.com', privateKey }),
    );
    expect(fault).toBe('unsigned');
  });

  it.each([
    ['words', (text: string) => text.replace('Good morning', 'Good evening')],
    ['author', (text: string) => text.replace(/From: worker\d+@/, 'From: boss@')],
    [
      'code',
      (text: string) =>
        text.replace(/(To: verify\+)(\w)/, (_, to, first) => to + (first === 'z' ? 'y' : 'z')),
    ],
  ])('with other %s than were signed proves nothing', async (_what, forge) => {
    const { fault, proven } = await attempt(async (to) =>
      forge(await signed(letter({ from: worker(), to }), harbour)),
    );
    expect(['unsigned', 'malformed']).toContain(fault);
    expect(proven).toEqual([]);
  });

  it('of somebody who signs for a domain of his own is not aligned', async () => {
    const evil = town.provide('evil.com');
    const lookalike = town.provide('harbour.com.evil.com');
    for (const by of [evil, lookalike]) {
      const { fault } = await attempt((to) => signed(letter({ from: worker(), to }), by));
      expect(fault).toBe('misaligned');
    }
  });

  it('in the name of a domain below a shared suffix is not aligned with its neighbour', async () => {
    const neighbour = town.provide('evil.github.io');
    const { fault } = await attempt((to) => signed(letter({ from: 'lin@harbour.github.io', to }), neighbour));
    expect(fault).toBe('misaligned');
  });

  it('with a length that leaves room for more is refused', async () => {
    const { fault } = await attempt(
      async (to) => `${await signed(letter({ from: worker(), to }), harbour, { maxBodyLength: 5 })}more\r\n`,
    );
    expect(fault).toBe('partial');
  });

  it.each([['To'], ['Subject']])(
    'whose signature leaves out %s is refused: any mail could be sent on to us',
    async (left) => {
      const headerList = ['From', 'To', 'Subject', 'Date'].filter((name) => name !== left);
      const { fault } = await attempt((to) =>
        signed(letter({ from: worker(), to }), harbour, { headerList }),
      );
      expect(fault).toBe('partial');
    },
  );

  it.each([
    ['a second author', (to: string) => letter({ from: 'a@harbour.com, b@harbour.com', to })],
    [
      'a second From field',
      (to: string) => letter({ from: worker(), to, headers: ['From: boss@harbour.com'] }),
    ],
    [
      'an author in the name of the author',
      (to: string) => letter({ from: '"boss@harbour.com" <evil@harbour.com>', to }),
    ],
    ['no author', (to: string) => letter({ from: 'undisclosed:;', to })],
    ['a second recipient', (to: string) => letter({ from: worker(), to: `${to}, friend@garden.com` })],
    ['a second To field', (to: string) => letter({ from: worker(), to, headers: [`To: ${to}`] })],
  ])('with %s is refused', async (_what, make) => {
    const { fault, proven } = await attempt((to) => signed(make(to), harbour));
    expect([fault, proven]).toEqual(['malformed', []]);
  });

  it('with unsigned fields put on top of the signed ones is refused', async () => {
    const { fault } = await attempt(
      async (to) => `From: boss@harbour.com\r\n${await signed(letter({ from: worker(), to }), harbour)}`,
    );
    expect(fault).toBe('malformed');
  });

  it('is refused when the key is revoked, in testing, too short, or of an old hash', async () => {
    const name = 'tea._domainkey.garden.com';
    const garden = town.provide('garden.com');
    const good = town.dns.txt.get(name) ?? '';
    const by = async (record: string, options = {}) => {
      town.dns.txt.set(name, record);
      return (await attempt((to) => signed(letter({ from: worker('garden.com'), to }), garden, options)))
        .fault;
    };
    expect(await by('v=DKIM1; k=rsa; p=')).toBe('unsigned');
    expect(await by(good.replace('v=DKIM1;', 'v=DKIM1; t=y;'))).toBe('unsigned');
    expect(await by(good, { algorithm: 'rsa-sha1' })).toBe('unsigned');
    expect(await by(good, { expires: new Date('2026-11-10T09:29:30Z') })).toBe('unsigned');
    const short = town.provide('garden.com', 512);
    expect((await attempt((to) => signed(letter({ from: worker('garden.com'), to }), short))).fault).toBe(
      'unsigned',
    );
  });

  it('is refused when it passes by ARC alone', async () => {
    const arc = [
      'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=harbour.com; s=tea; b=AAAA',
      'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=harbour.com; s=tea; h=from:to:subject; bh=AAAA; b=AAAA',
      'ARC-Authentication-Results: i=1; in.tea.test; dkim=pass header.d=harbour.com; dmarc=pass',
      'Authentication-Results: in.tea.test; dkim=pass header.d=harbour.com; dmarc=pass; spf=pass',
    ];
    const { fault } = await attempt(async (to) => letter({ from: worker(), to, headers: arc }));
    expect(fault).toBe('unsigned');
  });
});

describe('DMARC', () => {
  it('that asks for strict alignment gets it', async () => {
    const strict = town.provide('strict.com');
    const send = async () =>
      attempt((to) => signed(letter({ from: worker('mail.strict.com'), to }), strict)).then(
        ({ fault, proven }) => [fault, proven.length],
      );
    expect(await send()).toEqual([null, 1]);
    town.dns.txt.set('_dmarc.strict.com', 'v=DMARC1; p=reject; adkim=s');
    expect(await send()).toEqual(['dmarc', 0]);
    town.dns.txt.set('_dmarc.strict.com', 'v=DMARC1; p=reject');
    expect(await send()).toEqual([null, 1]);
  });

  it('that can not be asked for now is no agreement: the letter may be sent again', async () => {
    town.dns.broken.add('_dmarc.harbour.com');
    const browser = await someone(town);
    const { address } = await begin(browser);
    const text = await signed(letter({ from: worker(), to: address }), harbour);
    await town.deliver(address, text);
    expect(await fate(browser)).toEqual({ open: true, waits: true, fault: 'dns' });
    town.dns.broken.clear();
    await town.deliver(address, text);
    expect(await employments(browser)).toHaveLength(1);
  });
});

describe('a replayed letter', () => {
  it('proves nothing a second time, to the same code or with it', async () => {
    const first = await someone(town);
    const { address } = await begin(first);
    const text = await signed(letter({ from: worker(), to: address }), harbour);
    await town.deliver(address, text);
    expect(await employments(first)).toHaveLength(1);
    expect(await town.deliver(address, text)).toMatch(/^250 /);
    const thief = await someone(town);
    const own = await begin(thief);
    // The envelope is the thief's to write; what was signed is not.
    await town.deliver(own.address, text);
    expect([(await fate(thief)).fault, await employments(thief)]).toEqual(['malformed', []]);
    await town.deliver(own.address, text.replace(`To: ${address}`, `To: ${own.address}`));
    expect([(await fate(thief)).fault, await employments(thief)]).toEqual(['unsigned', []]);
  });

  it('that a colleague sent for another purpose can not be sent on to us', async () => {
    const { fault } = await attempt(() =>
      signed(letter({ from: 'colleague@harbour.com', to: 'thief@post.com', subject: 'verify' }), harbour),
    );
    expect(fault).toBe('malformed');
  });

  it('counts once of two that arrive at once', async () => {
    const browser = await someone(town);
    const { address } = await begin(browser);
    const texts = await Promise.all(
      [worker(), worker()].map((from) => signed(letter({ from, to: address }), harbour)),
    );
    await Promise.all(texts.map((text) => town.deliver(address, text)));
    expect(await employments(browser)).toHaveLength(1);
    const { rows } = await town.db.pool.query(
      'SELECT count(*)::int AS n FROM evidence_holders WHERE account_id = (SELECT id FROM accounts WHERE email = $1)',
      [(await browser.call<Me>('GET', '/me')).body.email],
    );
    expect(rows[0].n).toBe(1);
  });

  it('binds its author to whoever made the code, and nobody else', async () => {
    const [mine, other] = [await someone(town), await someone(town)];
    const [own] = [await begin(mine), await begin(other)];
    await town.deliver(own.address, await signed(letter({ from: worker(), to: own.address }), harbour));
    expect([await employments(mine), await employments(other)]).toMatchObject([
      [{ company: { id: 'harbour' } }],
      [],
    ]);
  });
});

describe('an answering machine', () => {
  it.each([
    ['says so', { headers: ['Auto-Submitted: auto-replied'] }, 'automatic'],
    ['answers something', { headers: ['In-Reply-To: <a@b.com>'] }, 'automatic'],
    ['answers an invitation', { headers: ['Content-Type: text/calendar; method=REPLY'] }, 'automatic'],
    ['puts something before the subject', { subject: 'Automatic reply: verify' }, 'subject'],
    ['answers in Chinese', { subject: '自动回复: verify' }, 'subject'],
  ])('that %s does not write for its owner', async (_what, part, expected) => {
    const { fault } = await attempt((to) => signed(letter({ from: worker(), to, ...part }), harbour));
    expect(fault).toBe(expected);
  });

  it('that writes without a sender is not even read', async () => {
    const { fault, said } = await attempt((to) => signed(letter({ from: worker(), to }), harbour), {
      from: '',
    });
    expect([fault, said.slice(0, 3)]).toEqual([null, '250']);
  });
});

describe('the author of a letter', () => {
  it.each([
    ['lin@qq.com', 'qq.com', 'free-mail'],
    ['hr@harbour.com', 'harbour.com', 'role-address'],
    ['mailer-daemon@harbour.com', 'harbour.com', 'role-address'],
    ['lin@unheard-of.com', 'unheard-of.com', 'unknown-domain'],
  ])('%s is refused as for a code', async (from, domain, expected) => {
    const by = domain === 'harbour.com' ? harbour : town.provide(domain);
    expect((await attempt((to) => signed(letter({ from, to }), by))).fault).toBe(expected);
  });

  it('must be of the company whose page one came from', async () => {
    const make = (to: string) => signed(letter({ from: worker(), to }), harbour);
    expect((await attempt(make, { company: 'garden' })).fault).toBe('company-mismatch');
    expect((await attempt(make, { company: 'harbour' })).proven).toHaveLength(1);
  });
});

describe('a code', () => {
  it('counts to the end of the next day, and the newest alone', async () => {
    const own = await openLetterTown();
    const browser = await someone(own);
    await foundCompany(own, browser, 'harbour.com');
    const by = own.provide('harbour.com');
    const send = async (address: string, from: string) =>
      own.deliver(address, await signed(letter({ from, to: address }), by));
    const [old, late] = [await begin(browser), await begin(browser)];
    await send(old.address, 'one@harbour.com');
    expect(await employments(browser)).toEqual([]);
    own.clock.set('2026-11-12T00:00:00Z');
    await send(late.address, 'one@harbour.com');
    expect(await employments(browser)).toEqual([]);
    const fresh = await begin(browser);
    own.clock.set('2026-11-13T23:59:00Z');
    await send(fresh.address, 'one@harbour.com');
    expect(await employments(browser)).toHaveLength(1);
    await own.close();
  });

  it('may be tried ten times; then even the right letter comes too late', async () => {
    const browser = await someone(town);
    const { address } = await begin(browser);
    for (let tries = 0; tries < 10; tries += 1)
      await town.deliver(address, letter({ from: worker(), to: address }));
    await town.deliver(address, await signed(letter({ from: worker(), to: address }), harbour));
    expect(await employments(browser)).toEqual([]);
  });

  it('that is unknown raises no question to any name server, and the same answer', async () => {
    const to = `verify+${'a'.repeat(20)}@in.tea.test`;
    const text = await signed(letter({ from: worker(), to }), harbour);
    const before = town.dns.asked.length;
    expect(await town.deliver(to, text)).toMatch(/^250 /);
    expect(town.dns.asked).toHaveLength(before);
  });

  it('is in the database as an HMAC, in a table that is never in the WAL', async () => {
    const browser = await someone(town);
    const { address } = await begin(browser);
    const code = /\+(\w+)@/.exec(address)?.[1] ?? '-';
    const { rows } = await town.db.pool.query('SELECT t::text AS row FROM letter_codes t');
    expect(rows.map(({ row }) => row).join()).not.toContain(code);
    const { rows: kind } = await town.db.pool.query(
      "SELECT relpersistence FROM pg_class WHERE relname = 'letter_codes'",
    );
    expect(kind).toEqual([{ relpersistence: 'u' }]);
  });

  it('is made ten times an hour', async () => {
    const browser = await someone(town);
    for (let n = 0; n < 10; n += 1) expect((await browser.call('POST', '/letters', {})).status).toBe(200);
    expect((await browser.call('POST', '/letters', {})).code).toBe('too-many');
  });
});

describe('statements', () => {
  it('are few: one to read how far one got, at most eight to take a letter', async () => {
    const browser = await someone(town);
    const { address } = await begin(browser);
    const text = await signed(letter({ from: worker(), to: address }), harbour);
    expect((await countStatements(() => fate(browser))).statements.length).toBeLessThanOrEqual(3);
    const taken = (await countStatements(() => town.deliver(address, text))).statements;
    const begins = taken.findIndex((sql) => sql.startsWith('BEGIN'));
    expect(taken.slice(begins, taken.indexOf('COMMIT') + 1).length).toBeLessThanOrEqual(8);
    expect(await employments(browser)).toHaveLength(1);
  });
});
