import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { createTestDb, type TestDb } from './test-db.ts';

const fixtures = fileURLToPath(new URL('../fixtures/migrations', import.meta.url));
let db: TestDb;
let folder: string;

beforeEach(async () => {
  db = await createTestDb();
  folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  cpSync(fixtures, folder, { recursive: true });
});
afterEach(async () => {
  await db.drop();
  rmSync(folder, { recursive: true });
});

describe('migrate', () => {
  it('applies the files in order, once', async () => {
    const told: string[] = [];
    const tell = (name: string) => told.push(name);
    expect(await migrate(db.pool, folder, tell)).toEqual(['0001_cup.sql', '0002_heat.sql']);
    expect(told).toEqual(['0001_cup.sql', '0002_heat.sql']);
    expect(await migrate(db.pool, folder, tell)).toEqual([]);
    expect(told).toHaveLength(2);
    expect((await db.pool.query('SELECT * FROM cup')).rows).toEqual([{ id: 1, tea: '龙井', heat: 80 }]);
  });

  it('lets any number of processes race, and applies each file once', async () => {
    const done = await Promise.all(Array.from({ length: 8 }, () => migrate(db.pool, folder)));
    expect(done.flat().sort()).toEqual(['0001_cup.sql', '0002_heat.sql']);
  });

  it('refuses a file that was changed after it was applied', async () => {
    await migrate(db.pool, folder);
    writeFileSync(join(folder, '0001_cup.sql'), 'SELECT 1;');
    await expect(migrate(db.pool, folder)).rejects.toMatchObject({ code: 'changed' });
  });

  it('refuses a database that is newer than the program', async () => {
    await migrate(db.pool, folder);
    rmSync(join(folder, '0002_heat.sql'));
    await expect(migrate(db.pool, folder)).rejects.toMatchObject({ code: 'unknown' });
  });

  it('leaves a newer database as it is where that still serves this program, and refuses one that does not', async () => {
    writeFileSync(join(folder, '0003_more.sql'), '-- serves: 0001\nALTER TABLE cup ADD COLUMN milk text;');
    await migrate(db.pool, folder);
    rmSync(join(folder, '0003_more.sql'));
    expect(await migrate(db.pool, folder)).toEqual([]);
    rmSync(join(folder, '0002_heat.sql')); // 0002 says nothing of older programs
    await expect(migrate(db.pool, folder)).rejects.toMatchObject({ code: 'unknown' });
  });

  it('lets two programs migrate at once, the older of which knows less', async () => {
    const older = mkdtempSync(join(tmpdir(), 'migrations-'));
    cpSync(fixtures, older, { recursive: true });
    writeFileSync(join(folder, '0003_more.sql'), '-- serves: 0002\nALTER TABLE cup ADD COLUMN milk text;');
    const all = Array.from({ length: 6 }, (_, n) => migrate(db.pool, n % 2 ? folder : older));
    expect((await Promise.all(all)).flat().sort()).toEqual([
      '0001_cup.sql',
      '0002_heat.sql',
      '0003_more.sql',
    ]);
    rmSync(older, { recursive: true });
  });

  it('refuses a file that says it serves what comes after it', async () => {
    writeFileSync(join(folder, '0003_more.sql'), '-- serves: 0004\nSELECT 1;');
    await expect(migrate(db.pool, folder)).rejects.toMatchObject({ code: 'bad-name' });
  });

  it('refuses a new file that sorts before an applied one', async () => {
    await migrate(db.pool, folder);
    writeFileSync(join(folder, '0000_early.sql'), 'SELECT 1;');
    await expect(migrate(db.pool, folder)).rejects.toMatchObject({ code: 'out-of-order' });
  });

  it.each(['1_short.sql', '0003-dash.sql', '0002_twice.sql'])('refuses the file name %s', async (name) => {
    writeFileSync(join(folder, name), 'SELECT 1;');
    await expect(migrate(db.pool, folder)).rejects.toMatchObject({ code: 'bad-name' });
  });

  it('leaves nothing of a file that failed half-way, and goes on when it is mended', async () => {
    writeFileSync(join(folder, '0003_broken.sql'), 'CREATE TABLE half (id int); SELECT nonsense;');
    await expect(migrate(db.pool, folder)).rejects.toThrow('nonsense');
    expect((await db.pool.query("SELECT to_regclass('half') AS half")).rows).toEqual([{ half: null }]);
    writeFileSync(join(folder, '0003_broken.sql'), 'CREATE TABLE half (id int);');
    expect(await migrate(db.pool, folder)).toEqual(['0003_broken.sql']);
  });
});
