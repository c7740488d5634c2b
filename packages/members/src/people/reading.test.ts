import { countStatements } from '@teahouse/kit/pool';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newMembers, type TestMember } from '../testing/test-members.ts';
import { openTown, password } from '../testing/test-town.ts';
import { networkOf } from './reading.ts';

describe('a network', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2ff::1', '2001:db8:1:200'],
    ['2001:db8:1:201:a:b:c:d', '2001:db8:1:200'],
    ['2001:db8::5', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('of %s is %s', (address, network) => expect(networkOf(address)).toBe(network));
});

const open = async () => {
  const town = await openTown({ config: { pagesPerHour: 5, visitsPerHour: 4, searchesPerHour: 3 } });
  onTestFinished(() => town.close());
  const [ann, bo] = (await newMembers(town, 'Ann', 'Bo')) as [TestMember, TestMember];
  await town.db.pool.query(`UPDATE profiles SET page = 'everyone'`);
  return { town, ann, bo };
};

describe('reading about others', () => {
  it('ends for a member who reads more than a person can, whichever pages they are, and for nobody else', async () => {
    const { ann, bo } = await open();
    const paths = [`/people/${bo.handle}`, `/posts?author=${bo.id}`, `/network/mutuals/${bo.id}`];
    for (const path of [...paths, ...paths.slice(0, 2)])
      expect((await ann.browser.call('GET', path)).status).toBe(200);
    for (const path of paths) {
      const refused = await ann.browser.call('GET', path);
      expect([refused.code, refused.headers['retry-after']]).toEqual(['too-many', '3600']);
    }
    expect((await ann.browser.call('GET', '/me/profile')).status).toBe(200); // one's own page is none of others
    expect((await bo.browser.call('GET', `/people/${ann.handle}`)).status).toBe(200);
  });

  it('counts a token with its member', async () => {
    const { town, ann, bo } = await open();
    const wanted = { proof: { password }, name: 'Copier', scopes: ['profile:read', 'search:read'], days: 1 };
    const { secret } = (await ann.browser.call<{ secret: string }>('POST', '/me/tokens', wanted)).body;
    const headers = { authorization: `Bearer ${secret}` };
    const program = town.browser();
    const read = (path: string) => program.call('GET', path, undefined, headers);
    for (let n = 0; n < 5; n += 1) expect((await read(`/people/${bo.handle}`)).status).toBe(200);
    expect((await read(`/people/${bo.handle}`)).code).toBe('too-many');
    expect((await ann.browser.call('GET', `/people/${bo.handle}`)).code).toBe('too-many');
    for (let n = 0; n < 3; n += 1) expect((await read('/search/people?q=bo')).status).toBe(200);
    expect((await read('/search/people?q=bo')).code).toBe('too-many');
  });

  it('counts visitors by the network from which the front says they come, and not by a header of theirs', async () => {
    const { town, bo } = await open();
    const url = `/api/members/people/${bo.handle}`;
    const visit = async (from: string, remoteAddress = '127.0.0.1') =>
      (await town.members.app.inject({ url, remoteAddress, headers: { 'x-forwarded-for': from } }))
        .statusCode;
    for (const host of ['1', '2', '3', '4']) expect(await visit(`2001:db8:7:1::${host}`)).toBe(200);
    expect(await visit('2001:db8:7:1::5')).toBe(429);
    expect(await visit('2001:db8:8:1::5')).toBe(200);
    // Not of the front: what it says of itself counts for nothing.
    for (let n = 0; n < 4; n += 1) expect(await visit(`198.51.100.${n}`, '203.0.113.9')).toBe(200);
    expect(await visit('198.51.100.9', '203.0.113.9')).toBe(429);
    // One who is signed in counts as themselves wherever they are.
    expect((await bo.browser.call('GET', `/people/${bo.handle}`)).status).toBe(200);
  });

  it('is written down nowhere: statements that only read, and no line of log', async () => {
    const { town, ann, bo } = await open();
    const lines = town.log.length;
    const { statements } = await countStatements(async () => {
      for (let n = 0; n < 7; n += 1) await ann.browser.call('GET', `/people/${bo.handle}`);
    });
    expect(statements.filter((text) => /\b(insert|update|delete)\b/i.test(text))).toEqual([]);
    expect(town.log.slice(lines)).toEqual([]);
  });
});
