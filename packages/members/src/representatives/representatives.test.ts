import { beforeAll, describe, expect, it } from 'vitest';
import { newMembers, type TestMember } from '../testing/test-members.ts';
import { openTown, type Town } from '../testing/test-town.ts';
import { actsFor, readRoles } from './store.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
  return () => town.close();
});

describe('who acts for a company', () => {
  it('may do what the role says, and an owner everything, and nobody anything at another company', async () => {
    const [ann, bo] = (await newMembers(town, 'Ann', 'Bo')) as [TestMember, TestMember];
    const { pool } = town.db;
    await pool.query(
      `INSERT INTO companies (id, name_zh, name_en, industry, status)
       SELECT id, id, id, 'tea', 'approved' FROM unnest(ARRAY['one-tea', 'two-tea']) AS id`,
    );
    await pool.query(
      `INSERT INTO representatives (company_id, account_id, role) VALUES ('one-tea', $1, 'owner'), ('one-tea', $2, 'recruiter')`,
      [ann.id, bo.id],
    );
    const may = async (who: TestMember, company: string, role: 'speaker' | 'recruiter') =>
      (await pool.query(`SELECT ${actsFor('$1::uuid', '$2', role)} AS may`, [who.id, company])).rows[0].may;
    expect(await may(ann, 'one-tea', 'speaker')).toBe(true);
    expect(await may(bo, 'one-tea', 'recruiter')).toBe(true);
    expect(await may(bo, 'one-tea', 'speaker')).toBe(false);
    expect(await may(ann, 'two-tea', 'recruiter')).toBe(false);
    expect(await readRoles(pool, bo.id)).toEqual([{ company: 'one-tea', roles: ['recruiter'] }]);
  });
});
