import type { OnePost } from '@teahouse/contract/members';
import { membersPaths, membersRoutes } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apply, makeRecruiter, posted } from './testing/test-jobs.ts';
import { connect, newMembers, type TestMember } from './testing/test-members.ts';
import { foundCompany, openTown, type Town, verify } from './testing/test-town.ts';

/*
 * Every route that reads, drawn from the contract: a new one is counted here without being named. Three statements at
 * most, with that of the session, and none that writes: nobody's reading is kept.
 */

let town: Town;
let ann: TestMember;
let params: Readonly<Record<string, string>>;
beforeAll(async () => {
  town = await openTown();
  const [one, bo] = (await newMembers(town, 'Ann', 'Bo')) as [TestMember, TestMember];
  ann = one;
  await connect([ann, bo]);
  const company = await foundCompany(town, ann.browser, 'harbour.com');
  await verify(town, ann.browser, 'ann@harbour.com');
  const post = (await bo.browser.call<OnePost>('POST', '/posts', { text: 'Tea?' })).body.post.id;
  await bo.browser.call('PUT', `/posts/${post}/reaction`, { kind: 'like' });
  await bo.browser.call('POST', '/reports', {
    thing: { kind: 'member', id: ann.id },
    reason: 'other',
    words: '',
  });
  await town.db.pool.query(
    `INSERT INTO staff_roles SELECT id, role FROM accounts, unnest(ARRAY['moderator', 'reviewer', 'operator']) AS r (role)
     WHERE name = 'Bo'`,
  );
  const { rows } = await town.db.pool.query<{ id: string }>('SELECT id FROM house_cases');
  await makeRecruiter(town, ann, company);
  await town.db.pool.query(
    `INSERT INTO representatives SELECT company_id, account_id, 'owner' FROM representatives`,
  );
  const job = await posted(ann, company);
  const application = (await apply(ann, job)).body.id;
  params = {
    job,
    application,
    handle: bo.handle,
    member: bo.id,
    post,
    case: rows[0]?.id ?? '',
    author: bo.id,
    company: 'harbour',
  };
  await town.members.idle();
  readers = { public: ann, session: ann, moderator: bo, reviewer: bo, console: bo };
});
afterAll(() => town.close());
let readers: Record<string, TestMember>;

/** What a question must ask at least. */
const asked: Readonly<Record<string, string>> = {
  postsBy: '?author=:author',
  searchPeople: '?q=bo',
  peopleFacets: '?q=bo',
  searchPosts: '?q=tea',
  searchCompanies: '?q=harbour',
  companyColleagues: '?q=ann',
  boardFound: '?q=tea',
  exportApplications: '?as=json',
};
/** Read elsewhere, with what they need to be there: a picture, a badge; or no answer that ends; or all at once. */
const elsewhere = ['picture', 'reviewPicture', 'noticeEvents', 'exportData', 'exportPage', 'applicationFile'];

const reads = Object.entries(membersPaths)
  .filter(([name, path]) => path.startsWith('GET ') && !elsewhere.includes(name))
  .map(([name, path]) => ({ name, path: path.slice(4) + (asked[name] ?? '') }))
  .filter(({ name }) => membersRoutes[name as keyof typeof membersRoutes].access !== 'operator');

it.each(reads)('$name reads in three statements at most, and writes nothing', async ({ name, path }) => {
  const { access } = membersRoutes[name as keyof typeof membersRoutes];
  const at = path.replace(/:(\w+)/g, (_all, key: string) => params[key] ?? key);
  const by = readers[access] ?? ann;
  await by.browser.call('GET', at); // what is remembered for everybody, such as the highest post, is of no reader
  const { result, statements } = await countStatements(() => by.browser.call('GET', at));
  expect([name, result.status, result.code]).toEqual([name, 200, undefined]);
  const isDesk = access === 'moderator' || access === 'reviewer' || access === 'console';
  expect(statements.length).toBeLessThanOrEqual(isDesk ? 4 : 3); // a desk asks for the role as well
  expect(statements.filter((text) => /\b(insert|update|delete|truncate)\b/i.test(text))).toEqual([]);
});
