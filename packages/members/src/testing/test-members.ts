import type { Me, OwnProfile, Person } from '@teahouse/contract/members';
import { type Browser, type Reply, signUp, type Town } from './test-town.ts';

/** Somebody with a page, signed in. */
export interface TestMember {
  readonly browser: Browser;
  readonly id: string;
  readonly handle: string;
}

/** Signs up a member who goes by this name, which is also the page's address in lower case. */
export async function newMember(town: Town, name: string): Promise<TestMember> {
  const browser = await signUp(town, `${name.toLowerCase()}@home.test`);
  const { id } = (await browser.call<Me>('GET', '/me')).body;
  const handle = `the-${name.toLowerCase()}`;
  await town.db.pool.query('UPDATE accounts SET name = $2 WHERE id = $1', [id, name]);
  await town.db.pool.query('UPDATE profiles SET handle = $2 WHERE account_id = $1', [id, handle]);
  return { browser, id, handle };
}

export const newMembers = async (town: Town, ...names: string[]): Promise<TestMember[]> => {
  const all: TestMember[] = [];
  for (const name of names) all.push(await newMember(town, name));
  return all;
};

/** Asks for a connection. */
export const ask = (from: TestMember, to: TestMember, note = ''): Promise<Reply<{ tie: string }>> =>
  from.browser.call('PUT', `/network/requests/${to.id}`, { note });
export const accept = (by: TestMember, from: TestMember): Promise<Reply<{ tie: string }>> =>
  by.browser.call('POST', `/network/requests/${from.id}/accept`);

/** Makes each pair connected, by asking and accepting. */
export async function connect(...pairs: [TestMember, TestMember][]): Promise<void> {
  for (const [one, other] of pairs) {
    await ask(one, other);
    const { status } = await accept(other, one);
    if (status !== 200) throw new Error('not connected');
  }
}

/** The page of a member as another one sees it. */
export const look = (by: { browser: Browser }, at: TestMember): Promise<Reply<Person>> =>
  by.browser.call<Person>('GET', `/people/${at.handle}`);

/** Changes one part of a member's page, whatever version it is of. */
export async function edit(
  member: TestMember,
  section: keyof OwnProfile['sections'],
  content: unknown,
  audience = 'members',
): Promise<Reply<OwnProfile>> {
  const { sections } = (await member.browser.call<OwnProfile>('GET', '/me/profile')).body;
  const { version } = sections[section];
  return member.browser.call('PUT', '/me/profile/section', { section, version, audience, content });
}
