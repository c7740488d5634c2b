import type { MemberCard, SuggestionReason } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, connect, edit, newMember, newMembers, type TestMember } from '../testing/test-members.ts';
import { foundCompany, openTown, signUp, type Town, verify } from '../testing/test-town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const get = async <T>(by: TestMember, path: string) => (await by.browser.call<T>('GET', path)).body;
interface Suggested {
  suggestions: { member: MemberCard; reason: SuggestionReason }[];
}
const suggested = async (by: TestMember) =>
  (await get<Suggested>(by, '/network/suggestions')).suggestions.map(({ member, reason }) => ({
    ...reason,
    name: member.name,
  }));

/** Connections of a member with so many who have no session, some of each of three days. */
async function fill(member: TestMember, count: number): Promise<void> {
  await town.db.pool.query(
    `WITH made AS (INSERT INTO accounts (email, password, name, locale)
       SELECT gen_random_uuid() || '@x.test', '', 'Person ' || i, 'en' FROM generate_series(1, $2::int) i RETURNING id),
     page AS (INSERT INTO profiles (account_id) SELECT id FROM made),
     both_ways AS (SELECT id, date '2026-11-01' + (random() * 2)::int AS day FROM made)
     INSERT INTO connections SELECT $1::uuid, id, day FROM both_ways UNION ALL SELECT id, $1::uuid, day FROM both_ways`,
    [member.id, count],
  );
}

/** All pages of a list, by its cursor. */
async function all<T>(by: TestMember, path: string, key: string): Promise<T[]> {
  const found: T[] = [];
  let next: string | null = '';
  while (next !== null) {
    const end: string = next === '' ? '' : `${path.includes('?') ? '&' : '?'}cursor=${next}`;
    const page: Record<string, T[]> & { next: string | null } = await get(by, path + end);
    found.push(...(page[key] ?? []));
    next = page.next;
  }
  return found;
}

describe('the list of connections', () => {
  it('has each once over its pages, the latest day first, and finds a name', async () => {
    const ann = await newMember(town, 'Ann');
    await fill(ann, 57);
    const found = await all<{ member: MemberCard; since: string }>(
      ann,
      '/network/connections',
      'connections',
    );
    expect(new Set(found.map(({ member }) => member.id)).size).toBe(57);
    const days = found.map(({ since }) => since);
    expect(days).toEqual([...days].sort().reverse());
    const named = await get<{ connections: unknown[] }>(ann, '/network/connections?q=PERSON%205');
    expect(named.connections).toHaveLength(9); // 5, and 50 to 57
    expect(await get(ann, '/network/connections?q=%25')).toEqual({ connections: [], next: null });
  });

  it("is the member's own: nobody else's connections are listed but those in common", async () => {
    const [bo, cy, di] = (await newMembers(town, 'Bo', 'Cy', 'Di')) as [TestMember, TestMember, TestMember];
    await fill(bo, 3);
    await connect([bo, di], [cy, di]);
    const mutuals = await get<{ members: MemberCard[] }>(cy, `/network/mutuals/${bo.id}`);
    expect(mutuals.members.map(({ name }) => name)).toEqual(['Di']);
  });

  it('in common goes over pages as well', async () => {
    const [ed, fay] = (await newMembers(town, 'Ed', 'Fay')) as [TestMember, TestMember];
    await fill(ed, 45);
    await town.db.pool.query(
      'INSERT INTO connections SELECT $2, other_id, since FROM connections WHERE account_id = $1',
      [ed.id, fay.id],
    );
    expect(new Set(await all(ed, `/network/mutuals/${fay.id}`, 'members')).size).toBe(45);
  });
});

describe('requests', () => {
  it('are listed for both with day and note, and for nobody else', async () => {
    const [gus, hal, ida] = (await newMembers(town, 'Gus', 'Hal', 'Ida')) as [
      TestMember,
      TestMember,
      TestMember,
    ];
    await ask(gus, hal, 'We met in Hangzhou');
    const received = await get<{ requests: object[] }>(hal, '/network/requests');
    expect(received.requests).toMatchObject([
      { member: { name: 'Gus' }, note: 'We met in Hangzhou', day: '2026-11-10' },
    ]);
    const sent = await get<{ requests: object[] }>(gus, '/network/requests?side=sent');
    expect(sent.requests).toMatchObject([{ member: { name: 'Hal' } }]);
    for (const side of ['received', 'sent'])
      expect(await get(ida, `/network/requests?side=${side}`)).toEqual({ requests: [], next: null });
  });
});

describe('suggestions', () => {
  it('tell why: connections in common, the same company, the same school', async () => {
    const [jo, kim, lee, mo, ned] = (await newMembers(town, 'Jo', 'Kim', 'Lee', 'Mo', 'Ned')) as [
      TestMember,
      TestMember,
      TestMember,
      TestMember,
      TestMember,
    ];
    const founder = await signUp(town, 'founder@home.test');
    await foundCompany(town, founder, 'harbour.com', 'logistics');
    await connect([jo, kim], [kim, lee], [jo, ned], [ned, lee]);
    for (const one of [jo, mo]) await verify(town, one.browser, `${one.handle}@harbour.com`);
    await edit(jo, 'education', [{ school: 'The Tea College', degree: '', from: null, to: null }]);
    const pat = await newMember(town, 'Pat');
    await edit(pat, 'education', [{ school: 'tea  college', degree: '', from: null, to: 2011 }]);
    const quin = await newMember(town, 'Quin');
    await edit(
      quin,
      'education',
      [{ school: 'Tea College', degree: '', from: null, to: null }],
      'connections',
    );

    expect(await suggested(jo)).toMatchObject([
      { name: 'Lee', kind: 'mutuals', count: 2 },
      { name: 'Mo', kind: 'company', company: 'harbour' },
      { name: 'Pat', kind: 'school', school: 'The Tea College' },
    ]);

    await ask(jo, lee);
    await mo.browser.call('PUT', `/network/requests/${jo.id}`, { note: '' });
    expect((await jo.browser.call('PUT', `/network/dismissed/${pat.id}`)).status).toBe(204);
    expect(await suggested(jo)).toEqual([]);
    await edit(quin, 'education', [{ school: 'Tea College', degree: '', from: null, to: null }], 'everyone');
    expect((await suggested(jo)).map(({ name }) => name)).toEqual(['Quin']);
    expect((await suggested(pat)).map(({ name }) => name).sort()).toEqual(['Jo', 'Quin']);
  });

  it('are none for whom nobody knows', async () => {
    expect(await suggested(await newMember(town, 'Xia'))).toEqual([]);
  });
});

describe('requests to the network', () => {
  it('take at most three statements to read and eight to write', async () => {
    const [ray, sam] = (await newMembers(town, 'Ray', 'Sam')) as [TestMember, TestMember];
    const count = async (by: TestMember, method: string, path: string, body?: unknown) => {
      const { result, statements } = await countStatements(() => by.browser.call(method, path, body));
      expect(result.status).toBeLessThan(300);
      return statements.length;
    };
    await connect([ray, sam]);
    for (const path of [
      `/people/${sam.handle}`,
      '/me/profile',
      '/network/requests',
      '/network/connections?q=a',
      `/network/mutuals/${sam.id}`,
      '/network/follows',
      '/network/blocks',
      '/network/suggestions',
    ])
      expect(await count(ray, 'GET', path), path).toBeLessThanOrEqual(3);
    for (const [by, at, method, path, body] of [
      [ray, sam, 'DELETE', 'connections', undefined],
      [ray, sam, 'PUT', 'requests', { note: '' }],
      [sam, ray, 'POST', 'accept', undefined],
      [ray, sam, 'PUT', 'follows', undefined],
      [ray, sam, 'DELETE', 'follows', undefined],
      [ray, sam, 'PUT', 'dismissed', undefined],
      [ray, sam, 'PUT', 'blocks', undefined],
      [ray, sam, 'DELETE', 'blocks', undefined],
    ] as const) {
      const place = path === 'accept' ? `requests/${at.id}/accept` : `${path}/${at.id}`;
      expect(await count(by, method, `/network/${place}`, body), path).toBeLessThanOrEqual(8);
    }
  });
});
