import type {
  CasePage,
  HouseAppeals,
  HouseCase,
  HouseCounts,
  HouseLog,
  MyDecisions,
  OnePost,
  OwnProfile,
  PeopleFound,
  Person,
  Thing,
} from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { connect, edit, newMembers, type TestMember } from '../testing/test-members.ts';
import { openTown, password, type Reply, type Town } from '../testing/test-town.ts';
import { exportOrder } from './export.ts';

let town: Town;
let mods: [TestMember, TestMember];
let ann: TestMember;
let bo: TestMember;
let cy: TestMember;

beforeAll(async () => {
  town = await openTown();
  const all = await newMembers(town, 'Mod', 'Maud', 'Ann', 'Bo', 'Cy');
  [ann, bo, cy] = all.slice(2) as [TestMember, TestMember, TestMember];
  mods = all.slice(0, 2) as [TestMember, TestMember];
  for (const { id } of mods)
    await town.db.pool.query(`INSERT INTO staff_roles (account_id, role) VALUES ($1, 'moderator')`, [id]);
  return () => town.close();
});

const report = (by: TestMember, thing: Thing, reason = 'harassment', words = '') =>
  by.browser.call('POST', '/reports', { thing, reason, words });
const queue = async (by = mods[0], state = 'open') =>
  (await by.browser.call<CasePage>('GET', `/house/cases?state=${state}`)).body.cases;
const caseOf = async (thing: Thing): Promise<HouseCase> => {
  const { rows } = await town.db.pool.query<{ id: string }>(
    'SELECT id FROM house_cases WHERE kind = $1 AND subject = $2 AND part = $3',
    [thing.kind, thing.id, thing.kind === 'part' ? thing.part : ''],
  );
  return (await mods[0].browser.call<HouseCase>('GET', `/house/cases/${rows[0]?.id}`)).body;
};
const decide = (by: TestMember, { id }: { id: string }, more: object): Promise<Reply<HouseCase>> =>
  by.browser.call<HouseCase>('POST', `/house/cases/${id}/decisions`, {
    ...{ action: 'dismiss', reason: 'other', words: 'Looked at.', ...more },
  });
const said = async (by: TestMember, text: string) =>
  (await by.browser.call<OnePost>('POST', '/posts', { text })).body.post.id;
const standing = async (by: TestMember) => (await by.browser.call<MyDecisions>('GET', '/decisions')).body;
const seen = async (by: TestMember, at: TestMember) =>
  (await by.browser.call<Person>('GET', `/people/${at.handle}`)).body;

describe('a report', () => {
  it('counts once a person and thing, and weighs by its reason', async () => {
    const post: Thing = { kind: 'post', id: await said(ann, 'Mild') };
    const threat: Thing = { kind: 'post', id: await said(ann, 'Grave') };
    for (const by of [bo, bo, cy]) expect((await report(by, post, 'advertising')).status).toBe(204);
    await report(bo, threat, 'threat', 'Look at this');
    const [first, second] = await queue();
    expect([first?.thing.id, second?.thing.id, second?.reports]).toEqual([threat.id, post.id, 2]);
    expect((await caseOf(threat)).reported).toMatchObject([{ by: { id: bo.id }, words: 'Look at this' }]);
  });

  it('is of what one may see, and not of what is one’s own', async () => {
    const secret: Thing = {
      kind: 'post',
      id: (await ann.browser.call<OnePost>('POST', '/posts', { text: 'Close', audience: 'connections' })).body
        .post.id,
    };
    await edit(ann, 'about', 'Hidden words', 'nobody');
    const nobody = '00000000-0000-4000-8000-000000000000';
    for (const thing of [
      secret,
      { kind: 'part', id: ann.id, part: 'about' },
      { kind: 'part', id: ann.id, part: 'photo' },
      { kind: 'comment', id: nobody },
      { kind: 'member', id: nobody },
    ] as Thing[])
      expect((await report(cy, thing)).code).toBe('thing-unknown');
    expect((await report(ann, secret)).code).toBe('report-own');
  });

  it('may be of a member behind a block', async () => {
    await cy.browser.call('PUT', `/network/blocks/${bo.id}`);
    expect((await report(cy, { kind: 'member', id: bo.id }, 'threat')).status).toBe(204);
    expect((await report(cy, { kind: 'part', id: bo.id, part: 'about' })).code).toBe('thing-unknown');
    await cy.browser.call('DELETE', `/network/blocks/${bo.id}`);
  });

  it('comes back to whoever made it as what came of it, and no more', async () => {
    const thing: Thing = { kind: 'post', id: await said(ann, 'Advert') };
    await report(cy, thing, 'advertising');
    const mine = async () =>
      (
        await cy.browser.call<{ reports: { thing: Thing; outcome: string }[] }>('GET', '/reports')
      ).body.reports.find(({ thing: { id } }) => id === thing.id);
    expect(await mine()).toMatchObject({ outcome: 'open' });
    await decide(mods[0], await caseOf(thing), {});
    expect(await mine()).toMatchObject({ outcome: 'dismissed' });
    expect((await standing(ann)).decisions).toEqual([]);
    await report(bo, thing, 'advertising');
    expect(await mine()).toMatchObject({ outcome: 'open' });
  });
});

describe('the desk', () => {
  it('is for moderators, who do not decide about themselves or what they reported', async () => {
    const own: Thing = { kind: 'post', id: await said(mods[0], 'My own') };
    await report(bo, own);
    await report(mods[1], own);
    const found = await caseOf(own);
    expect(found.own).toBe(true);
    for (const by of mods) expect((await decide(by, found, {})).code).toBe('case-own');
    for (const path of ['cases', `cases/${found.id}`, 'appeals', 'log'])
      expect((await bo.browser.call('GET', `/house/${path}`)).code).toBe('role-missing');
    const { code } = await bo.browser.call('POST', `/house/cases/${found.id}/notes`, { words: 'x' });
    expect(code).toBe('role-missing');
    const missing = '00000000-0000-4000-8000-000000000000';
    expect((await mods[0].browser.call('GET', `/house/cases/${missing}`)).code).toBe('case-unknown');
    expect((await decide(mods[0], { id: missing }, {})).code).toBe('case-unknown');
    expect((await mods[0].browser.call('GET', '/house/cases?cursor=1')).code).toBe('invalid-input');
  });

  it('lets a case be taken and noted, and shows what else is open about the member', async () => {
    const [one, two]: Thing[] = [
      { kind: 'post', id: await said(cy, 'One') },
      { kind: 'member', id: cy.id },
    ];
    for (const thing of [one, two]) if (thing) await report(bo, thing);
    const found = await caseOf(one!);
    expect(found).toMatchObject({ shown: { text: 'One' }, others: [{ kind: 'member', reports: 1 }] });
    const put = (by: TestMember, mine: boolean) =>
      by.browser.call<HouseCase>('PUT', `/house/cases/${found.id}/assignee`, { mine });
    expect((await put(mods[0], true)).body.assignee?.id).toBe(mods[0].id);
    expect((await put(mods[1], false)).body.assignee?.id).toBe(mods[0].id);
    expect((await put(mods[0], false)).body.assignee).toBe(null);
    const noted = await mods[0].browser.call<HouseCase>('POST', `/house/cases/${found.id}/notes`, {
      words: 'Ask Maud',
    });
    expect(noted.body.notes).toEqual([{ by: 'Mod', words: 'Ask Maud', day: '2026-11-10' }]);
  });

  it('goes on page by page', async () => {
    for (let n = 0; n < 21; n += 1)
      await report(bo, { kind: 'post', id: await said(cy, `Many ${n}`) }, 'other');
    const ids = new Set<string>();
    let cursor = '';
    do {
      const page: CasePage = (
        await mods[0].browser.call<CasePage>('GET', `/house/cases${cursor && `?cursor=${cursor}`}`)
      ).body;
      for (const { id } of page.cases) ids.add(id);
      cursor = page.next ?? '';
    } while (cursor !== '');
    const { rows } = await town.db.pool.query('SELECT count(*)::int AS n FROM house_cases WHERE open');
    expect(ids.size).toBe(rows[0].n);
  });
});

describe('a decision', () => {
  it('hides a post from all but its author, in feed, page and search, until the appeal is granted by somebody else', async () => {
    await connect([ann, bo]);
    const thing: Thing = { kind: 'post', id: await said(ann, 'Ugly gryphon') };
    await report(bo, thing, 'harassment');
    const found = await caseOf(thing);
    expect((await decide(mods[0], found, { action: 'hide', reason: 'harassment' })).body).toMatchObject({
      open: false,
      shown: { hidden: true },
      decisions: [{ action: 'hide', words: 'Looked at.' }],
    });
    const sees = async (by: TestMember) => (await by.browser.call('GET', `/posts/${thing.id}`)).status;
    const finds = async (by: TestMember) =>
      (await by.browser.call<{ posts: unknown[] }>('GET', '/search/posts?q=gryphon')).body.posts.length;
    const feeds = async (by: TestMember) =>
      JSON.stringify((await by.browser.call('GET', '/feed')).body).includes('gryphon');
    expect([await sees(ann), await sees(bo), await finds(bo), await feeds(bo)]).toEqual([200, 404, 0, false]);

    const [decision] = (await standing(ann)).decisions;
    expect(decision).toMatchObject({
      by: 'moderator',
      action: 'hide',
      words: 'Looked at.',
      appealable: true,
    });
    expect(JSON.stringify(await standing(ann))).not.toContain(mods[0].id);
    const appeal = (by: TestMember) =>
      by.browser.call('POST', `/decisions/${decision?.id}/appeal`, { words: 'It was a joke' });
    expect((await appeal(bo)).code).toBe('decision-unknown');
    expect((await appeal(ann)).status).toBe(204);
    expect((await appeal(ann)).code).toBe('appeal-made');
    const { appeals } = (await mods[1].browser.call<HouseAppeals>('GET', '/house/appeals')).body;
    expect(appeals).toMatchObject([{ id: decision?.id, own: false, appeal: { words: 'It was a joke' } }]);
    const answer = (by: TestMember) =>
      by.browser.call('POST', `/house/appeals/${decision?.id}`, { grant: true, words: 'So it was' });
    expect((await answer(mods[0])).code).toBe('appeal-same');
    expect((await answer(mods[1])).status).toBe(204);
    expect((await answer(mods[1])).code).toBe('appeal-unknown');
    expect([await sees(bo), await finds(bo)]).toEqual([200, 1]);
    expect((await standing(ann)).decisions).toMatchObject([
      { undone: true, appealable: false, appeal: { state: 'granted', answer: 'So it was' } },
    ]);
  });

  it('hides a comment', async () => {
    const post = await said(ann, 'Talk');
    const { body } = await bo.browser.call<{ comment: { id: string } }>('POST', `/posts/${post}/comments`, {
      text: 'Boo',
    });
    const thing: Thing = { kind: 'comment', id: body.comment.id };
    await report(ann, thing);
    await decide(mods[0], await caseOf(thing), { action: 'hide' });
    const texts = async (by: TestMember) =>
      (await by.browser.call<{ comments: { text: string }[] }>('GET', `/posts/${post}/comments`)).body
        .comments.length;
    expect([await texts(ann), await texts(bo)]).toEqual([0, 1]);
  });

  it('hides a part of a page until it is changed, also from search', async () => {
    await edit(bo, 'about', 'Wyvern wares');
    await bo.browser.call('PUT', '/me/profile', {
      ...{ version: 0, handle: bo.handle, headline: 'Basilisk bargains', page: 'members', indexable: false },
    });
    const finds = async (q: string) =>
      (await cy.browser.call<PeopleFound>('GET', `/search/people?q=${q}`)).body.found.length;
    expect([await finds('wyvern'), await finds('basilisk')]).toEqual([1, 1]);
    for (const part of ['about', 'headline'] as const) {
      const thing: Thing = { kind: 'part', id: bo.id, part };
      await report(cy, thing, 'advertising');
      expect((await caseOf(thing)).shown?.hidden).toBe(false);
      await decide(mods[0], await caseOf(thing), { action: 'hide' });
    }
    expect([await finds('wyvern'), await finds('basilisk')]).toEqual([0, 0]);
    const page = await seen(cy, bo);
    expect([page.sections.about, page.headline]).toEqual([undefined, '']);
    const own = (await bo.browser.call<OwnProfile>('GET', '/me/profile')).body;
    expect([own.sections.about.content, own.headline]).toEqual(['Wyvern wares', 'Basilisk bargains']);
    await edit(bo, 'about', 'Wyvern wares', 'everyone');
    expect((await seen(cy, bo)).sections.about).toBe(undefined);
    await edit(bo, 'about', 'Plain');
    await bo.browser.call('PUT', '/me/profile', {
      ...{ version: 1, handle: bo.handle, headline: 'Plain too', page: 'members', indexable: false },
    });
    const after = await seen(cy, bo);
    expect([after.sections.about, after.headline]).toEqual(['Plain', 'Plain too']);
  });

  it('does not hide a member', async () => {
    expect(
      (await decide(mods[0], await caseOf({ kind: 'member', id: cy.id }), { action: 'hide' })).code,
    ).toBe('action-unfit');
  });

  it('suspends: who is suspended reads, takes back, exports and appeals, but does not write, until the day is over', async () => {
    const now = town.clock.now();
    onTestFinished(() => town.clock.set(now));
    const thing: Thing = { kind: 'post', id: await said(cy, 'Grim') };
    await report(bo, thing);
    await decide(mods[0], await caseOf(thing), { action: 'suspend', days: 3 });
    expect((await standing(cy)).suspended).toEqual({ until: '2026-11-13' });
    const post = () => cy.browser.call('POST', '/posts', { text: 'Again' });
    const comment = cy.browser.call('POST', `/posts/${thing.id}/comments`, { text: 'x' });
    expect([(await post()).code, (await comment).code]).toEqual(['suspended', 'suspended']);
    expect((await edit(cy, 'about', 'x')).code).toBe('suspended');
    expect((await report(cy, { kind: 'member', id: bo.id })).code).toBe('suspended');
    const made = await cy.browser.call<{ secret: string }>('POST', '/me/tokens', {
      ...{ proof: { password }, name: 'x', scopes: ['feed:write', 'feed:read'], days: 9 },
    });
    const headers = { authorization: `Bearer ${made.body.secret}` };
    const program = town.browser();
    expect((await program.call('POST', '/posts', { text: 'By token' }, headers)).code).toBe('suspended');
    expect((await program.call('GET', '/feed', undefined, headers)).status).toBe(200);
    expect((await cy.browser.call('GET', '/feed')).status).toBe(200);
    expect((await cy.browser.call('PUT', `/network/blocks/${bo.id}`)).status).toBe(204);
    expect((await cy.browser.call('DELETE', `/posts/${thing.id}`)).status).toBe(204);
    const [decision] = (await standing(cy)).decisions;
    const { status } = await cy.browser.call('POST', `/decisions/${decision?.id}/appeal`, { words: 'Sorry' });
    expect(status).toBe(204);
    town.clock.set(new Date('2026-11-14T09:00:00Z'));
    expect((await post()).status).toBe(200);
    expect((await standing(cy)).suspended).toBe(null);
  });

  it('suspends until further notice, and the appeal ends it; what is late can not be appealed against', async () => {
    const now = town.clock.now();
    onTestFinished(() => town.clock.set(now));
    const thing: Thing = { kind: 'member', id: bo.id };
    await decide(mods[0], await caseOf(thing), { action: 'warn' });
    await decide(mods[0], await caseOf(thing), { action: 'suspend' });
    const decisions = (await standing(bo)).decisions;
    const suspension = decisions.find(({ action }) => action === 'suspend');
    expect((await standing(bo)).suspended).toEqual({ until: null });
    await bo.browser.call('POST', `/decisions/${suspension?.id}/appeal`, { words: 'Please' });
    await mods[1].browser.call('POST', `/house/appeals/${suspension?.id}`, {
      grant: true,
      words: 'Too much',
    });
    expect((await bo.browser.call('POST', '/posts', { text: 'Back' })).status).toBe(200);
    const warning = decisions.find(({ action }) => action === 'warn');
    await town.db.pool.query(`UPDATE house_decisions SET day = '2026-01-01' WHERE id = $1`, [warning?.id]);
    const late = await bo.browser.call('POST', `/decisions/${warning?.id}/appeal`, { words: 'Late' });
    expect(late.code).toBe('appeal-late');
  });
});

it('a member takes along what they reported and what was decided about them', async () => {
  const { reports, decisions } = await exportOrder(town.db.pool, bo.id);
  expect(reports.length).toBeGreaterThan(5);
  expect(decisions).toContainEqual(
    expect.objectContaining({ action: 'suspend', undone: true, appeal: 'Please', answer: 'Too much' }),
  );
});

describe('the log', () => {
  it('has every decision for moderators, and counts without names for everybody', async () => {
    const { decisions } = (await mods[0].browser.call<HouseLog>('GET', '/house/log')).body;
    expect(new Set(decisions.map(({ action }) => action))).toEqual(
      new Set(['dismiss', 'hide', 'warn', 'suspend']),
    );
    const { body } = await town.browser().call<HouseCounts>('GET', '/public/order');
    expect(body.months[0]).toMatchObject({ month: '2026-11' });
    expect(body.months[0]?.counts).toContainEqual({ action: 'grant', n: 2 });
    expect(JSON.stringify(body)).not.toMatch(/[0-9a-f]{8}-/);
  });
});

it('a read takes three statements at most, a write eight, with that of the session', async () => {
  const thing: Thing = { kind: 'part', id: ann.id, part: 'city' };
  await edit(ann, 'city', 'Nanjing');
  const count = async (by: TestMember, method: string, path: string, body?: unknown) =>
    (await countStatements(() => by.browser.call(method, path, body))).statements.length;
  expect(await count(bo, 'POST', '/reports', { thing, reason: 'other' })).toBeLessThanOrEqual(9);
  const { id } = await caseOf(thing);
  for (const path of ['/house/cases', `/house/cases/${id}`, '/house/appeals', '/house/log'])
    expect(await count(mods[0], 'GET', path), path).toBeLessThanOrEqual(3);
  for (const path of ['/reports', '/decisions']) expect(await count(ann, 'GET', path)).toBeLessThanOrEqual(3);
  // The session, the role, the transaction, and the case as it is after it.
  const body = { action: 'hide', reason: 'other', words: 'x' };
  expect(await count(mods[0], 'POST', `/house/cases/${id}/decisions`, body)).toBeLessThanOrEqual(11);
});

describe('the note to a request', () => {
  it('is reported by whom it was written to, hidden, and back when the appeal is granted', async () => {
    const [dee, eve] = (await newMembers(town, 'Dee', 'Eve')) as [TestMember, TestMember];
    await dee.browser.call('PUT', `/network/requests/${eve.id}`, { note: 'Pay me or else' });
    const thing: Thing = { kind: 'note', id: dee.id };
    expect((await report(bo, thing)).code).toBe('thing-unknown');
    expect((await report(eve, thing, 'threat')).status).toBe(204);
    const read = async () =>
      (await eve.browser.call<{ requests: { note: string }[] }>('GET', '/network/requests?side=received'))
        .body.requests[0]?.note;
    const found = (await queue()).find(({ thing: { kind } }) => kind === 'note')!;
    expect(found).toMatchObject({ thing: { id: dee.id, part: '' }, owner: { id: dee.id } });
    expect((await decide(mods[0], found, { action: 'hide', reason: 'threat' })).body.shown).toMatchObject({
      text: 'Pay me or else',
      hidden: true,
    });
    expect(await read()).toBe('');
    const [mine] = (await standing(dee)).decisions;
    expect(mine).toMatchObject({ action: 'hide', thing: { kind: 'note', part: '' } });
    await dee.browser.call('POST', `/decisions/${mine?.id}/appeal`, { words: 'A joke among friends' });
    await mods[1].browser.call('POST', `/house/appeals/${mine?.id}`, { grant: true, words: 'So it is.' });
    expect(await read()).toBe('Pay me or else');
  });
});
