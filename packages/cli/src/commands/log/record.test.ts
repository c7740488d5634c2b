import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPool, type Pool } from '@teahouse/kit/pool';
import { createTestDb, type TestDb } from '@teahouse/kit/test-db';
import { decodeEntry, encodeEntry } from '@teahouse/protocol/record';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readSettings, type Settings } from '../../config.ts';
import { bytesOf, talkEntries } from '../../log/test-logs.ts';
import { record } from './record.ts';

describe('an event of the operator', () => {
  let root: string;
  let db: TestDb;
  let pool: Pool;
  let settings: Settings;

  beforeEach(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'tea-record-'));
    mkdirSync(path.join(root, 'data'));
    db = await createTestDb();
    pool = createPool({ url: db.url, name: 'test', max: 2 });
    await pool.query('CREATE TABLE log_entries (index bigint PRIMARY KEY, entry bytea NOT NULL)');
    const [head] = talkEntries.map(encodeEntry);
    await pool.query('INSERT INTO log_entries VALUES (0, $1)', [Buffer.from(head ?? [])]);
    settings = readSettings(root, { TEAHOUSE_TALK_DATABASE_URL: db.url });
    vi.spyOn(console, 'log').mockImplementation(() => {});
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await pool.end();
    await db.drop();
    rmSync(root, { recursive: true, force: true });
  });

  const planned = async () => {
    const { rows } = await pool.query('SELECT entry FROM log_entries WHERE index > 0 ORDER BY index');
    return rows.map(({ entry }) => decodeEntry(new Uint8Array(entry)));
  };

  it('is planned in the database of a closed house, with the post that it is about', async () => {
    const post = Buffer.from(bytesOf('an act')).toString('base64url');
    expect(await record(settings, ['moderation', 'removed', 'Names a person.', '--post', post])).toBe(0);
    const event = { type: 'event', kind: 'moderation', code: 'removed', text: 'Names a person.' };
    expect(await planned()).toEqual([{ ...event, subject: bytesOf('an act') }]);
  });

  it.each<[string, string[], RegExp]>([
    ['of another kind', ['gossip', 'a', 'b'], /teahouse log record/],
    ['without a code', ['legal'], /teahouse log record/],
    ['under a name that is no code', ['legal', 'Not A Code', 'text'], /lower-case letters/],
    ['with a book', ['legal', 'order', 'x'.repeat(5000)], /4000 characters/],
    ['about no post', ['legal', 'order', 'text', '--post', 'short'], /no id of a post/],
    ['for no log', ['legal', 'order', 'text', '--plane', 'cellar'], /teahouse log record/],
  ])('is not taken %s', async (_what, args, words) => {
    await expect(record(settings, args)).rejects.toThrow(words);
    expect(await planned()).toEqual([]);
  });

  it('has no place where no town is yet', async () => {
    const empty = readSettings(root, {});
    await expect(record(empty, ['legal', 'order', 'text'])).rejects.toThrow('start Teahouse once');
    const nowhere = readSettings(path.join(root, 'nowhere'), {});
    await expect(record(nowhere, ['legal', 'order', 'text'])).rejects.toThrow('no data folder');
  });
});
