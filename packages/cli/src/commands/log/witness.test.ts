import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer, type Server } from '@teahouse/kit/http';
import { createLogger } from '@teahouse/kit/log';
import { type LogBook, openLogBook, planEntries } from '@teahouse/kit/log-book';
import { serveLog } from '@teahouse/kit/log-routes';
import { createPool, type Pool } from '@teahouse/kit/pool';
import { openSecrets } from '@teahouse/kit/secrets';
import { createTestDb, type TestDb } from '@teahouse/kit/test-db';
import { openCheckpoint, parseVerifier } from '@teahouse/protocol/log';
import { encodeEntry } from '@teahouse/protocol/record';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { issuerEntries, openingOf } from '../../log/test-logs.ts';
import { openWitnessKey } from '../../log/witness-key.ts';
import { log } from './index.ts';

const origin = 'tea.example/issuer';
const logger = createLogger({ name: 'test', write: () => {} });

describe('a witness', () => {
  let root: string;
  let db: TestDb;
  let pool: Pool;
  let book: LogBook;
  let app: Server;
  let url: string;
  const said: string[] = [];

  /** The log of a plane whose settings name these witnesses, and its door. */
  const open = async (witnesses: readonly string[]) => {
    const [dir, secrets] = [path.join(root, 'log'), openSecrets(path.join(root, 'secrets'))];
    book = await openLogBook({ pool, dir, origin, secrets, witnesses, log: logger, durable: false });
    const take = witnesses.length > 0 ? book.takeWitnessed : undefined;
    app = await createServer({
      prefix: '/api/members',
      title: 'test',
      webOrigins: [],
      credentials: false,
      log: logger,
    });
    serveLog(app, '/api/members/log', book.read, take);
    url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/api/members/log`;
  };
  const close = async () => {
    await app.close();
    await book.close();
  };
  const reopen = async (witnesses: readonly string[]) => {
    await close();
    await open(witnesses);
  };
  const append = async (entries: typeof issuerEntries) => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await planEntries(client, entries.map(encodeEntry));
    await client.query('COMMIT');
    client.release();
    await book.flush();
  };

  beforeEach(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'tea-witness-'));
    db = await createTestDb();
    pool = createPool({ url: db.url, name: 'test', max: 4 });
    await pool.query('CREATE TABLE log_entries (index bigint PRIMARY KEY, entry bytea NOT NULL)');
    await open([]);
    await append(issuerEntries);
    said.length = 0;
    for (const level of ['log', 'error'] as const) {
      vi.spyOn(console, level).mockImplementation((line: string) => void said.push(line));
    }
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await close();
    await pool.end();
    await db.drop();
    rmSync(root, { recursive: true, force: true });
  });

  const keyFile = () => path.join(root, 'witness.key');
  const stateFile = () => `${keyFile()}.state.json`;
  const never = () => {
    throw new Error('a witness needs no settings');
  };
  const witness = (...more: string[]) =>
    log(never, ['witness', url, '--key', keyFile(), '--name', 'hill.example/1', ...more]);
  const verifier = () => openWitnessKey(keyFile(), undefined).verifier;
  const cosigned = async () => {
    const note = (await book.witnessed()) ?? '';
    const { checkpoint, signatures } = openCheckpoint({
      ...{ note, origin },
      verifiers: [parseVerifier(book.info.key), parseVerifier(verifier())],
    });
    return { size: checkpoint.size, names: signatures.map(({ verifier: { name } }) => name) };
  };

  it('is told its public line, and that the log must know it first', async () => {
    expect(await witness()).toBe(2);
    expect(said.join('\n')).toContain(`witness  ${verifier()}`);
    expect(said.join('\n')).toContain('TEAHOUSE_WITNESSES');
    expect(statSync(keyFile()).mode & 0o077).toBe(0);
  });

  it('cosigns what is new, and the audit shows it', async () => {
    await witness();
    await reopen([verifier()]);
    expect(await witness()).toBe(0);
    const { size } = await cosigned();
    expect(size).toBe(issuerEntries.length);
    await append(openingOf('2026-12'));
    expect(await witness()).toBe(0);
    expect(await cosigned()).toEqual({ size: await book.size(), names: [origin, 'hill.example/1'] });
    said.length = 0;
    expect(await log(never, ['check', url])).toBe(0);
    expect(said.join('\n')).toMatch(/witnesses {2}hill\.example\/1 at 20\d\d-/);
  });

  it('does not sign a history that is not the one it signed, and keeps both notes', async () => {
    cpSync(path.join(root, 'log'), path.join(root, 'old'), { recursive: true });
    await append(openingOf('2026-12'));
    await witness();
    const before = readFileSync(stateFile(), 'utf8');
    await close();
    rmSync(path.join(root, 'log'), { recursive: true });
    cpSync(path.join(root, 'old'), path.join(root, 'log'), { recursive: true });
    await pool.query('DELETE FROM log_entries WHERE index > $1', [issuerEntries.length - 1]);
    const { rowCount } = await pool.query('SELECT FROM log_entries');
    if (rowCount === 0) {
      // What the database keeps of the old log, had it been restored as well.
      const last = encodeEntry(issuerEntries.at(-1) as (typeof issuerEntries)[number]);
      await pool.query('INSERT INTO log_entries VALUES ($1, $2)', [
        issuerEntries.length - 1,
        Buffer.from(last),
      ]);
    }
    await open([verifier()]);
    expect(await witness()).toBe(1);
    expect(said.join('\n')).toContain('[rolled-back]');
    await append([...openingOf('2027-01'), ...openingOf('2027-02')]);
    expect(await witness()).toBe(1);
    expect(said.join('\n')).toContain('[forked]');
    expect(await book.witnessed()).toBeUndefined();
    expect(readFileSync(stateFile(), 'utf8')).toBe(before);
    expect(readdirSync(root).filter((name) => /^(forked|rolled-back)-/.test(name))).toHaveLength(2);
  });

  it('changes no file that is not its key, and makes none without a name', async () => {
    writeFileSync(keyFile(), 'something of mine');
    expect(await witness()).toBe(2);
    expect(readFileSync(keyFile(), 'utf8')).toBe('something of mine');
    const other = path.join(root, 'other.key');
    expect(await log(never, ['witness', url, '--key', other])).toBe(2);
    expect(await log(never, ['witness', url, '--key', other, '--name', 'two words'])).toBe(2);
    expect(existsSync(other)).toBe(false);
  });
});
