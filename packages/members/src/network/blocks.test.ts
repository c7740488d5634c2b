import type { Person } from '@teahouse/contract/members';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, connect, look, newMember, newMembers, type TestMember } from '../testing/test-members.ts';
import { openTown, type Town } from '../testing/test-town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const put = (by: TestMember, place: string, at: TestMember) =>
  by.browser.call('PUT', `/network/${place}/${at.id}`);
const drop = (by: TestMember, place: string, at: TestMember) =>
  by.browser.call('DELETE', `/network/${place}/${at.id}`);
const list = async <T>(by: TestMember, path: string) => (await by.browser.call<T>('GET', path)).body;

describe('a block', () => {
  it('ends connection, requests and following both ways, and hides each from the other', async () => {
    const [ann, bo, cy] = (await newMembers(town, 'Ann', 'Bo', 'Cy')) as [TestMember, TestMember, TestMember];
    await connect([ann, bo], [bo, cy], [ann, cy]);
    await put(ann, 'follows', bo);
    await put(bo, 'follows', ann);
    expect((await put(bo, 'blocks', ann)).status).toBe(204);
    expect((await put(bo, 'blocks', ann)).status).toBe(204);
    for (const [one, other] of [
      [ann, bo],
      [bo, ann],
    ] as const) {
      expect((await look(one, other)).code).toBe('person-unknown');
      expect((await ask(one, other)).code).toBe('person-unknown');
      expect((await put(one, 'follows', other)).code).toBe('person-unknown');
      expect((await put(one, 'dismissed', other)).code).toBe('person-unknown');
      expect(await list(one, `/network/mutuals/${other.id}`)).toEqual({ members: [], next: null });
      expect(await list(one, '/network/follows?side=following')).toEqual({ members: [], next: null });
      expect(await list(one, '/network/follows')).toEqual({ members: [], next: null });
      const suggested = await list<{ suggestions: { member: Person }[] }>(one, '/network/suggestions');
      expect(suggested.suggestions.map(({ member }) => member.id)).not.toContain(other.id);
    }
    expect((await look(cy, ann)).body.network?.mutuals).toBe(0);
  });

  it('says no more than that there is nobody, as where there is nobody', async () => {
    const [di, ed] = (await newMembers(town, 'Di', 'Ed')) as [TestMember, TestMember];
    await put(di, 'blocks', ed);
    const blocked = await look(ed, di);
    const nobody = await look(ed, { ...di, handle: 'nobody-at-all' });
    expect([blocked.status, blocked.body]).toEqual([nobody.status, nobody.body]);
  });

  it('is listed for who made it, and taken back leaves what it ended ended', async () => {
    const [fay, gus] = (await newMembers(town, 'Fay', 'Gus')) as [TestMember, TestMember];
    await connect([fay, gus]);
    await put(fay, 'blocks', gus);
    expect(await list(fay, '/network/blocks')).toEqual({ blocks: [{ id: gus.id, name: 'Gus' }], next: null });
    expect(await list(gus, '/network/blocks')).toEqual({ blocks: [], next: null });
    await drop(gus, 'blocks', fay); // not his to take back
    expect((await look(gus, fay)).code).toBe('person-unknown');
    await drop(fay, 'blocks', gus);
    expect((await look(gus, fay)).body.network?.tie).toBe('none');
  });

  it('can be made by who is blocked, and both then have to take theirs back', async () => {
    const [hal, ida] = (await newMembers(town, 'Hal', 'Ida')) as [TestMember, TestMember];
    await put(hal, 'blocks', ida);
    expect((await put(ida, 'blocks', hal)).status).toBe(204);
    await drop(hal, 'blocks', ida);
    expect((await look(hal, ida)).code).toBe('person-unknown');
  });

  it('is of another member who exists, and there are a thousand at most', async () => {
    const [jo, kim] = (await newMembers(town, 'Jo', 'Kim')) as [TestMember, TestMember];
    expect((await put(jo, 'blocks', jo)).code).toBe('not-with-yourself');
    const nobody = { ...jo, id: '00000000-0000-4000-8000-000000000000' };
    expect((await put(jo, 'blocks', nobody)).code).toBe('person-unknown');
    await town.db.pool.query(
      `WITH made AS (INSERT INTO accounts (email, password, name, locale)
         SELECT gen_random_uuid() || '@x.test', '', 'x', 'en' FROM generate_series(1, 1000) RETURNING id)
       INSERT INTO blocks SELECT $1, id FROM made`,
      [jo.id],
    );
    expect((await put(jo, 'blocks', kim)).code).toBe('blocks-full');
  });
});

describe('following', () => {
  it('needs no answer, shows on the page, and ends', async () => {
    const [lee, mo] = (await newMembers(town, 'Lee', 'Mo')) as [TestMember, TestMember];
    expect((await put(lee, 'follows', mo)).status).toBe(204);
    expect((await put(lee, 'follows', mo)).status).toBe(204);
    expect((await look(lee, mo)).body.network).toMatchObject({ following: true, followers: 1, tie: 'none' });
    const mine = await list<{ members: Person[] }>(mo, '/network/follows?side=followers');
    expect(mine.members.map(({ name }) => name)).toEqual(['Lee']);
    await drop(mo, 'follows', lee); // another direction
    expect((await look(lee, mo)).body.network?.following).toBe(true);
    await drop(lee, 'follows', mo);
    expect((await look(lee, mo)).body.network).toMatchObject({ following: false, followers: 0 });
  });

  it('stops at five thousand', async () => {
    const [ned, ora] = (await newMembers(town, 'Ned', 'Ora')) as [TestMember, TestMember];
    await town.db.pool.query(
      `WITH made AS (INSERT INTO accounts (email, password, name, locale)
         SELECT gen_random_uuid() || '@z.test', '', 'z', 'en' FROM generate_series(1, 5000) RETURNING id)
       INSERT INTO follows SELECT $1, id FROM made`,
      [ned.id],
    );
    expect((await put(ned, 'follows', ora)).code).toBe('following-full');
    expect((await look(ned, ora)).body.network?.following).toBe(false);
    const pat = await newMember(town, 'Pat');
    expect((await put(pat, 'follows', ora)).status).toBe(204);
  });
});
