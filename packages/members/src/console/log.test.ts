import { createHash } from 'node:crypto';
import type { ConsoleEntry, ConsoleLog } from '@teahouse/contract/members';
import { actText, saidText } from '@teahouse/contract/members/console-chain';
import { withTransaction } from '@teahouse/kit/pool';
import { beforeAll, describe, expect, it } from 'vitest';
import { appoint, because } from '../testing/test-console.ts';
import { newMembers, type TestMember } from '../testing/test-members.ts';
import { openTown, type Town } from '../testing/test-town.ts';
import { record } from './log.ts';

let town: Town;
let olga: TestMember;
let bo: TestMember;

beforeAll(async () => {
  town = await openTown();
  [olga, bo] = (await newMembers(town, 'Olga', 'Bo')) as [TestMember, TestMember];
  await appoint(town, olga, 'operator');
  return () => town.close();
});

const page = async (before?: number) =>
  (
    await olga.browser.call<ConsoleLog>(
      'GET',
      `/console/log${before === undefined ? '' : `?before=${before}`}`,
    )
  ).body;
const set = (value: string) =>
  olga.browser.call('PUT', '/console/settings/pagesPerHour', { ...because(), value });
const bytes = (text: string) => Buffer.from(text, 'base64url');
const sha256 = (...parts: (Buffer | string)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('base64url');
};

/** What a reader does who trusts nobody. */
function verify({ entries, previous }: Pick<ConsoleLog, 'entries' | 'previous'>): string[] {
  let before = previous;
  return [...entries].reverse().flatMap((entry: ConsoleEntry) => {
    const { said, digest, hash, n } = entry;
    const faults = [];
    if (said && sha256(bytes(said.salt), saidText(said)) !== digest) faults.push(`words of ${n}`);
    if (sha256(bytes(before), bytes(digest), actText(entry)) !== hash) faults.push(`order at ${n}`);
    before = hash;
    return faults;
  });
}

describe("the console's log", () => {
  it('has each change on the one before, so that none can be changed, left out or moved unseen', async () => {
    for (const value of ['50', '60', '70']) await set(value);
    const log = await page();
    expect(log.entries.map(({ n, said }) => [n, said?.value])).toEqual([
      [3, '70'],
      [2, '60'],
      [1, '50'],
    ]);
    expect(verify(log)).toEqual([]);
    const [last, middle, first] = log.entries as [ConsoleEntry, ConsoleEntry, ConsoleEntry];
    expect(verify({ ...log, entries: [last, first] })).toEqual(['order at 3']);
    expect(verify({ ...log, entries: [last, { ...middle, day: '2026-11-09' }, first] })).toEqual([
      'order at 2',
    ]);
    const said = middle.said && { ...middle.said, reason: 'Another one' };
    expect(verify({ ...log, entries: [last, { ...middle, said }, first] })).toEqual(['words of 2']);
    const older = await page(3);
    expect(older.entries.map(({ n }) => n)).toEqual([2, 1]);
    expect(verify(older)).toEqual([]);
  });

  it('takes nothing back in the database either', async () => {
    const refused = /append only/;
    for (const sql of [
      'UPDATE console_log SET day = day - 1',
      'DELETE FROM console_log WHERE n = 1',
      "UPDATE console_words SET reason = ''",
      'DELETE FROM console_words',
      'TRUNCATE console_words',
      'TRUNCATE console_log CASCADE',
    ])
      await expect(town.db.pool.query(sql)).rejects.toThrow(refused);
  });

  it('has two entries one after the other that were written at once', async () => {
    await Promise.all(Array.from({ length: 8 }, (_none, i) => set(String(100 + i))));
    const log = await page();
    expect(log.entries.map(({ n }) => n)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(verify(log)).toEqual([]);
  });

  it('leaves no gap where a change was not made after all', async () => {
    const act = { act: 'setting-set', by: olga.id, subject: 'x', reason: 'x', day: '2026-11-10' } as const;
    const failing = withTransaction(town.db.pool, async (tx) => {
      await record(tx, act);
      throw new Error('not after all');
    });
    await expect(failing).rejects.toThrow();
    await set('90');
    expect((await page()).entries[0]?.n).toBe(12);
    expect(verify(await page())).toEqual([]);
  });

  it('forgets what was said about a member who is deleted, and can still be verified', async () => {
    await olga.browser.call('POST', `/console/members/${bo.id}/role`, {
      ...because(),
      role: 'reviewer',
      has: true,
    });
    const exported = (await bo.browser.call<{ parts: { console: object } }>('GET', '/me/export')).body;
    expect(exported.parts.console).toMatchObject({
      about: [{ act: 'role-give', value: 'reviewer' }],
      done: [],
    });
    await town.db.pool.query('DELETE FROM accounts WHERE id = $1', [bo.id]);
    const log = await page();
    expect(log.entries[0]).toMatchObject({ n: 13, act: 'role-give', said: null });
    expect(verify(log)).toEqual([]);
  });

  it('still names an operator who has left', async () => {
    const [max] = (await newMembers(town, 'Max')) as [TestMember];
    await appoint(town, max, 'operator');
    await max.browser.call('PUT', '/console/settings/pagesPerHour', { ...because(), value: '80' });
    await town.db.pool.query('DELETE FROM accounts WHERE id = $1', [max.id]);
    const log = await page();
    expect(log.entries[0]?.said).toMatchObject({ by: 'Max', value: '80' });
    expect(verify(log)).toEqual([]);
  });
});
