import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestDb, type TestDb } from '@teahouse/kit/test-db';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteBackup, noteVerified } from '../backup/note.ts';
import { readSettings } from '../config.ts';
import { backupFindings } from './backups.ts';
import { apart, clockFindings, ntpFinding } from './clocks.ts';
import { clusterFinding, databaseFindings, schemaFinding } from './databases.ts';
import { diskFindings, diskOf } from './disks.ts';
import type { Finding } from './finding.ts';
import { flushFinding, serverFindings, timeOfFlush } from './flush.ts';
import { memoryFindings } from './memory.ts';
import { certificateOf, originFinding, originFindings } from './origins.ts';
import { secretFindings } from './secrets.ts';
import { sharingFinding, trySharing } from './shared.ts';

const now = new Date('2026-11-23T12:00:00Z');
const talkMigrations = path.join(import.meta.dirname, '../../../talk/migrations');

let data: string;
beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'tea-doctor-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const project = path.join(import.meta.dirname, '../../../..');
const settings = (env: Record<string, string> = {}) => readSettings(project, { TEAHOUSE_DATA: data, ...env });
const wordsOf = (found: readonly Finding[]) =>
  found
    .filter(({ ok }) => !ok)
    .map(({ words }) => words)
    .join(' | ');
const secretsOf = (plane: string) => path.join(data, plane, 'secrets');
const plantSecrets = (plane: string) => {
  mkdirSync(secretsOf(plane), { recursive: true, mode: 0o700 });
  writeFileSync(path.join(secretsOf(plane), 'log.key'), 'x', { mode: 0o600 });
};

describe('the doctor on clocks', () => {
  const reading = (theirs: number, step = 0) => ({ who: 'it', theirs, asked: 1_000, answered: 2_000, step });

  it('forgives what the way of the answer may explain, and what its figure is off by itself', () => {
    expect([1_000, 1_500, 2_000].map((theirs) => apart(reading(theirs)))).toEqual([0, 0, 0]);
    expect(apart(reading(500, 1.5))).toBe(0);
    expect(apart(reading(12_000))).toBe(10);
    expect(apart(reading(-9_000))).toBe(-10);
  });

  it('tells how far one is ahead or behind, and how to keep it', () => {
    expect(wordsOf(clockFindings([reading(12_000)]))).toMatch(/10\.0 s ahead of.*NTP/);
    expect(wordsOf(clockFindings([reading(-9_000)]))).toMatch(/10\.0 s behind/);
    expect(clockFindings([reading(1_500)])).toMatchObject([{ ok: true }]);
    expect(ntpFinding('yes').ok).toBe(true);
    expect([ntpFinding('no'), ntpFinding(undefined)]).toMatchObject([
      { isWarning: true },
      { isWarning: true },
    ]);
  });
});

describe('the doctor on disks', () => {
  const disk = { what: 'the data', folder: '/d', free: 50e9, kind: undefined, isDatabase: false };

  it('wants room, and no memory, network or container layer where it does harm', () => {
    expect(diskFindings([disk])).toMatchObject([{ ok: true }]);
    expect(wordsOf(diskFindings([{ ...disk, free: 5e8 }]))).toMatch(/1 GB is needed/);
    expect(diskFindings([{ ...disk, free: 3e9 }])).toMatchObject([{ ok: false, isWarning: true }]);
    expect(wordsOf(diskFindings([{ ...disk, kind: 'memory' }]))).toMatch(/lies in memory/);
    expect(wordsOf(diskFindings([{ ...disk, kind: 'network' }]))).toBe('');
    expect(wordsOf(diskFindings([{ ...disk, kind: 'network', isDatabase: true }]))).toMatch(
      /network file system/,
    );
    expect(wordsOf(diskFindings([{ ...disk, kind: 'layer' }]))).toMatch(/container/);
  });

  it('reads room and kind of a folder that is not there yet from the one above', () => {
    expect(diskOf('the data', path.join(data, 'not/yet')).free).toBeGreaterThan(0);
  });

  it('disbelieves a flush that is quicker than any disk', () => {
    expect(flushFinding('/d', 0.01)).toMatchObject({
      ok: false,
      words: expect.stringContaining('power cut'),
    });
    expect(flushFinding('/d', 1).ok).toBe(true);
    expect(timeOfFlush(data)).toBeGreaterThan(0);
  });

  it('tries locks and links between two processes, and says what does not hold', () => {
    expect(trySharing(data)).toEqual({ locks: true, links: true });
    expect(sharingFinding('/n', { locks: false, links: false }).words).toMatch(
      /locks and hard links do not hold/,
    );
    expect(sharingFinding('/n', { locks: true, links: false }).ok).toBe(false);
  });
});

describe('the doctor on databases', () => {
  let db: TestDb;
  beforeEach(async () => {
    db = await createTestDb(talkMigrations);
  });
  afterEach(() => db.drop());

  it('names what is off and what is too old', () => {
    const server = { plane: 'talk', version: 180_000, off: [] };
    expect(serverFindings([server])).toMatchObject([{ ok: true }]);
    expect(wordsOf(serverFindings([{ ...server, off: ['fsync'] }]))).toMatch(/fsync is off/);
    expect(wordsOf(serverFindings([{ ...server, version: 140_011 }]))).toMatch(/version 14/);
  });

  it('finds one cluster under both planes, settings that lose what was acknowledged, and one that does not answer', async () => {
    expect(clusterFinding('1', '2')).toMatchObject([{ ok: true }]);
    const urls = { TEAHOUSE_MEMBERS_DATABASE_URL: db.url, TEAHOUSE_TALK_DATABASE_URL: db.url };
    const words = wordsOf(await databaseFindings(settings(urls)));
    expect(words).toMatch(/one Postgres cluster/);
    expect(words).toMatch(/fsync.* are off in the Postgres of talk/);
    const away = { TEAHOUSE_TALK_DATABASE_URL: 'postgresql://a@127.0.0.1:1/a' };
    expect(wordsOf(await databaseFindings(settings(away)))).toMatch(/talk does not answer/);
  });

  it('tells migrations that wait from such as nobody here knows', async () => {
    expect((await schemaFinding(db.pool, talkMigrations, 'talk')).ok).toBe(true);
    await db.pool.query(
      'DELETE FROM teahouse_migrations WHERE number = (SELECT max(number) FROM teahouse_migrations)',
    );
    expect(await schemaFinding(db.pool, talkMigrations, 'talk')).toMatchObject({ isWarning: true });
    await db.pool.query("INSERT INTO teahouse_migrations VALUES (9999, '9999_later.sql', 'x')");
    expect((await schemaFinding(db.pool, talkMigrations, 'talk')).words).toMatch(/9999_later.*newer/);
  });
});

describe('the doctor on backups', () => {
  const plant = (day: string) => {
    const folder = path.join(data, 'backups', day);
    mkdirSync(folder, { recursive: true });
    const manifest = { format: 1, plane: 'talk', day, sealed: false, tables: [], logSize: 0, files: {} };
    const migrations = [{ number: 1, name: '0001_a.sql', hash: 'x' }];
    writeFileSync(path.join(folder, 'backup.json'), JSON.stringify({ ...manifest, migrations }));
    noteBackup(settings(), 'talk', folder);
    return folder;
  };
  beforeEach(() => plantSecrets('talk'));

  it('misses one that was never made, and says nothing of a plane that never ran', () => {
    expect(backupFindings(settings(), now)).toMatchObject([
      { isWarning: true, words: expect.stringContaining('talk') },
    ]);
  });

  it('finds it too old, never tried, on the disk of the data, or gone', () => {
    const folder = plant('2026-11-22');
    expect(wordsOf(backupFindings(settings(), now))).toMatch(/never tried.*disk of the data/);
    noteVerified(folder);
    expect(wordsOf(backupFindings(settings(), now))).not.toMatch(/never tried/);
    plant('2026-11-01');
    expect(wordsOf(backupFindings(settings(), now))).toMatch(/22 days old/);
    rmSync(path.join(data, 'backups'), { recursive: true });
    expect(wordsOf(backupFindings(settings(), now))).toMatch(/can't be read/);
  });
});

describe('the doctor on what may leak', () => {
  const quiet = {
    swaps: 'Filename Type\n',
    limits: 'Max core file size  0  unlimited  bytes\n',
    pattern: 'core',
  };

  it('warns of swap on a disk and of dumps of a crash', () => {
    expect(wordsOf(memoryFindings(quiet))).toBe('');
    expect(
      wordsOf(memoryFindings({ ...quiet, swaps: `${quiet.swaps}/dev/sda2 partition 1 0 -2\n` })),
    ).toMatch(/sda2/);
    expect(wordsOf(memoryFindings({ ...quiet, swaps: `${quiet.swaps}/dev/zram0 partition 1 0 -2\n` }))).toBe(
      '',
    );
    expect(
      wordsOf(memoryFindings({ ...quiet, limits: 'Max core file size  unlimited  unlimited  bytes\n' })),
    ).toMatch(/crash/);
    expect(wordsOf(memoryFindings({ ...quiet, pattern: '|/usr/lib/systemd/systemd-coredump' }))).toMatch(
      /crash/,
    );
  });

  it('finds a folder and a key of a badge that others may read', () => {
    plantSecrets('members');
    expect(secretFindings(settings())).toMatchObject([{ ok: true }]);
    const badge = path.join(secretsOf('members'), 'badge-1.key');
    writeFileSync(badge, 'x');
    chmodSync(badge, 0o644);
    expect(wordsOf(secretFindings(settings()))).toMatch(/badge-1\.key/);
    chmodSync(secretsOf('members'), 0o755);
    expect(wordsOf(secretFindings(settings()))).toMatch(/chmod 700/);
  });

  it('looks at the certificate of the site, and misses TLS in production', async () => {
    const site = 'https://tea.example';
    const until = (day: string) => originFinding(site, { until: new Date(day) }, now);
    expect(until('2027-03-01').ok).toBe(true);
    expect(until('2026-11-30')).toMatchObject({ isWarning: true, words: expect.stringContaining('6 days') });
    expect(until('2026-11-01').words).toMatch(/ended 22 days ago/);
    expect(await certificateOf('https://127.0.0.1:1')).toMatchObject({
      wrong: expect.stringContaining('REFUSED'),
    });
    expect(originFinding(site, { wrong: 'no' }, now).ok).toBe(false);
    const origins = ['http://tea.example', 'http://localhost:4380'];
    expect(await originFindings({ origins, mode: 'production' })).toMatchObject([{ ok: false }]);
    expect(await originFindings({ origins, mode: 'demo' })).toEqual([]);
  });
});
