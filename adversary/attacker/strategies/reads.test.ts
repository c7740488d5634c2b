import { createDice } from '@teahouse/testbed/dice';
import { expect, it } from 'vitest';
import type { Case } from '../case.ts';
import type { Row } from '../rows.ts';
import { reads } from './reads.ts';

const [asked, answer] = [`${'A'.repeat(42)}E`, `${'B'.repeat(42)}Q`];
const base = Date.parse('2026-11-03T10:00:00Z');
const at = (seconds: number) => new Date(base + 1000 * seconds).toISOString();
const row = (table: string, place: number, values: string[]): Row => ({
  ...{ table, place, values, xid: Number.NaN, lsn: undefined, time: undefined, raw: '' },
});
const side = (rows: Row[], columns: Record<string, string[]>, owners: number[]) => ({
  ...{ rows, owners: Int32Array.from(owners), known: new Map() },
  columns: new Map(
    Object.entries(columns).map(([table, names]) => [table, names.map((name) => ({ name, type: 'text' }))]),
  ),
});

/** Three ask, each is answered; a log tells when which answer was fetched, and members who came when. */
function townWithLog(lines: (post: string, n: number) => string): Case {
  const ids = [0, 1, 2].map((n) => [`${n}${asked.slice(1)}`, `${n}${answer.slice(1)}`] as const);
  const posts = ids.flatMap(([own, reply], n) => [
    { id: own, alias: n, parent: -1, time: undefined },
    { id: reply, alias: 3, parent: 2 * n, time: undefined },
  ]);
  const talkRows = ids.map(([, reply], n) => row('log log', n, [at(100 * n + 5), lines(reply, n)]));
  const membersRows = [0, 1, 2].map((n) => row('seen', n, [at(100 * n), `account ${n}`]));
  return {
    ...{ accounts: ['a', 'b', 'c'], ballots: [], secrets: [], posts },
    aliases: [],
    members: side(membersRows, { seen: ['moment', 'whom'] }, [0, 1, 2]),
    talk: side(talkRows, { 'log log': ['time', 'url'] }, [-1, -1, -1]),
    postOf: Int32Array.from([-1, -1, -1]),
    candidates: () => [0, 1, 2],
  };
}

it('takes who came right before an answer was fetched for the one whom it answers', () => {
  const found = townWithLog((post) => `/api/talk/rooms/square/threads/${asked}?around=${post}`);
  const byTime = reads(found, createDice(1)).find(({ name }) => name === 'seen.moment ~ log log.time');
  expect([...(byTime?.guesses ?? [])]).toEqual([0, -1, 1, -1, 2, -1]);
});

it('says nothing where talk keeps no trace of what was read', () => {
  expect(
    reads(
      townWithLog((_, n) => `event ${n}`),
      createDice(1),
    ),
  ).toEqual([]);
});
