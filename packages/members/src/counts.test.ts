import type { NoticePage, OnePost, Person } from '@teahouse/contract/members';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, look, newMembers, type TestMember } from './testing/test-members.ts';
import { openTown, password, type Town } from './testing/test-town.ts';

/* What is counted is what is listed, also when somebody falls asleep on the way out, is blocked, or takes it back. */

let town: Town;
let ann: TestMember;
let bo: TestMember;
let cy: TestMember;
let di: TestMember;
let ed: TestMember;
beforeAll(async () => {
  town = await openTown();
  [ann, bo, cy, di, ed] = (await newMembers(town, 'Ann', 'Bo', 'Cy', 'Di', 'Ed')) as [
    TestMember,
    TestMember,
    TestMember,
    TestMember,
    TestMember,
  ];
  await connect([ann, bo], [ann, cy], [di, bo], [di, cy], [ann, ed], [di, ed]);
});
afterAll(() => town.close());

const get = async <T>(by: TestMember, path: string) => (await by.browser.call<T>('GET', path)).body;
const put = (by: TestMember, path: string, body?: object) => by.browser.call('PUT', path, body);
const names = (members: readonly { name: string }[]) => members.map(({ name }) => name).sort();
const sleep = (who: TestMember) => who.browser.call('POST', '/me/delete', { proof: { password } });
const wake = (who: TestMember, name: string) =>
  who.browser.call('POST', '/session', { email: `${name}@home.test`, password, comeBack: true });

/** Of Di, as Ann sees her: what is counted, and what is listed. */
async function counted() {
  const { degree, network } = (await look(ann, di)).body;
  return {
    degree,
    mutuals: network?.mutuals,
    connections: network?.connections,
    followers: network?.followers,
  };
}
const listed = async () => {
  const { members } = await get<{ members: Person[] }>(ann, `/network/mutuals/${di.id}`);
  const own = await get<{ connections: { member: Person }[] }>(di, '/network/connections');
  const follows = await get<{ members: Person[] }>(di, '/network/follows');
  return {
    mutuals: names(members),
    connections: names(own.connections.map(({ member }) => member)),
    followers: names(follows.members),
  };
};
/** What one is told, and the number on the bell. */
async function told(who: TestMember) {
  const { notices } = await get<NoticePage>(who, '/notices');
  const { unseen } = await get<{ unseen: number }>(who, '/notices/unseen');
  const fresh = notices.filter(({ seen }) => !seen);
  for (const { count, people } of notices) expect(people.length).toBeLessThanOrEqual(count);
  expect(unseen).toBe(fresh.length);
  return fresh.map(({ kind, count, people }) => [kind, count, ...names(people)]);
}
const forget = async (who: TestMember) => {
  const { latest } = await get<NoticePage>(who, '/notices');
  await who.browser.call('POST', '/notices/seen', { upTo: latest });
};

describe('of connections, followers and people in common', () => {
  it('who sleeps is none, and is again after coming back', async () => {
    await put(bo, `/network/follows/${di.id}`);
    await put(ann, `/network/follows/${di.id}`);
    const all = { mutuals: ['Bo', 'Cy', 'Ed'], connections: ['Bo', 'Cy', 'Ed'], followers: ['Ann', 'Bo'] };
    const sizes = { degree: 2, mutuals: 3, connections: 3, followers: 2 };
    expect([await listed(), await counted()]).toEqual([all, sizes]);
    await sleep(bo);
    const less = { mutuals: ['Cy', 'Ed'], connections: ['Cy', 'Ed'], followers: ['Ann'] };
    expect([await listed(), await counted()]).toEqual([
      less,
      { degree: 2, mutuals: 2, connections: 2, followers: 1 },
    ]);
    await wake(bo, 'bo');
    expect([await listed(), await counted()]).toEqual([all, sizes]);
  });

  it('nobody leads to another while asleep', async () => {
    for (const [who, name] of [
      [bo, 'bo'],
      [cy, 'cy'],
      [ed, 'ed'],
    ] as const) {
      await sleep(who);
      if (name === 'ed') expect((await counted()).degree).toBe(null);
    }
    for (const [who, name] of [
      [bo, 'bo'],
      [cy, 'cy'],
      [ed, 'ed'],
    ] as const)
      await wake(who, name);
    expect((await counted()).degree).toBe(2);
  });
});

describe('of notices', () => {
  const posted = async (by: TestMember, body: object) =>
    (await by.browser.call<OnePost>('POST', '/posts', body)).body.post.id;

  it('a new follower is one, once, until they follow no more', async () => {
    await forget(cy);
    for (let n = 0; n < 2; n += 1) await put(ed, `/network/follows/${cy.id}`);
    expect(await told(cy)).toEqual([['follow', 1, 'Ed']]);
    await ed.browser.call('DELETE', `/network/follows/${cy.id}`);
    expect(await told(cy)).toEqual([]);
  });

  it('that a connection was made goes with it', async () => {
    await forget(bo);
    await connect([bo, ed]);
    expect(await told(bo)).toEqual([['accepted', 1, 'Ed']]);
    await ed.browser.call('DELETE', `/network/connections/${bo.id}`);
    expect(await told(bo)).toEqual([]);
  });

  it('a share goes with the last post that shares', async () => {
    await forget(ann);
    const post = await posted(ann, { text: 'Pass it on' });
    const shares = [
      await posted(ed, { text: '', shares: post }),
      await posted(ed, { text: 'Again', shares: post }),
    ];
    expect(await told(ann)).toEqual([['share', 1, 'Ed']]);
    await ed.browser.call('DELETE', `/posts/${shares[0]}`);
    expect(await told(ann)).toEqual([['share', 1, 'Ed']]);
    await ed.browser.call('DELETE', `/posts/${shares[1]}`);
    expect(await told(ann)).toEqual([]);
  });

  it('answers go with the comment that they answered', async () => {
    const post = await posted(ann, { text: 'What do you think?' });
    const say = async (by: TestMember, text: string, under?: string) =>
      (await by.browser.call<{ comment: { id: string } }>('POST', `/posts/${post}/comments`, { text, under }))
        .body.comment.id;
    await forget(ann);
    const first = await say(bo, 'Well');
    await say(cy, 'Quite', first);
    expect(await told(ann)).toEqual([['comment', 2, 'Bo', 'Cy']]);
    await bo.browser.call('DELETE', `/comments/${first}`);
    expect(await told(ann)).toEqual([]);
  });

  it('those of somebody who blocks, is blocked or sleeps are gone, and of a post that one may see no more', async () => {
    const post = await posted(ann, { text: 'Look' });
    await forget(ann);
    for (const by of [bo, cy, ed]) await put(by, `/posts/${post}/reaction`, { kind: 'like' });
    expect(await told(ann)).toEqual([['reaction', 3, 'Bo', 'Cy', 'Ed']]);
    await put(ann, `/network/blocks/${bo.id}`);
    expect(await told(ann)).toEqual([['reaction', 2, 'Cy', 'Ed']]);
    await put(cy, `/network/blocks/${ann.id}`);
    expect(await told(ann)).toEqual([['reaction', 1, 'Ed']]);
    await sleep(ed);
    expect(await told(ann)).toEqual([]);
    await wake(ed, 'ed');

    await forget(ed);
    const own = await posted(di, { text: 'For us', audience: 'connections' });
    const { body } = await ed.browser.call<{ comment: { id: string } }>('POST', `/posts/${own}/comments`, {
      text: 'Nice',
    });
    await di.browser.call('POST', `/posts/${own}/comments`, { text: 'Thanks', under: body.comment.id });
    expect(await told(ed)).toEqual([['reply', 1, 'Di']]);
    await di.browser.call('DELETE', `/network/connections/${ed.id}`);
    expect(await told(ed)).toEqual([]);
  });
});
