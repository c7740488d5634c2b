import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readLogs } from './logs.ts';

const loot = mkdtempSync(path.join(tmpdir(), 'tea-logs-'));
const folder = path.join(loot, 'talk', 'files');
mkdirSync(path.join(folder, 'database', 'pg'), { recursive: true });
afterAll(() => rmSync(loot, { recursive: true, force: true }));

it('reads what a plane logs as a table, line by line, with the fields as columns', () => {
  const lines = [
    '{"time":"2026-11-03T10:00:00.000Z","event":"a"}',
    '{"time":"2026-11-03T10:05:00.000Z","url":"/x"}',
  ];
  writeFileSync(path.join(folder, 'log'), `${lines.join('\n')}\n`);
  writeFileSync(path.join(folder, 'database', 'postgres.log'), 'STATEMENT: SELECT 1\n');
  writeFileSync(path.join(folder, 'database', 'pg', 'base'), 'no log');
  const files = readLogs(loot, 'talk');
  expect(files.map(({ table }) => table).sort()).toEqual(['log database/postgres.log', 'log log']);
  const own = files.find(({ table }) => table === 'log log');
  expect(own?.columns.map(({ name }) => name)).toEqual(['time', 'event', 'url']);
  expect(own?.rows.map(({ place, values }) => [place, ...values])).toEqual([
    [0, '2026-11-03T10:00:00.000Z', 'a', null],
    [1, '2026-11-03T10:05:00.000Z', null, '/x'],
  ]);
  const ofPostgres = files.find(({ table }) => table === 'log database/postgres.log');
  expect(ofPostgres?.rows.map(({ values }) => values)).toEqual([['STATEMENT: SELECT 1']]);
});

it('finds no lines where there are none', () => {
  expect(readLogs(loot, 'members')).toEqual([]);
});
