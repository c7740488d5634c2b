import type { Badge, Me, Verification } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accept, decide, makeReviewer, photo, queue, sendBadge } from '../testing/test-badges.ts';
import { signInAgain, someone, start } from '../testing/test-people.ts';
import {
  type Browser,
  commit,
  foundCompany,
  openTown,
  password,
  someSeed,
  type Town,
  verify,
} from '../testing/test-town.ts';

let town: Town;
let reviewer: Browser;
let file: Buffer;
beforeAll(async () => {
  town = await openTown();
  reviewer = await someone(town);
  await makeReviewer(town, reviewer);
  for (const domain of ['harbour.com', 'garden.com', 'tower.com']) await foundCompany(town, reviewer, domain);
  file = await photo();
});
afterAll(() => town.close());

const employments = async (browser: Browser) => (await browser.call<Me>('GET', '/me')).body.employments;
const own = async (browser: Browser) =>
  (await browser.call<Verification>('GET', '/verification')).body.badges;
/** Somebody new whose badge waits. */
async function applicant(company = 'harbour'): Promise<{ browser: Browser; badge: string }> {
  const browser = await someone(town);
  const { body } = await sendBadge(browser, company, file);
  return { browser, badge: body.id };
}
const picture = (badge: string) =>
  town.members.app.inject({
    url: `/api/members/reviews/${badge}/picture`,
    headers: { cookie: [...reviewer.cookies].map((pair) => pair.join('=')).join('; ') },
  });
/** Pages of the queue, one after the other. */
async function wholeQueue(browser: Browser, state = 'waits') {
  const all = [];
  for (let next: string | null = ''; next !== null; ) {
    const page = await queue(browser, `?state=${state}${next && `&after=${next}`}`);
    all.push(...page.reviews);
    next = page.next;
  }
  return all;
}

describe('a badge', () => {
  it('waits for a reviewer, who sees the photo, the company and the name', async () => {
    const { browser, badge } = await applicant();
    expect(await own(browser)).toMatchObject([
      {
        id: badge,
        company: { id: 'harbour' },
        sent: '2026-11-10',
        state: 'waits',
        reason: null,
        decided: null,
      },
    ]);
    const review = (await wholeQueue(reviewer)).find(({ id }) => id === badge);
    expect(review).toMatchObject({ company: { id: 'harbour' }, member: 'Lin', barred: null, by: null });
    const seen = await picture(badge);
    expect(seen.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'private, no-store',
    });
    expect(seen.rawPayload.subarray(8, 12).toString()).toBe('WEBP');
  });

  it('that is accepted proves the employment, rests on the staff number, and pins the commitment', async () => {
    const { browser, badge } = await applicant();
    await verify(town, browser, 'elsewhere@garden.com');
    await commit(town, browser, someSeed());
    expect((await accept(reviewer, badge, 'HB-0071')).status).toBe(204);
    expect((await employments(browser)).find(({ company }) => company.id === 'harbour')).toMatchObject({
      ...{ evidence: 'badge', standing: 'current', expires: '2027-05-10', credentialFrom: '2026-11' },
    });
    expect(await own(browser)).toMatchObject([{ state: 'accepted', decided: '2026-11-10' }]);
    const { rows } = await town.db.pool.query(
      'SELECT t::text AS row FROM badges t UNION ALL SELECT t::text FROM employments t',
    );
    expect(rows.map(({ row }) => row).join()).not.toMatch(/0071/);
  });

  it('that is refused says why, in a word and in words', async () => {
    const { browser, badge } = await applicant();
    const words = 'The name is covered.\nPlease send it again.';
    expect((await decide(reviewer, badge, { verdict: 'refuse', reason: 'other-name', words })).status).toBe(
      204,
    );
    expect(await own(browser)).toMatchObject([{ state: 'refused', reason: 'other-name', words }]);
    expect(await employments(browser)).toEqual([]);
    expect((await sendBadge(browser, 'harbour', file)).status).toBe(200);
  });

  it('is one at a time, five a day', async () => {
    const { browser, badge } = await applicant();
    expect((await sendBadge(browser, 'garden', file)).code).toBe('badge-waits');
    expect(await town.members.context.badgeKeys.list()).toContain(badge);
    const replies = await Promise.all([1, 2, 3].map(() => sendBadge(browser, 'garden', file)));
    expect(replies.map(({ code }) => code)).toEqual(['badge-waits', 'badge-waits', 'badge-waits']);
    expect((await sendBadge(browser, 'garden', file)).code).toBe('too-many');
  });

  it('is of a company that is known', async () => {
    expect((await sendBadge(await someone(town), 'nobody', file)).code).toBe('company-unknown');
  });

  it.each([
    ['words', Buffer.from('this is no picture at all')],
    ['markup', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a head without a body', Buffer.from('\xff\xd8\xff\xe0 and no more', 'latin1')],
  ])('that is %s is refused', async (_what, bytes) => {
    expect((await sendBadge(await someone(town), 'harbour', bytes)).code).toBe('badge-invalid');
  });

  it('that is larger than five megabytes is refused', async () => {
    const large = Buffer.concat([file, Buffer.alloc(5 * 1024 * 1024)]);
    expect((await sendBadge(await someone(town), 'harbour', large)).status).toBe(413);
    const almost = Buffer.concat([file, Buffer.alloc(5 * 1024 * 1024 - file.length + 1)]);
    expect(['too-large', 'invalid-input']).toContain(
      (await sendBadge(await someone(town), 'harbour', almost)).code,
    );
  });

  it('can be taken back, by its member alone', async () => {
    const { browser, badge } = await applicant();
    const other = await someone(town);
    expect((await other.call('DELETE', `/badges/${badge}`)).code).toBe('badge-unknown');
    expect((await browser.call('DELETE', `/badges/${badge}`)).status).toBe(204);
    expect(await own(browser)).toEqual([]);
    expect(town.members.context.badgeKeys.list()).not.toContain(badge);
    expect((await accept(reviewer, badge, 'HB-0072')).code).toBe('badge-unknown');
  });
});

describe('one badge', () => {
  it('is one voice: its number stands for one member, however it is written', async () => {
    const [first, second] = [await applicant('tower'), await applicant('tower')];
    expect((await accept(reviewer, first.badge, 'T 10.07-a')).status).toBe(204);
    expect((await accept(reviewer, second.badge, 't1007A')).code).toBe('number-taken');
    expect(await own(second.browser)).toMatchObject([{ state: 'waits' }]); // nothing half decided
    expect(await employments(second.browser)).toEqual([]);
    const refusal = { verdict: 'refuse', reason: 'number-taken', words: 'Somebody has it already.' } as const;
    expect((await decide(reviewer, second.badge, refusal)).status).toBe(204);
  });

  it('of another company is another piece of evidence, and so is a mailbox of the same text', async () => {
    const { context } = town.members;
    const pins = [context.keys.staffPin('harbour', '1007'), context.keys.staffPin('tower', '1007')];
    pins.push(context.keys.pin('1007'), context.keys.pin('["staff","harbour","1007"]x'));
    expect(new Set(pins.map((pin) => pin.toString('hex'))).size).toBe(4);
  });

  it('lets go of the mailbox that the employment rested on, and one account has one employment there', async () => {
    const { browser, badge } = await applicant();
    await verify(town, browser, 'moved@harbour.com');
    await accept(reviewer, badge, 'HB-0100');
    expect(await employments(browser)).toMatchObject([{ company: { id: 'harbour' }, evidence: 'badge' }]);
    expect((await verify(town, await someone(town), 'moved@harbour.com')).status).toBe(200);
  });

  it('leaves a code that is on its way to another employer alone', async () => {
    const { browser, badge } = await applicant();
    const { employment } = (await start(browser, 'onway@garden.com')).body;
    const { code } = await town.mailTo('onway@garden.com');
    await accept(reviewer, badge, 'HB-0101');
    expect((await browser.call('POST', `/employments/${employment}/confirm`, { code })).status).toBe(200);
    expect(await employments(browser)).toHaveLength(2);
  });

  it('whose employment ran out may stand for somebody else', async () => {
    const small = await openTown();
    const [staff, old, young] = [await someone(small), await someone(small), await someone(small)];
    await makeReviewer(small, staff);
    await foundCompany(small, staff, 'harbour.com');
    const send = async (browser: Browser) => (await sendBadge(browser, 'harbour', file)).body.id;
    await accept(staff, await send(old), 'HB-1');
    small.clock.set('2027-05-11T00:00:00Z');
    for (const browser of [staff, young]) await signInAgain(browser);
    expect((await accept(staff, await send(young), 'HB-1')).status).toBe(204);
    expect(await employments(young)).toMatchObject([{ standing: 'current', evidence: 'badge' }]);
    await small.close();
  });
});

describe('a reviewer', () => {
  it('is whom the operator named, and nobody else', async () => {
    const { browser, badge } = await applicant();
    for (const call of [
      browser.call('GET', '/reviews'),
      browser.call('GET', `/reviews/${badge}/picture`),
      accept(browser, badge, 'HB-0200'),
    ]) {
      expect((await call).code).toBe('role-missing');
    }
    expect((await browser.call<Verification>('GET', '/verification')).body.reviewer).toBe(false);
    expect((await reviewer.call<Verification>('GET', '/verification')).body.reviewer).toBe(true);
  });

  it('decides on no badge of their own', async () => {
    const staff = await someone(town);
    await makeReviewer(town, staff);
    const { id } = (await sendBadge(staff, 'harbour', file)).body;
    expect((await wholeQueue(staff)).find((review) => review.id === id)).toMatchObject({ barred: 'own' });
    expect((await accept(staff, id, 'HB-0300')).code).toBe('review-own');
    expect((await staff.call('GET', `/reviews/${id}/picture`)).code).toBe('review-own');
  });

  it('neither sees nor decides on the badge of a colleague, also of a former one', async () => {
    const staff = await someone(town);
    await makeReviewer(town, staff);
    const started = await verify(town, staff, 'keeper.li@tower.com');
    const { badge } = await applicant('tower');
    const look = async () => (await wholeQueue(staff)).find(({ id }) => id === badge);
    expect(await look()).toMatchObject({ barred: 'colleague', member: null });
    expect((await accept(staff, badge, 'T-0300')).code).toBe('review-colleague');
    expect((await staff.call('GET', `/reviews/${badge}/picture`)).code).toBe('review-colleague');
    await staff.call('POST', `/employments/${started.body.employments[0]?.id}/leave`);
    expect(await look()).toMatchObject({ barred: 'colleague' });
  });

  it('decides once, of two at once', async () => {
    const staff = await someone(town);
    await makeReviewer(town, staff);
    const { badge } = await applicant();
    const replies = await Promise.all([accept(reviewer, badge, 'HB-0400'), accept(staff, badge, 'HB-0400')]);
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 404]);
  });

  it.each([
    ['without a number', { verdict: 'accept' }],
    ['with a number of letters', { verdict: 'accept', number: 'none' }],
    ['without words', { verdict: 'refuse', reason: 'unreadable', words: ' ' }],
    ['without a reason', { verdict: 'refuse', words: 'No.' }],
    ['with a reason that only time has', { verdict: 'refuse', reason: 'expired', words: 'No.' }],
    [
      'with words that turn their direction',
      { verdict: 'refuse', reason: 'unreadable', words: 'No\u202eoN' },
    ],
  ])('can not decide %s', async (_what, decision) => {
    const { badge } = await applicant();
    expect((await decide(reviewer, badge, decision as never)).code).toBe('invalid-input');
  });

  it('leaves a record: who, on which day, why, and not whose', async () => {
    const { badge } = await applicant();
    await decide(reviewer, badge, { verdict: 'refuse', reason: 'no-badge', words: 'A cat.' });
    const record = (await wholeQueue(reviewer, 'decided')).find(({ id }) => id === badge);
    expect(record).toMatchObject({
      by: 'Lin',
      decided: '2026-11-10',
      reason: 'no-badge',
      words: 'A cat.',
      member: null,
    });
  });

  it('gets the queue in pages', async () => {
    const small = await openTown();
    const staff = await someone(small);
    await makeReviewer(small, staff);
    await foundCompany(small, staff, 'harbour.com');
    await small.db.pool.query(
      `WITH a AS (INSERT INTO accounts (email, password, name, locale)
         SELECT n || '@home.test', '', 'Lin', 'en' FROM generate_series(1, 45) n RETURNING id)
       INSERT INTO badges (account_id, company_id, sent) SELECT id, 'harbour', date '2026-11-01' + (random() * 5)::int FROM a`,
    );
    const first = await queue(staff);
    expect(first.reviews).toHaveLength(20);
    const second = await queue(staff, `?after=${first.next}`);
    const third = await queue(staff, `?after=${second.next}`);
    expect(third).toMatchObject({ reviews: { length: 5 }, next: null });
    const all = [first, second, third].flatMap(({ reviews }) => reviews);
    expect(new Set(all.map(({ id }) => id)).size).toBe(45);
    expect(all.map(({ sent }) => sent)).toEqual(all.map(({ sent }) => sent).toSorted());
    for (const after of ['x', '2026-99-99_00000000-0000-4000-8000-000000000000'])
      expect((await staff.call('GET', `/reviews?after=${after}`)).code).toBe('invalid-input');
    await small.close();
  });
});

describe('statements', () => {
  it('are at most three to read, eight to write', async () => {
    const { browser, badge } = await applicant('garden');
    await commit(town, browser, someSeed());
    const count = async (work: () => Promise<unknown>) => (await countStatements(work)).statements.length;
    expect(await count(() => queue(reviewer))).toBeLessThanOrEqual(3);
    expect(await count(() => picture(badge))).toBeLessThanOrEqual(3);
    const { statements } = await countStatements(() => accept(reviewer, badge, 'G-1'));
    const begins = statements.findIndex((sql) => sql.startsWith('BEGIN'));
    expect(statements.slice(begins).length).toBeLessThanOrEqual(9); // with BEGIN and COMMIT seven
  });
});

describe('an account that leaves', () => {
  it('takes its badge along', async () => {
    const { browser, badge } = await applicant();
    await browser.call('POST', '/me/delete', { proof: { password } });
    expect((await wholeQueue(reviewer)).map(({ id }) => id)).not.toContain(badge);
    const gone: Badge[] = (
      await town.db.pool.query('SELECT FROM badge_pictures WHERE badge_id = $1', [badge])
    ).rows;
    expect(gone).toEqual([]);
  });
});
