import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPool, type Pool } from '@teahouse/kit/pool';
import { createTestDb, type TestDb } from '@teahouse/kit/test-db';
import { encodeEntry } from '@teahouse/protocol/record';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '../config.ts';
import { bytesOf, talkEntries, writeLog } from '../log/test-logs.ts';
import { logFindings } from './doctor-logs.ts';

describe('the doctor on logs', () => {
  let root: string;
  let db: TestDb;
  let pool: Pool;
  const home = () => path.join(root, 'data/talk');
  const last = talkEntries.length - 1;

  beforeEach(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'tea-doctor-'));
    mkdirSync(path.join(home(), 'secrets'), { recursive: true });
    writeFileSync(path.join(home(), 'secrets/log.key'), bytesOf("talk's key"));
    await writeLog(path.join(home(), 'public-log'), 'talk', talkEntries);
    db = await createTestDb();
    pool = createPool({ url: db.url, name: 'test', max: 2 });
    await pool.query('CREATE TABLE log_entries (index bigint PRIMARY KEY, entry bytea NOT NULL)');
  });
  afterEach(async () => {
    await pool.end();
    await db.drop();
    rmSync(root, { recursive: true, force: true });
  });

  const row = (index: number, entry: Uint8Array) =>
    pool.query('INSERT INTO log_entries VALUES ($1, $2)', [index, Buffer.from(entry)]);
  const entryAt = (index: number) => encodeEntry(talkEntries[index] as (typeof talkEntries)[number]);
  const look = (own = true) =>
    logFindings(readSettings(root, own ? { TEAHOUSE_TALK_DATABASE_URL: db.url } : {}));
  const complaints = async () => (await look()).filter(({ ok }) => !ok).map(({ words }) => words);

  it('finds folder, key and database in order, also with entries that still wait', async () => {
    await row(last, entryAt(last));
    await row(last + 1, entryAt(last));
    expect(await complaints()).toEqual([]);
    expect((await look()).map(({ words }) => words).join()).toContain('agree');
  });

  it('says that it could not compare where no database runs, and nothing of planes that never started', async () => {
    expect((await look(false)).map(({ words }) => words)).toEqual([
      expect.stringContaining('is sound: 6 entries'),
      expect.stringContaining("doesn't run"),
    ]);
  });

  it.each<[string, () => unknown, RegExp]>([
    ['a database older than the log', () => row(0, entryAt(0)), /backup of the database was restored/],
    ['a folder older than the database', () => row(last + 5, entryAt(0)), /old copy/],
    ['a database of another town', () => row(last, entryAt(0)), /belong to two towns/],
    ['a database without the table', () => pool.query('DROP TABLE log_entries'), /can't be read/],
    [
      'another key',
      () => writeFileSync(path.join(home(), 'secrets/log.key'), bytesOf('other')),
      /no known key/,
    ],
    ['half a key', () => writeFileSync(path.join(home(), 'secrets/log.key'), 'half'), /is no key/],
    ['a lost folder', () => rmSync(path.join(home(), 'public-log'), { recursive: true }), /its key is there/],
    ['a lost key', () => rmSync(path.join(home(), 'secrets/log.key')), /no such file/],
  ])('finds %s', async (_what, harm, words) => {
    await harm();
    expect((await complaints()).join()).toMatch(words);
  });

  it('finds a tile that was changed', async () => {
    const tile = path.join(home(), `public-log/tile/0/000.p/${talkEntries.length}`);
    const bytes = readFileSync(tile);
    bytes[0] = (bytes[0] as number) ^ 1;
    writeFileSync(tile, bytes);
    expect((await complaints()).join()).toMatch(/tiles do not hash/);
  });
});
