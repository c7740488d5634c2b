import type {
  ConsoleCompanies,
  Invitations,
  NoticePage,
  OpenPeople,
  OpenTo,
  OpenToWork,
} from '@teahouse/contract/members';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appoint, because } from '../testing/test-console.ts';
import { apply, employ, makeRecruiter, newRecruiter, posted } from '../testing/test-jobs.ts';
import { edit, newMember, type TestMember } from '../testing/test-members.ts';
import { start } from '../testing/test-people.ts';
import { foundCompany, openTown, password, type Town } from '../testing/test-town.ts';

/*
 * Who never learns that somebody is open to work. The companies: `parent` owns `employer` and `sibling`, `employer` owns
 * `child`, which owns `grandchild`; `other` and `far` belong to nobody.
 */

let town: Town;
let operator: TestMember;
const names = ['parent', 'employer', 'sibling', 'child', 'grandchild', 'other', 'far'] as const;
type Name = (typeof names)[number];
const belongs: [Name, Name][] = [
  ['employer', 'parent'],
  ['sibling', 'parent'],
  ['child', 'employer'],
  ['grandchild', 'child'],
];
const recruiters = {} as Record<Name, TestMember>;
const companies = {} as Record<Name, string>;
let ann: TestMember;
let n = 0;

const setParent = (company: string, parent: string | null) =>
  operator.browser.call('PUT', `/console/companies/${company}/parent`, { parent, ...because() });
const wish = {
  roles: ['engineering'],
  levels: [],
  cities: ['上海'],
  remote: true,
  words: 'Go, if I may',
  hidden: [],
};
const open = (who: TestMember, more: object = {}) =>
  who.browser.call<OpenToWork>('PUT', '/me/open-to-work', { ...wish, ...more });
const search = (by: TestMember, more = '') => by.browser.call<OpenPeople>('GET', `/hire/people${more}`);
const isFound = async (by: TestMember, who = ann): Promise<boolean> => {
  let after: string | null = null;
  do {
    const { body, code }: Awaited<ReturnType<typeof search>> = await search(
      by,
      after ? `?after=${after}` : '',
    );
    if (code) throw new Error(code);
    if (body.people.some(({ member }) => member.id === who.id)) return true;
    after = body.next;
  } while (after !== null);
  return false;
};
const mark = async (by: TestMember, who = ann) =>
  (await by.browser.call<{ open: OpenTo | null }>('GET', `/hire/people/${who.id}`)).body.open;
const jobs = {} as Record<Name, string>;
const invite = async (by: TestMember, at: Name, who: { id: string } = ann) =>
  by.browser.call('PUT', `/jobs/${jobs[at]}/invitations/${who.id}`, { note: 'Would you?' });
/** In every way in which one could learn it. */
async function learns(at: Name, by: TestMember = recruiters[at]): Promise<boolean> {
  const found = [await isFound(by), (await mark(by)) !== null];
  const { code } = await invite(by, at);
  found.push(code === undefined || code === 'invited-already');
  if (new Set(found).size !== 1) throw new Error(`told in one way and not in another: ${found}`);
  return found[0] === true;
}
const who = async () => {
  const all: Name[] = [];
  for (const name of names) if (await learns(name)) all.push(name);
  return all;
};

beforeAll(async () => {
  town = await openTown();
  operator = await newMember(town, 'Olga');
  await appoint(town, operator, 'operator');
  for (const name of names) {
    const made = await newRecruiter(town, `R${name}`, `${name}corp.com`);
    recruiters[name] = made.recruiter;
    companies[name] = made.company;
    jobs[name] = await posted(made.recruiter, made.company);
  }
  for (const [child, parent] of belongs)
    expect((await setParent(companies[child], companies[parent])).status).toBe(204);
});
afterAll(() => town.close());
beforeEach(async () => {
  n += 1;
  ann = await newMember(town, `Ann${n}`);
});

describe('who is open to work', () => {
  it('says so, and is found by every recruiter, until they say so no more', async () => {
    expect((await ann.browser.call<OpenToWork>('GET', '/me/open-to-work')).body).toEqual({
      open: null,
      employers: [],
    });
    expect(await who()).toEqual([]);
    const { body } = await open(ann);
    expect(body.open).toEqual({ ...wish });
    expect(await who()).toEqual([...names]);
    expect(await mark(recruiters.far)).toMatchObject({ roles: ['engineering'], cities: ['上海'] });
    await ann.browser.call('DELETE', '/me/open-to-work');
    expect(await who()).toEqual([]);
  });

  it('is known to nobody who recruits for no company', async () => {
    await open(ann);
    const plain = await newMember(town, `Plain${n}`);
    expect((await search(plain)).code).toBe('not-recruiter');
    expect(await mark(plain)).toBeNull();
    expect((await invite(plain, 'far')).code).toBe('job-unknown');
    await town.db.pool.query(
      `INSERT INTO representatives (company_id, account_id, role) VALUES ($1, $2, 'speaker')`,
      [companies.far, plain.id],
    );
    expect((await search(plain)).code).toBe('not-recruiter');
    expect(await mark(plain)).toBeNull();
  });

  it('looks somewhere, for something', async () => {
    for (const more of [
      { roles: [] },
      { cities: [], remote: false },
      { hidden: Array(21).fill('x') },
      { roles: ['king'] },
    ])
      expect((await open(ann, more)).code).toBe('invalid-input');
  });

  it('is found no more once on the way out, and not after coming back', async () => {
    await open(ann);
    await ann.browser.call('POST', '/me/delete', { proof: { password } });
    expect(await who()).toEqual([]);
    await ann.browser.call('POST', '/session', { email: `ann${n}@home.test`, password, comeBack: true });
    expect(await who()).toEqual([]);
  });
});

const rest: Name[] = ['other', 'far'];

describe('the own employer, and all that belongs to the same tree, never learn of it', () => {
  const grounds: [string, () => Promise<unknown>][] = [
    ['works there', () => employ(town, ann, companies.employer)],
    ['worked there', () => employ(town, ann, companies.employer, '2026-01-31')],
    ['works at a subsidiary of a subsidiary', () => employ(town, ann, companies.grandchild)],
    ['works at the parent', () => employ(town, ann, companies.parent)],
    ['says so and has not proved it yet', () => start(ann.browser, 'ann@employercorp.com')],
    [
      'wrote it on the own page',
      () => edit(ann, 'experience', [{ ...work, company: 'Employercorp (Shanghai) Ltd.' }], 'nobody'),
    ],
    [
      'sent a badge of it',
      () =>
        town.db.pool.query(
          `INSERT INTO badges (account_id, company_id, sent) VALUES ($1, $2, '2026-11-01')`,
          [ann.id, companies.employer],
        ),
    ],
    [
      'speaks for it',
      () =>
        town.db.pool.query(
          `INSERT INTO representatives (company_id, account_id, role) VALUES ($1, $2, 'speaker')`,
          [companies.employer, ann.id],
        ),
    ],
    [
      'has a mailbox there',
      () =>
        town.db.pool.query('UPDATE accounts SET email = $2 WHERE id = $1', [
          ann.id,
          `a${n}@hr.employercorp.com`,
        ]),
    ],
    ['named it as never to know', () => open(ann, { hidden: [companies.employer] })],
  ];
  const work = { employment: null, company: '', title: 'Engineer', from: '2024-01', to: null, text: '' };

  it.each(grounds)('of who %s', async (_ground, put) => {
    await open(ann);
    expect(await isFound(recruiters.employer)).toBe(true);
    await put(); // also where it comes after opting in
    expect(await who()).toEqual(rest);
  });

  it('also where one came to belong to another later, and no more when it does not', async () => {
    await open(ann);
    await employ(town, ann, companies.far);
    expect(await learns('other')).toBe(true);
    await setParent(companies.other, companies.far);
    expect(await learns('other')).toBe(false);
    await setParent(companies.other, null);
    expect(await learns('other')).toBe(true);
  });

  it('also in the name of another company, of which they are recruiters too, or while they work there', async () => {
    await open(ann);
    await employ(town, ann, companies.employer);
    const two = await newMember(town, `Two${n}`);
    await makeRecruiter(town, two, companies.far);
    expect(await learns('far', two)).toBe(true);
    await makeRecruiter(town, two, companies.sibling);
    expect(await learns('far', two)).toBe(false);
    await town.db.pool.query('DELETE FROM representatives WHERE account_id = $1 AND company_id = $2', [
      two.id,
      companies.sibling,
    ]);
    expect(await learns('far', two)).toBe(true);
    await employ(town, two, companies.child);
    expect(await learns('far', two)).toBe(false);
  });

  it('nor does who blocked them, or was blocked', async () => {
    await open(ann);
    await ann.browser.call('PUT', `/network/blocks/${recruiters.far.id}`);
    expect(await learns('far')).toBe(false);
    await ann.browser.call('DELETE', `/network/blocks/${recruiters.far.id}`);
    await recruiters.far.browser.call('PUT', `/network/blocks/${ann.id}`);
    expect(await learns('far')).toBe(false);
    await recruiters.far.browser.call('DELETE', `/network/blocks/${ann.id}`);
  });

  it('and no answer tells them that somebody is left out: it is as if nobody were open', async () => {
    await employ(town, ann, companies.employer);
    const before = await search(recruiters.employer, '?role=engineering');
    const [unopened, unknown] = [
      await invite(recruiters.employer, 'employer'),
      '11111111-1111-4111-8111-111111111111',
    ];
    await open(ann);
    expect(await search(recruiters.employer, '?role=engineering')).toEqual(before);
    expect(await invite(recruiters.employer, 'employer')).toMatchObject({
      code: unopened.code,
      status: unopened.status,
    });
    expect((await invite(recruiters.employer, 'employer', { id: unknown })).code).toBe(unopened.code);
    expect(unopened.code).toBe('not-open');
  });

  it('and a page is full of those whom they may know, also where others stand between', async () => {
    // Sixty of other people, and sixty of their own: sorted by chance.
    await town.db.pool.query(
      `WITH made AS (INSERT INTO accounts (email, password, name, locale)
           SELECT 'crowd' || i || '@home.test', 'x', 'Crowd', 'en' FROM generate_series(1, 120) AS i RETURNING id, email),
         paged AS (INSERT INTO profiles (account_id, handle) SELECT id, 'crowd-' || split_part(email, '@', 1) FROM made),
         wished AS (INSERT INTO open_to_work SELECT id, '{legal}', '{}', '{}', '{}', true, '' FROM made)
       INSERT INTO employments (id, account_id, company_id, evidence, pin, verified, expires)
       SELECT gen_random_uuid(), id, $1, 'mailbox-code', '', '2026-06-01', '2027-04-30' FROM made
       WHERE substr(split_part(email, '@', 1), 6)::int % 2 = 0`,
      [companies.employer],
    );
    const sizes: number[] = [];
    const seen = new Set<string>();
    let after: string | null = null;
    do {
      const page: OpenPeople = (
        await search(recruiters.sibling, `?role=legal${after ? `&after=${after}` : ''}`)
      ).body;
      sizes.push(page.people.length);
      for (const { member } of page.people) seen.add(member.id);
      // The cursor is one of those who are shown.
      if (page.next) expect(page.people.at(-1)?.member.id).toBe(page.next);
      after = page.next;
    } while (after !== null);
    expect([sizes, seen.size]).toEqual([[20, 20, 20], 60]);
  });
});

describe('a recruiter', () => {
  it('narrows by role, level, city and remote, and by what a page says', async () => {
    await edit(ann, 'about', `Paper boats ${n}, and Kubernetes`);
    await open(ann, {
      roles: ['design', 'product'],
      levels: ['senior'],
      cities: ['New  York'],
      remote: false,
    });
    const found = async (more: string) =>
      (await search(recruiters.far, more)).body.people.some(({ member }) => member.id === ann.id);
    const yes = [
      '?role=design',
      '?role=product&level=senior',
      '?city=new%20york',
      '?q=kubernetes',
      `?q=the-ann`,
    ];
    for (const more of yes.slice(0, 4)) expect([more, await found(more)]).toEqual([more, true]);
    for (const more of [
      '?role=legal',
      '?level=lead',
      '?city=Boston',
      '?remote=yes',
      '?q=teapots',
      '?role=design&city=Boston',
    ])
      expect([more, await found(more)]).toEqual([more, false]);
  });

  it('invites once a member and job, and the member is told', async () => {
    await open(ann);
    expect((await invite(recruiters.far, 'far')).status).toBe(204);
    expect((await invite(recruiters.far, 'far')).code).toBe('invited-already');
    expect((await invite(recruiters.far, 'other')).code).toBe('job-unknown');
    const list = async (by = ann) =>
      (await by.browser.call<Invitations>('GET', '/me/invitations')).body.invitations;
    expect(await list()).toMatchObject([
      { note: 'Would you?', applied: false, by: { id: recruiters.far.id }, job: { id: jobs.far } },
    ]);
    expect(await list(recruiters.far)).toEqual([]);
    const told = async () =>
      (await ann.browser.call<NoticePage>('GET', '/notices')).body.notices.map(({ kind, subject }) => [
        kind,
        subject,
      ]);
    expect(await told()).toEqual([['invitation', jobs.far]]);
    await apply(ann, jobs.far);
    const [one] = await list();
    expect(one?.applied).toBe(true);
    const path = `/me/invitations/${one?.id}`;
    expect((await recruiters.far.browser.call('DELETE', path)).code).toBe('invitation-unknown');
    expect((await ann.browser.call('DELETE', path)).status).toBe(204);
    expect((await ann.browser.call('DELETE', path)).code).toBe('invitation-unknown');
    expect([await list(), await told()]).toEqual([[], []]);
    expect((await invite(recruiters.far, 'far')).code).toBe('invited-already');
  });

  it('invites to an open job alone, and not who applied for it', async () => {
    await open(ann);
    await apply(ann, jobs.other);
    expect((await invite(recruiters.other, 'other')).code).toBe('invited-already');
    await town.db.pool.query('UPDATE jobs SET open = false WHERE id = $1', [jobs.far]);
    expect((await invite(recruiters.far, 'far')).code).toBe('job-closed');
    await town.db.pool.query('UPDATE jobs SET open = true WHERE id = $1', [jobs.far]);
  });

  it('is answerable for what an invitation says', async () => {
    await open(ann);
    await invite(recruiters.far, 'far');
    const list = async () => (await ann.browser.call<Invitations>('GET', '/me/invitations')).body.invitations;
    const thing = { kind: 'invitation', id: (await list())[0]?.id };
    const stranger = await newMember(town, `Cy${n}`);
    const report = (by: TestMember) => by.browser.call('POST', '/reports', { thing, reason: 'advertising' });
    expect((await report(stranger)).code).toBe('thing-unknown');
    expect((await report(ann)).status).toBe(204);
    const { rows } = await town.db.pool.query<{ id: string }>(
      'SELECT id FROM house_cases WHERE subject = $1',
      [thing.id],
    );
    const mod = await newMember(town, `Mod${n}`);
    await appoint(town, mod, 'moderator');
    const decision = { action: 'hide', reason: 'advertising', words: 'No.' };
    expect((await mod.browser.call('POST', `/house/cases/${rows[0]?.id}/decisions`, decision)).status).toBe(
      200,
    );
    expect(await list()).toMatchObject([{ note: '', hidden: true }]);
  });
});

describe('to whom a company belongs', () => {
  const shown = async (company: string) =>
    (
      await operator.browser.call<ConsoleCompanies>('GET', `/console/companies?status=approved&q=${company}`)
    ).body.companies.find(({ id }) => id === company)?.parent?.id;

  it('is set by the operator, recorded, and never goes in a circle', async () => {
    const id = await foundCompany(town, ann.browser, 'leaf.com');
    expect(await shown(id)).toBeUndefined();
    expect((await setParent(id, companies.grandchild)).status).toBe(204);
    expect(await shown(id)).toBe(companies.grandchild);
    for (const below of [companies.parent, companies.child, id])
      expect((await setParent(below, below === id ? id : id)).code).toBe('company-circle');
    expect((await setParent(id, 'no-such')).code).toBe('company-unknown');
    expect((await setParent('no-such', null)).code).toBe('company-unknown');
    const { body } = await operator.browser.call<{
      entries: { act: string; said: { subject: string; value: string } }[];
    }>('GET', '/console/log');
    expect(body.entries[0]).toMatchObject({
      act: 'company-parent',
      said: { subject: id, value: companies.grandchild },
    });
    expect((await setParent(id, null)).status).toBe(204);
    expect(await shown(id)).toBeUndefined();
  });
});
