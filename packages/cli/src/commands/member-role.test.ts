import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createTestDb, type TestDb } from '@teahouse/kit/test-db';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readSettings } from '../config.ts';
import { memberRole } from './member-role.ts';

const members = path.join(import.meta.dirname, '../../../members');
let db: TestDb;
let root: string;
const said: string[] = [];

beforeAll(async () => {
  db = await createTestDb(path.join(members, 'migrations'));
  root = mkdtempSync(path.join(tmpdir(), 'tea-roles-'));
  // In place of the bundle, the program of the members plane as it is in the source.
  mkdirSync(path.join(root, 'dist/members'), { recursive: true });
  mkdirSync(path.join(root, 'data'));
  const program = pathToFileURL(path.join(members, 'src/member-role.ts'));
  writeFileSync(path.join(root, 'dist/members/member-role.mjs'), `import '${program}';`);
  await db.pool.query(
    `INSERT INTO accounts (email, password, name, locale) VALUES ('ada@home.example', '', 'Ada', 'en')`,
  );
});
afterAll(async () => {
  await db.drop();
  rmSync(root, { recursive: true, force: true });
});
beforeEach(() => {
  said.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
afterEach(() => vi.restoreAllMocks());

const run = (...args: string[]) =>
  memberRole(readSettings(root, { PATH: process.env.PATH, TEAHOUSE_MEMBERS_DATABASE_URL: db.url }), args);

describe('roles of members, on the command line', () => {
  it('are nobody’s at first, then given, listed and taken away', async () => {
    await run('list');
    await run('add', 'Ada@home.example', 'reviewer');
    await run('add', 'ada@home.example', 'reviewer');
    await run('list');
    await run('remove', 'ada@home.example', 'reviewer');
    expect(said).toEqual([
      'No member has a role yet: teahouse member-role add EMAIL reviewer',
      'Ada (ada@home.example) is reviewer.',
      'Ada (ada@home.example) is reviewer.',
      'reviewer  ada@home.example  Ada',
      'Ada is reviewer no more.',
    ]);
  });

  it('are given to members alone, and taken from who has them', async () => {
    await expect(run('add', 'nobody@home.example', 'reviewer')).rejects.toThrow('No member has this address');
    await expect(run('remove', 'ada@home.example', 'moderator')).rejects.toThrow(
      'No moderator has this address',
    );
  });

  it.each([
    [],
    ['add'],
    ['add', 'ada@home.example'],
    ['add', 'ada@home.example', 'king'],
    ['add', '--x', 'reviewer'],
    ['list', 'x'],
  ])('are explained to whoever types something else: %j', async (...words) => {
    await expect(run(...words)).rejects.toThrow('member-role add EMAIL');
  });
});
