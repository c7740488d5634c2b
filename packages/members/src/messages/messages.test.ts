import { randomUUID } from 'node:crypto';
import type {
  HouseCase,
  Message,
  MyDecisions,
  NoticePage,
  Template,
  Templates,
  Thread,
} from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appoint } from '../testing/test-console.ts';
import { apply, makeRecruiter, newRecruiter, posted } from '../testing/test-jobs.ts';
import { newMember, newMembers, type TestMember } from '../testing/test-members.ts';
import { openTown, password, type Reply, type Town } from '../testing/test-town.ts';

let town: Town;
let company: string;
/** Recruiters of the company; a recruiter of another one; who applies; who moderates. */
let rex: TestMember;
let rae: TestMember;
let rival: TestMember;
let mod: TestMember;
let ann: TestMember;
let job: string;
let application: string;
let n = 0;
beforeAll(async () => {
  town = await openTown();
  ({ recruiter: rex, company } = await newRecruiter(town, 'Rex', 'harbour.com'));
  ({ recruiter: rival } = await newRecruiter(town, 'Rival', 'garden.com'));
  [rae, mod] = (await newMembers(town, 'Rae', 'Mod')) as [TestMember, TestMember];
  await makeRecruiter(town, rae, company);
  await appoint(town, mod, 'moderator');
});
afterAll(() => town.close());
beforeEach(async () => {
  n += 1;
  ann = await newMember(town, `Ann${n}`);
  job = await posted(rex, company);
  application = (await apply(ann, job)).body.id;
});

const write = (by: TestMember, text: string, id: string = randomUUID()): Promise<Reply<Message>> =>
  by.browser.call<Message>('PUT', `/applications/${application}/messages/${id}`, { text });
const thread = (by: TestMember, more = '') =>
  by.browser.call<Thread>('GET', `/applications/${application}/messages${more}`);
const read = async (by: TestMember) =>
  (await thread(by)).body.messages.map(({ side, by: name, text }) => [side, name, text]);
const told = async (by: TestMember) =>
  (await by.browser.call<NoticePage>('GET', '/notices')).body.notices
    .filter(({ subject }) => subject === application)
    .map(({ kind, seen, people }) => [kind, seen, people.map(({ name }) => name)]);
const see = async (by: TestMember) => {
  const { latest } = (await by.browser.call<NoticePage>('GET', '/notices')).body;
  await by.browser.call('POST', '/notices/seen', { upTo: latest });
};

describe('a thread in an application', () => {
  it('is between who applied and all recruiters of the company, in the order in which it was written', async () => {
    await write(rex, 'When could you begin?');
    await write(ann, 'In May.\nOr in June.');
    await write(rae, 'June it is.');
    const all = [
      ['company', 'Rex', 'When could you begin?'],
      ['applicant', `Ann${n}`, 'In May.\nOr in June.'],
      ['company', 'Rae', 'June it is.'],
    ];
    for (const by of [ann, rex, rae]) expect(await read(by)).toEqual(all);
    const { body } = await thread(ann);
    expect(body).toMatchObject({
      side: 'applicant',
      closed: null,
      job: { id: job },
      company: { id: company },
    });
    expect(body.messages.map(({ own }) => own)).toEqual([false, true, false]);
    expect((await thread(rae)).body).toMatchObject({ side: 'company', applicant: { id: ann.id } });
    expect(JSON.stringify(body)).not.toMatch(/\d\d:\d\d/);
  });

  it('is nobody else’s to read, to write, or to report', async () => {
    const { body } = await write(rex, 'Hello');
    const stranger = await newMember(town, `Stranger${n}`);
    for (const by of [stranger, rival]) {
      expect((await thread(by)).code).toBe('application-unknown');
      expect((await write(by, 'Hello?')).code).toBe('application-unknown');
      const thing = { kind: 'message', id: body.id };
      expect((await by.browser.call('POST', '/reports', { thing, reason: 'other' })).code).toBe(
        'thing-unknown',
      );
    }
  });

  it('has a message once that is sent twice, and refuses the id of another one', async () => {
    const id = randomUUID();
    expect((await write(ann, 'Once', id)).body.n).toBe(1);
    expect((await write(ann, 'Once', id)).body).toMatchObject({ n: 1, own: true });
    expect((await write(rex, 'Mine', id)).code).toBe('message-taken');
    expect(await read(rex)).toHaveLength(1);
    await Promise.all([write(ann, 'a'), write(rex, 'b'), write(rae, 'c'), write(ann, 'd')]);
    expect((await thread(ann)).body.messages.map((one) => one.n)).toEqual([1, 2, 3, 4, 5]);
  });

  it('is read page by page', async () => {
    await town.db.pool.query(
      `INSERT INTO application_messages (id, application_id, n, side, by_id, text, day)
       SELECT gen_random_uuid(), $1, i, 'applicant', $2, 'm' || i, '2026-11-10' FROM generate_series(1, 45) AS i`,
      [application, ann.id],
    );
    const { messages, previous } = (await thread(rex)).body;
    expect([messages.length, messages.at(0)?.n, messages.at(-1)?.n, previous]).toEqual([40, 6, 45, 6]);
    const before = (await thread(rex, `?before=${previous}`)).body;
    expect([before.messages.map((one) => one.n), before.previous]).toEqual([[1, 2, 3, 4, 5], null]);
  });

  it('takes a text of some length, and some number of them', async () => {
    for (const text of ['', ' \n ', 'x'.repeat(2001)])
      expect((await write(ann, text)).code).toBe('invalid-input');
    await town.db.pool.query(
      `INSERT INTO application_messages (id, application_id, n, side, by_id, text, day)
       SELECT gen_random_uuid(), $1, i, 'applicant', $2, 'm', '2026-11-10' FROM generate_series(1, 500) AS i`,
      [application, ann.id],
    );
    expect((await write(ann, 'One more')).code).toBe('thread-full');
  });

  it('can be read and no more once the application was withdrawn or declined', async () => {
    const id = randomUUID();
    await write(ann, 'Hello', id);
    await town.db.pool.query(`UPDATE applications SET stage = 'declined' WHERE id = $1`, [application]);
    for (const by of [ann, rex]) expect((await write(by, 'But')).code).toBe('thread-closed');
    expect((await write(ann, 'Hello', id)).status).toBe(200); // it was there before
    expect((await thread(rex)).body.closed).toBe('declined');
    await town.db.pool.query(`UPDATE applications SET stage = 'hired' WHERE id = $1`, [application]);
    expect((await write(rex, 'Welcome')).status).toBe(200);
    await ann.browser.call('DELETE', `/me/applications/${application}`);
    for (const by of [ann, rex]) expect((await write(by, 'But')).code).toBe('thread-closed');
    expect((await thread(ann)).body.closed).toBe('withdrawn');
    expect(await read(rex)).toHaveLength(2);
  });

  it('tells the other side anew with each message, and stands in the list once', async () => {
    await write(ann, 'One');
    expect([await told(rex), await told(rae), await told(ann)]).toEqual([
      [['message', false, [`Ann${n}`]]],
      [['message', false, [`Ann${n}`]]],
      [],
    ]);
    await see(rex);
    expect(await told(rex)).toEqual([['message', true, [`Ann${n}`]]]);
    await write(ann, 'Two');
    expect(await told(rex)).toEqual([['message', false, [`Ann${n}`]]]);
    await write(rex, 'Three');
    await write(rae, 'Four');
    expect(await told(ann)).toEqual([['message', false, ['Rae', 'Rex']]]);
    // What is told goes with the application.
    await ann.browser.call('DELETE', `/me/applications/${application}`);
    expect((await apply(ann, job)).status).toBe(200);
    expect([await told(ann), await told(rex)]).toEqual([[], []]);
  });

  it('is closed to a recruiter who blocked or is blocked, whose name the applicant reads no more', async () => {
    await write(rex, 'You again');
    await ann.browser.call('PUT', `/network/blocks/${rex.id}`);
    expect((await thread(rex)).code).toBe('application-unknown');
    expect((await write(rex, 'But')).code).toBe('application-unknown');
    expect(await read(ann)).toEqual([['company', null, 'You again']]);
    await write(ann, 'Somebody else, please');
    expect([await told(rex), await told(rae)]).toEqual([[], [['message', false, [`Ann${n}`]]]]);
    await ann.browser.call('DELETE', `/network/blocks/${rex.id}`);
  });

  it('keeps what a recruiter wrote without a name when they leave, and goes with who applied', async () => {
    const gone = await newMember(town, `Gone${n}`);
    await makeRecruiter(town, gone, company);
    await write(gone, 'See you');
    await write(ann, 'Soon');
    await gone.browser.call('POST', '/me/delete', { proof: { password } });
    expect((await read(ann))[0]).toEqual(['company', null, 'See you']); // asleep
    await town.db.pool.query('DELETE FROM accounts WHERE id = $1', [gone.id]);
    expect((await read(ann))[0]).toEqual(['company', null, 'See you']);
    await ann.browser.call('POST', '/me/delete', { proof: { password } });
    expect((await thread(rex)).code).toBe('application-unknown');
    await town.db.pool.query('DELETE FROM accounts WHERE id = $1', [ann.id]);
    const { rowCount } = await town.db.pool.query(
      'SELECT FROM application_messages WHERE application_id = $1',
      [application],
    );
    expect(rowCount).toBe(0);
  });

  it('is written in one transaction of at most eight statements', async () => {
    await write(ann, 'Warm');
    const { statements } = await countStatements(() => write(ann, 'Counted'));
    const from = statements.findIndex((text) => /^begin/i.test(text));
    const inside = statements.slice(
      from + 1,
      statements.findIndex((text) => /^commit/i.test(text)),
    );
    expect(inside.length).toBeLessThanOrEqual(8);
  });
});

describe('a message that is reported', () => {
  it('is looked at, hidden from all but who wrote it, told, and shown again when the appeal is granted', async () => {
    const { body } = await write(rex, 'You are too old for this');
    const thing = { kind: 'message', id: body.id };
    expect((await rex.browser.call('POST', '/reports', { thing, reason: 'hate' })).code).toBe('report-own');
    expect((await ann.browser.call('POST', '/reports', { thing, reason: 'hate' })).status).toBe(204);
    const { rows } = await town.db.pool.query<{ id: string }>(
      'SELECT id FROM house_cases WHERE subject = $1',
      [body.id],
    );
    const path = `/house/cases/${rows[0]?.id}`;
    expect((await mod.browser.call<HouseCase>('GET', path)).body).toMatchObject({
      owner: { id: rex.id },
      shown: { text: 'You are too old for this', hidden: false },
    });
    const decision = { action: 'hide', reason: 'hate', words: 'Not here.' };
    const decided = await mod.browser.call<HouseCase>('POST', `${path}/decisions`, decision);
    expect(decided.body.shown?.hidden).toBe(true);
    expect((await thread(ann)).body.messages).toMatchObject([{ text: '', hidden: true }]);
    expect((await thread(rex)).body.messages).toMatchObject([
      { text: 'You are too old for this', hidden: true },
    ]);
    const [made] = (await rex.browser.call<MyDecisions>('GET', '/decisions')).body.decisions;
    expect(made).toMatchObject({ thing, action: 'hide' });
    await rex.browser.call('POST', `/decisions/${made?.id}/appeal`, { words: 'It was a joke.' });
    const other = await newMember(town, `Maud${n}`);
    await appoint(town, other, 'moderator');
    await other.browser.call('POST', `/house/appeals/${made?.id}`, { grant: true, words: 'Well.' });
    expect((await thread(ann)).body.messages).toMatchObject([
      { text: 'You are too old for this', hidden: false },
    ]);
  });
});

describe('templates of a company', () => {
  const at = (of = company) => `/companies/${of}/templates`;
  const add = (by: TestMember, text: string, title = 'First talk') =>
    by.browser.call<Template>('POST', at(), { title, text });

  it('are kept, changed and dropped by any of its recruiters, and read by nobody else', async () => {
    const made = (await add(rex, 'Dear {name}, about {job} at {company}')).body;
    expect((await rae.browser.call<Templates>('GET', at())).body.templates).toEqual([made]);
    for (const by of [ann, rival]) {
      expect((await by.browser.call('GET', at())).code).toBe('not-recruiter');
      expect((await add(by, 'Mine')).code).toBe('not-recruiter');
      const change = { title: 'x', text: 'x', version: 1 };
      expect((await by.browser.call('PUT', `${at()}/${made.id}`, change)).code).toBe('template-unknown');
      expect((await by.browser.call('DELETE', `${at()}/${made.id}`)).code).toBe('template-unknown');
    }
    const put = (version: number) =>
      rae.browser.call<Template>('PUT', `${at()}/${made.id}`, { title: 'Talk', text: 'Hi {name}', version });
    expect((await put(1)).body).toMatchObject({ title: 'Talk', version: 2 });
    expect((await put(1)).code).toBe('template-changed');
    expect((await rex.browser.call('DELETE', `${at()}/${made.id}`)).status).toBe(204);
    expect((await rex.browser.call<Templates>('GET', at())).body.templates).toEqual([]);
  });

  it('have no braces but those that are filled in, and there are some of them', async () => {
    expect((await add(rex, 'Dear {nmae}')).code).toBe('invalid-input');
    await town.db.pool.query(
      `INSERT INTO message_templates (company_id, title, text) SELECT $1, 't', 't' FROM generate_series(1, 30)`,
      [company],
    );
    expect((await add(rex, 'One more')).code).toBe('templates-full');
  });
});
