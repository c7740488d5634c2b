import type { OnePost, PostPage } from '@teahouse/contract/members';
import { type Browser, type Reply, signUp, type Town } from './test-town.ts';

/** A member with a browser that is signed in. */
export interface Member {
  readonly id: string;
  readonly browser: Browser;
}

let members = 0;

export async function newMember(town: Town): Promise<Member> {
  members += 1;
  const browser = await signUp(town, `reader${members}@home.test`);
  const { body } = await browser.call<{ id: string }>('GET', '/me');
  return { id: body.id, browser };
}

export const newMembers = async (town: Town, count: number): Promise<Member[]> => {
  const all: Member[] = [];
  while (all.length < count) all.push(await newMember(town));
  return all;
};

const run = (town: Town, text: string, ...values: unknown[]) => town.db.pool.query(text, values);

export const connect = (town: Town, one: Member, other: Member) =>
  run(
    town,
    `INSERT INTO connections VALUES ($1, $2, '2026-11-01'), ($2, $1, '2026-11-01')`,
    one.id,
    other.id,
  );
export const disconnect = (town: Town, one: Member, other: Member) =>
  run(town, 'DELETE FROM connections WHERE (account_id, other_id) IN (($1, $2), ($2, $1))', one.id, other.id);
export const follow = (town: Town, follower: Member, followed: Member) =>
  run(town, 'INSERT INTO follows VALUES ($1, $2)', follower.id, followed.id);
export const block = (town: Town, one: Member, other: Member) =>
  run(town, 'INSERT INTO blocks VALUES ($1, $2)', one.id, other.id);

export const post = async (by: Member, text: string, more: object = {}): Promise<Reply<OnePost>> =>
  by.browser.call<OnePost>('POST', '/posts', { text, ...more });

/** Posts, and waits until it is in the feeds. Returns its id. */
export async function posted(town: Town, by: Member, text: string, more: object = {}): Promise<string> {
  const { body, code } = await post(by, text, more);
  if (code) throw new Error(`not posted: ${code}`);
  await town.members.idle();
  return body.post.id;
}

export const feedOf = async (
  reader: Member,
  order: 'ranked' | 'newest' = 'newest',
  after?: string | null,
): Promise<PostPage> => {
  const { body } = await reader.browser.call<PostPage>(
    'GET',
    `/feed?order=${order}${after ? `&after=${after}` : ''}`,
  );
  return body;
};
export const textsOf = ({ posts }: PostPage): string[] => posts.map(({ text }) => text);
