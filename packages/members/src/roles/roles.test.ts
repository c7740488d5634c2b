import type { Me } from '@teahouse/contract/members';
import { beforeAll, describe, expect, it } from 'vitest';
import { newMembers, type TestMember } from '../testing/test-members.ts';
import { openTown, type Town } from '../testing/test-town.ts';
import { deleteRole, insertRole } from './store.ts';

let town: Town;
let ann: TestMember;
let bo: TestMember;

beforeAll(async () => {
  town = await openTown();
  [ann, bo] = (await newMembers(town, 'Ann', 'Bo')) as [TestMember, TestMember];
  return () => town.close();
});

const me = async ({ browser }: TestMember) => (await browser.call<Me>('GET', '/me')).body;

describe('the roles of a member', () => {
  it('are told to the member alone, as they are now', async () => {
    expect((await me(ann)).roles).toEqual([]);
    const { email } = await me(ann);
    await insertRole(town.db.pool, email, 'reviewer');
    await insertRole(town.db.pool, email, 'moderator');
    expect((await me(ann)).roles).toEqual(['moderator', 'reviewer']);
    expect((await me(bo)).roles).toEqual([]);
    await deleteRole(town.db.pool, email, 'moderator');
    expect((await me(ann)).roles).toEqual(['reviewer']);
  });
});
