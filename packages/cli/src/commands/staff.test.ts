import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createTestDb, type TestDb } from '@teahouse/kit/test-db';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readSettings } from '../config.ts';
import { staff } from './staff.ts';

const talk = path.join(import.meta.dirname, '../../../talk');
let db: TestDb;
let root: string;
const said: string[] = [];

beforeAll(async () => {
  db = await createTestDb(path.join(talk, 'migrations'));
  root = mkdtempSync(path.join(tmpdir(), 'tea-staff-'));
  // In place of the bundle, the program of the talk plane as it is in the source.
  mkdirSync(path.join(root, 'dist/talk'), { recursive: true });
  mkdirSync(path.join(root, 'data'));
  const program = pathToFileURL(path.join(talk, 'src/staff.ts'));
  writeFileSync(path.join(root, 'dist/talk/staff.mjs'), `import '${program}';`);
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
  staff(readSettings(root, { PATH: process.env.PATH, TEAHOUSE_TALK_DATABASE_URL: db.url }), args);

describe('the staff, on the command line', () => {
  it('is nobody at first, then who was added, and less who was put off', async () => {
    await run('list');
    expect(said.join('\n')).toContain('There is no staff yet');
    await run('add', 'Mo Li', '--role', 'moderator');
    await run('add', 'Ada', '--role', 'admin');
    await run('off', 'mo li');
    said.length = 0;
    await run('list');
    expect(said).toEqual(['invited admin     Ada', 'off     moderator Mo Li']);
  });

  it('gets a link with the invitation behind the #, another one each time', async () => {
    await run('add', 'Bea', '--role', 'senior');
    const [first] = said.join('\n').match(/http:\/\/localhost:4380\/desk\/enrol#[\w-]{43}/) ?? [];
    said.length = 0;
    await run('add', 'Bea', '--role', 'senior');
    expect(first).toBeDefined();
    expect(said.join('\n')).toMatch(/\/desk\/enrol#[\w-]{43}/);
    expect(said.join('\n')).not.toContain(first);
    writeFileSync(path.join(root, 'data/running.json'), JSON.stringify({ origin: 'https://tea.example' }));
    await run('add', 'Cy', '--role', 'moderator');
    expect(said.join('\n')).toContain('https://tea.example/desk/enrol#');
  });

  it('takes no name for an option, and tells in words what cannot be', async () => {
    await run('add', '--role', 'moderator', '--', '--import=evil');
    await run('list');
    expect(said.join('\n')).toContain('moderator --import=evil');
    await expect(run('off', 'nobody')).rejects.toThrow('Nobody of the staff has that name');
    for (const args of [
      ['add', 'Dai'],
      ['add', 'Dai', '--role', 'king'],
      ['list', 'x'],
      ['off'],
      ['burn'],
      [],
    ])
      await expect(run(...args)).rejects.toThrow('teahouse staff add NAME');
    await db.pool.query("UPDATE staff SET state = 'active' WHERE name = 'Ada'");
    await expect(run('add', 'ada', '--role', 'admin')).rejects.toThrow('Somebody has that name already');
    await expect(run('off', 'ada')).rejects.toThrow('Somebody has to be left');
  });
});
