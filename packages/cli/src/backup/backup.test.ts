import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createTestDb, type TestDb } from '@teahouse/kit/test-db';
import { encodeEntry } from '@teahouse/protocol/record';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { restore } from '../commands/restore.ts';
import { type PlaneName, readSettings, type Settings } from '../config.ts';
import { bytesOf, talkEntries, writeLog } from '../log/test-logs.ts';
import { backUp } from './make.ts';
import { readManifest } from './manifest.ts';
import { verifiedOn } from './note.ts';
import { proveBackup } from './prove.ts';

const project = path.join(import.meta.dirname, '../../../..');
const last = talkEntries.length - 1;

let root: string;
let talk: TestDb;
let target: TestDb;
const said: string[] = [];

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'tea-backup-'));
  for (const plane of ['members', 'talk']) {
    mkdirSync(path.join(root, 'packages', plane), { recursive: true });
    const copy = `packages/${plane}/migrations`;
    mkdirSync(path.join(root, copy));
    for (const name of readdirSync(path.join(project, copy))) {
      writeFileSync(path.join(root, copy, name), readFileSync(path.join(project, copy, name)));
    }
  }
  // In place of the bundle, the program of the talk plane as it is in the source.
  mkdirSync(path.join(root, 'dist/talk'), { recursive: true });
  const program = pathToFileURL(path.join(project, 'packages/talk/src/restored.ts'));
  writeFileSync(path.join(root, 'dist/talk/restored.mjs'), `import '${program}';`);
  talk = await createTestDb(path.join(project, 'packages/talk/migrations'));
  target = await createTestDb();
  await plantTalk();
  said.length = 0;
  for (const way of ['log', 'error'] as const) {
    vi.spyOn(console, way).mockImplementation((line: string) => void said.push(line));
  }
});
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all([talk.drop(), target.drop()]);
  rmSync(root, { recursive: true, force: true });
});

/** Settings over one data folder, with the database of a plane by URL where one is given. */
const town = (data: string, urls: Partial<Record<PlaneName, string>> = {}): Settings =>
  readSettings(root, {
    PATH: process.env.PATH,
    TEAHOUSE_DATA: path.join(root, data),
    ...(urls.talk && { TEAHOUSE_TALK_DATABASE_URL: urls.talk }),
    ...(urls.members && { TEAHOUSE_MEMBERS_DATABASE_URL: urls.members }),
  });
const source = () => town('data', { talk: talk.url });
const backUpTalk = (options: { keep?: number; recipients?: string[] } = {}) =>
  backUp(source(), 'talk', { to: path.join(root, 'backups'), recipients: [], keep: undefined, ...options });

/** A log of six entries whose last one the database has, a token key, draws, and the secrets that a talk plane keeps. */
async function plantTalk(): Promise<void> {
  const home = path.join(root, 'data/talk');
  mkdirSync(path.join(home, 'secrets'), { recursive: true, mode: 0o700 });
  writeFileSync(path.join(home, 'secrets/log.key'), bytesOf("talk's key"));
  writeFileSync(path.join(home, 'secrets/rooms.key'), 'rooms');
  writeFileSync(path.join(home, 'secrets/token-2026-11.key'), 'signs tokens');
  await writeLog(path.join(home, 'public-log'), 'talk', talkEntries);
  await talk.pool.query('INSERT INTO log_entries VALUES ($1, $2)', [last, bytesAt(last)]);
  // The last first: so they lie on the disk.
  const rows = `FROM generate_series(200, 1, -1) AS n`;
  const nth = `decode(repeat(lpad(to_hex(n), 2, '0'), 32), 'hex')`;
  const byte = (n: number) => `decode(repeat('0${n}', 32), 'hex')`;
  await talk.pool.query(
    `INSERT INTO token_keys (id, month, public_key, void) VALUES (${byte(1)}, '2026-11', ${byte(2)}, false)`,
  );
  await talk.pool.query(
    `INSERT INTO draws (pseudonym, week, request_hash) SELECT ${nth} || ${nth.replace('32', '16')}, '2026-W47', ${byte(2)} ${rows}`,
  );
  await talk.pool.query(
    `INSERT INTO spent (nonce, key_id, act) SELECT ${nth}, ${byte(1)}, ${byte(2)} ${rows}`,
  );
}
const bytesAt = (index: number) =>
  Buffer.from(encodeEntry(talkEntries[index] as (typeof talkEntries)[number]));
const files = (folder: string) => Object.keys(readManifest(folder).files);
const nonces = async (db: TestDb) =>
  (await db.pool.query<{ nonce: Buffer }>('SELECT nonce FROM spent ORDER BY ctid')).rows.map(
    ({ nonce }) => nonce[0],
  );

describe('a backup of talk', () => {
  it('comes back into an empty database with every row, in an order that tells nothing of who wrote when', async () => {
    const { folder } = await backUpTalk();
    expect((await nonces(talk))[0]).toBe(200);
    expect(await restore(town('other', { talk: target.url }), [folder])).toBe(0);
    expect(await nonces(target)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
    const { rows } = await target.pool.query('SELECT number FROM teahouse_migrations ORDER BY number');
    expect(rows.map(({ number }) => number)).toEqual(
      readManifest(folder).migrations.map(({ number }) => number),
    );
    expect(readFileSync(path.join(root, 'other/talk/secrets/rooms.key'), 'utf8')).toBe('rooms');
  });

  it('voids every token when it comes back, lets everybody draw, and has the log say so', async () => {
    const { folder } = await backUpTalk();
    await restore(town('other', { talk: target.url }), [folder]);
    expect((await target.pool.query('SELECT FROM draws')).rowCount).toBe(0);
    expect((await target.pool.query('SELECT FROM token_keys WHERE NOT void')).rowCount).toBe(0);
    const { rows } = await target.pool.query<{ index: string; entry: Buffer }>(
      'SELECT index, entry FROM log_entries ORDER BY index',
    );
    expect(rows.map(({ index }) => Number(index))).toEqual([last, last + 1]);
    expect(rows[1]?.entry.toString('latin1')).toContain('backup-restored');
  });

  it('has neither keys of tokens nor of sign-ins nor of badges, and no time finer than its day', async () => {
    for (const name of ['session.key', 'badge-1.key', '.draft-1']) {
      writeFileSync(path.join(root, 'data/talk/secrets', name), 'x');
    }
    const { folder } = await backUpTalk();
    const secrets = files(folder).filter((name) => name.startsWith('secrets/'));
    expect(secrets).toEqual(['secrets/log.key', 'secrets/rooms.key']);
    expect(path.basename(folder)).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(readFileSync(path.join(folder, 'backup.json'), 'utf8')).not.toMatch(/\d\d:\d\d/);
  });

  it('is proven by a restore into a cluster of its own, which is noted beside it', {
    timeout: 180_000,
  }, async () => {
    const { folder } = await backUpTalk();
    expect(verifiedOn(folder)).toBeUndefined();
    const { rows } = await proveBackup(source(), folder, []);
    expect(rows).toBe(403);
    expect(verifiedOn(folder)).toBe(path.basename(folder));
  });

  it('that is encrypted tells nobody else a row, and comes back to whoever has the key', async () => {
    const identity = await generateIdentity();
    const { folder } = await backUpTalk({ recipients: [await identityToRecipient(identity)] });
    expect(readFileSync(path.join(folder, 'secrets/rooms.key.age'), 'latin1')).not.toContain('rooms');
    const other = town('other', { talk: target.url });
    await expect(restore(other, [folder])).rejects.toThrow(/encrypted to somebody else/);
    const keyFile = path.join(root, 'key.txt');
    writeFileSync(keyFile, `# a comment\n${identity}\n`);
    expect(await restore(other, [folder, '--identity', keyFile])).toBe(0);
    expect(await nonces(target)).toHaveLength(200);
  });

  it('gives room to newer ones where so many are to be kept', async () => {
    for (let i = 0; i < 3; i += 1) await backUpTalk({ keep: 2 });
    const left = readdirSync(path.join(root, 'backups/talk')).filter((name) => !name.startsWith('.'));
    expect(left.map((name) => name.slice(10)).sort()).toEqual(['.2', '.3']);
  });
});

describe('a restore', () => {
  const other = () => town('other', { talk: target.url });

  it.each<[string, (folder: string) => void, RegExp]>([
    ['changed', (f) => writeFileSync(path.join(f, 'tables/spent.gz'), 'x'), /tables\/spent\.gz was changed/],
    ['gone', (f) => rmSync(path.join(f, 'secrets/rooms.key')), /secrets\/rooms\.key is not there/],
    ['strange', (f) => writeFileSync(path.join(f, 'tables/more.gz'), 'x'), /more\.gz does not belong/],
  ])('refuses by its name a file that is %s', async (_what, harm, words) => {
    const { folder } = await backUpTalk();
    harm(folder);
    await expect(restore(other(), [folder])).rejects.toThrow(words);
    expect((await target.pool.query("SELECT FROM pg_tables WHERE schemaname = 'public'")).rowCount).toBe(0);
  });

  it('refuses a backup of a version that this program does not know', async () => {
    const { folder } = await backUpTalk();
    const newest = readManifest(folder).migrations.at(-1)?.name ?? '';
    rmSync(path.join(root, 'packages/talk/migrations', newest));
    await expect(restore(other(), [folder])).rejects.toThrow(`this program has no ${newest}`);
  });

  it('brings an older backup to the schema of this program', async () => {
    const { folder } = await backUpTalk();
    writeFileSync(
      path.join(root, 'packages/talk/migrations/9999_later.sql'),
      'CREATE TABLE later (n integer);',
    );
    await restore(other(), [folder]);
    expect((await target.pool.query('SELECT FROM later')).rowCount).toBe(0);
    expect(said.join()).toContain('9999_later.sql');
  });

  it('refuses what is not empty, and told to replace it puts folders aside and keeps the log that grew', async () => {
    const { folder } = await backUpTalk();
    await expect(restore(source(), [folder])).rejects.toThrow(/not empty.*--replace/);
    const log = path.join(root, 'data/talk/public-log');
    rmSync(log, { recursive: true });
    await writeLog(log, 'talk', [
      ...talkEntries,
      { type: 'event', kind: 'legal', code: 'since', subject: null, text: '' },
    ]);
    await talk.pool.query(
      "INSERT INTO spent (nonce, key_id, act) VALUES (decode(repeat('ff', 32), 'hex'), decode(repeat('01', 32), 'hex'), decode(repeat('02', 32), 'hex'))",
    );
    writeFileSync(path.join(root, 'data/talk/secrets/later.key'), 'later');
    expect(await restore(source(), [folder, '--replace'])).toBe(0);
    expect(await nonces(talk)).toHaveLength(200);
    expect(readFileSync(path.join(log, 'checkpoint'), 'utf8').split('\n')[1]).toBe(String(last + 2));
    const secrets = path.join(root, 'data/talk/secrets');
    expect(readdirSync(secrets).sort()).toEqual(['later.key', 'log.key', 'rooms.key']);
    expect(existsSync(path.join(root, 'data/talk.before-restore/secrets/token-2026-11.key'))).toBe(true);
    // The log knows more than the database: the next start takes that over, and voids the keys then.
    expect((await talk.pool.query('SELECT FROM log_entries')).rowCount).toBe(1);
  });

  it('refuses the copy of a log that does not go on from that of the backup', async () => {
    const { folder } = await backUpTalk();
    const fork = path.join(root, 'fork');
    const strange = { type: 'event', kind: 'legal', code: 'strange', subject: null, text: '' } as const;
    await writeLog(fork, 'talk', [...talkEntries.slice(0, -1), strange, strange]);
    await expect(restore(other(), [folder, '--log', fork])).rejects.toThrow(/does not go on/);
  });

  it('that was cut short leaves the database as it was, says so the next time, and is begun again', async () => {
    const { folder } = await backUpTalk();
    const manifest = path.join(folder, 'backup.json');
    const text = readFileSync(manifest, 'utf8');
    writeFileSync(manifest, text.replace('"rows": 200', '"rows": 201'));
    await expect(restore(other(), [folder])).rejects.toThrow(/200 rows, not 201/);
    expect((await target.pool.query("SELECT FROM pg_tables WHERE schemaname = 'public'")).rowCount).toBe(0);
    writeFileSync(manifest, text);
    expect(await restore(other(), [folder])).toBe(0);
    expect(said.join()).toContain('cut short');
  });
});

it('a backup of members comes back with its triggers, references and numbers in order', async () => {
  const members = await createTestDb(path.join(project, 'packages/members/migrations'));
  try {
    mkdirSync(path.join(root, 'data/members/secrets/files'), { recursive: true });
    writeFileSync(path.join(root, 'data/members/secrets/files/sealed-1'), 'sealed');
    const triggers = "SELECT count(*)::int AS n FROM pg_trigger WHERE tgenabled = 'O'";
    const count = async (db: TestDb, text: string) => (await db.pool.query(text)).rows;
    const { folder } = await backUp(town('data', { members: members.url }), 'members', {
      ...{ to: path.join(root, 'backups'), recipients: [], keep: undefined },
    });
    expect(await restore(town('other', { members: target.url }), [folder])).toBe(0);
    expect(await count(target, triggers)).toEqual(await count(members, triggers));
    const references =
      "SELECT conname, pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE contype = 'f' ORDER BY 1, 2";
    expect(await count(target, references)).toEqual(await count(members, references));
    expect(files(folder)).toContain('secrets/files/sealed-1');
  } finally {
    await members.drop();
  }
});
