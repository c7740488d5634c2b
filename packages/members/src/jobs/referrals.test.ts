import { randomUUID } from 'node:crypto';
import type { Contacts, NoticePage, OwnApplication, Referrals } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { apply, employ, newRecruiter, posted } from '../testing/test-jobs.ts';
import { connect, newMembers, type TestMember } from '../testing/test-members.ts';
import { openTown, type Town } from '../testing/test-town.ts';
import { sweepReferrals } from './referral-store.ts';

let town: Town;
let recruiter: TestMember;
let company: string;
let job: string;
/** Looks for a job; works there and is a connection; a connection who left; a stranger who works there. */
let ann: TestMember;
let inside: TestMember;
let former: TestMember;
let stranger: TestMember;
let n = 0;
beforeAll(async () => {
  town = await openTown();
  ({ recruiter, company } = await newRecruiter(town, 'Rex', 'harbour.com'));
});
afterAll(() => town.close());
beforeEach(async () => {
  job = await posted(recruiter, company);
  n += 1;
  [ann, inside, former, stranger] = (await newMembers(town, `Ann${n}`, `In${n}`, `Out${n}`, `Far${n}`)) as [
    TestMember,
    TestMember,
    TestMember,
    TestMember,
  ];
  await connect([ann, inside], [ann, former]);
  await employ(town, inside, company);
  await employ(town, former, company, '2026-11-09');
  await employ(town, stranger, company);
});

const contacts = async (by: TestMember) =>
  (await by.browser.call<Contacts>('GET', `/jobs/${job}/contacts`)).body.contacts.map(({ member, state }) => [
    member.id,
    state,
  ]);
const ask = (by: TestMember, whom: TestMember, note = 'Would you?') =>
  by.browser.call('PUT', `/jobs/${job}/referrals/${whom.id}`, { note });
const list = async (by: TestMember) =>
  (await by.browser.call<Referrals>('GET', '/me/referrals')).body.referrals.filter(
    (one) => one.job.id === job,
  );
const answer = (by: TestMember, referral: string, refer: boolean) =>
  by.browser.call('POST', `/me/referrals/${referral}`, { refer, words: refer ? 'A fine engineer' : '' });
const told = async (by: TestMember) =>
  (await by.browser.call<NoticePage>('GET', '/notices')).body.notices
    .filter(({ subject }) => subject === job)
    .map(({ kind, people }) => [kind, people.map(({ id }) => id)]);

it('one asks connections who work there at present, and nobody else', async () => {
  expect(await contacts(ann)).toEqual([[inside.id, 'none']]);
  expect(await contacts(inside)).toEqual([]);
  for (const whom of [former, stranger, ann]) expect((await ask(ann, whom)).code).toBe('not-contact');
  expect((await ask(ann, inside)).status).toBe(204);
  expect((await ask(ann, inside)).status).toBe(204); // the same again
  expect(await contacts(ann)).toEqual([[inside.id, 'asked']]);
  expect(await list(inside)).toMatchObject([
    { side: 'received', note: 'Would you?', state: 'asked', member: { id: ann.id } },
  ]);
  expect(await list(stranger)).toEqual([]);
  expect(await told(inside)).toEqual([['referral', [ann.id]]]);
});

it('who is referred says so when they apply, also where they applied before', async () => {
  await ask(ann, inside);
  const [one] = await list(inside);
  for (const by of [ann, stranger, recruiter])
    expect((await answer(by, one?.id ?? '', true)).code).toBe('referral-unknown');
  const early = (await apply(ann, job)).body;
  expect(early.referrer).toBeNull();
  expect((await answer(inside, one?.id ?? '', true)).status).toBe(204);
  expect((await answer(inside, one?.id ?? '', false)).code).toBe('referral-unknown');
  expect(await list(ann)).toMatchObject([{ side: 'sent', state: 'given', words: 'A fine engineer' }]);
  expect(await told(ann)).toEqual([['referred', [inside.id]]]);
  expect(await told(inside)).toEqual([]);
  const read = await ann.browser.call<OwnApplication>('GET', `/me/applications/${early.id}`);
  expect(read.body.referrer).toBe(inside.id);
  await ann.browser.call('DELETE', `/me/applications/${early.id}`);
  expect((await apply(ann, job)).body.referrer).toBe(inside.id);
});

it('a refusal is told to nobody', async () => {
  await ask(ann, inside);
  const before = JSON.stringify([await list(ann), await contacts(ann), await told(ann)]);
  const [one] = await list(inside);
  await answer(inside, one?.id ?? '', false);
  expect(await list(inside)).toEqual([]);
  expect(JSON.stringify([await list(ann), await contacts(ann), await told(ann)])).toBe(before);
  expect((await apply(ann, job)).body.referrer).toBeNull();
});

it('nobody refers who does not work there any more', async () => {
  await ask(ann, inside);
  await town.db.pool.query(`UPDATE employments SET expires = '2026-11-09' WHERE account_id = $1`, [
    inside.id,
  ]);
  const [one] = await list(inside);
  expect((await answer(inside, one?.id ?? '', true)).code).toBe('referral-unknown');
});

it('a request is taken back by who made it alone, and goes after some weeks', async () => {
  await ask(ann, inside);
  const [one] = await list(ann);
  for (const by of [inside, stranger])
    expect((await by.browser.call('DELETE', `/me/referrals/${one?.id}`)).code).toBe('referral-unknown');
  expect((await ann.browser.call('DELETE', `/me/referrals/${one?.id}`)).status).toBe(204);
  expect([await list(ann), await told(inside)]).toEqual([[], []]);
  await ask(ann, inside);
  await sweepReferrals(town.db.pool, '2026-11-10');
  expect(await list(ann)).toHaveLength(1);
  await sweepReferrals(town.db.pool, '2026-11-11');
  expect(await list(ann)).toEqual([]);
});

it('whoever is blocked is no contact, and so many wait and no more', async () => {
  await ann.browser.call('PUT', `/network/blocks/${inside.id}`);
  expect(await contacts(ann)).toEqual([]);
  expect((await ask(ann, inside)).code).toBe('not-contact');
  await ann.browser.call('DELETE', `/network/blocks/${inside.id}`);
  await connect([ann, inside]);
  await town.db.pool.query(
    `WITH made AS (INSERT INTO jobs (company_id, title, role, level, city, text, posted, closes)
       SELECT $1, 'x', 'other', 'entry', 'X', 'x', '2026-11-01', '2026-12-01' FROM generate_series(1, 30) RETURNING id)
     INSERT INTO referrals (job_id, asker_id, referrer_id, note, day) SELECT id, $2, $3, '', '2026-11-01' FROM made`,
    [company, ann.id, inside.id],
  );
  expect((await ask(ann, inside)).code).toBe('referrals-full');
});

it('reading takes three statements at most', async () => {
  await ask(ann, inside);
  for (const path of [`/jobs/${job}/contacts`, '/me/referrals']) {
    const { statements } = await countStatements(() => ann.browser.call('GET', path));
    expect(statements.length).toBeLessThanOrEqual(3);
  }
  expect((await ann.browser.call('GET', `/jobs/${randomUUID()}/contacts`)).code).toBe('job-unknown');
});
