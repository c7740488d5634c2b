import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fromUtf8 } from '@teahouse/protocol';
import { auditLog, openCheckpoint, parseVerifier } from '@teahouse/protocol/log';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLogger } from './log.ts';
import { type LogBook, openLogBook } from './log-book.ts';
import { openSecrets } from './secrets.ts';
import { createTestDb, type TestDb } from './test-db.ts';

const KILLS = 10;
const origin = 'teahouse.example/talk';
const moduleUrl = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);

/** Writes things and their entries in one transaction without end, several at once, and prints what was flushed. */
const writer = `
  const { openLogBook } = await import(${moduleUrl('./log-book.ts')});
  const { createPool, withTransaction } = await import(${moduleUrl('./pool.ts')});
  const { openSecrets } = await import(${moduleUrl('./secrets.ts')});
  const { createLogger } = await import(${moduleUrl('./log.ts')});
  const [url, folder, round] = process.argv.slice(1);
  const pool = createPool({ url, name: 'killed' });
  const secrets = openSecrets(folder + '/secrets');
  const log = createLogger({ name: 'killed', write: () => {} });
  const book = await openLogBook({ pool, dir: folder + '/log', origin: '${origin}', secrets, witnesses: [], log });
  const work = async (worker) => {
    for (let n = 0; ; n += 1) {
      const names = Array.from({ length: 1 + ((n * 7 + worker) % 90) }, (_, i) => [round, worker, n, i].join('/'));
      const first = await withTransaction(pool, async (tx) => {
        const planned = await book.plan(tx, names.map((name) => new TextEncoder().encode(name)));
        await tx.query('INSERT INTO things SELECT unnest($1::text[])', [names]);
        return planned;
      });
      await book.flush();
      console.log(JSON.stringify({ first, names, checkpoint: await book.checkpoint() }));
    }
  };
  await Promise.all([1, 2, 3].map(work));
`;

interface Acknowledged {
  readonly first: number;
  readonly names: readonly string[];
  readonly checkpoint: string;
}

let db: TestDb;
let folder: string;
beforeEach(async () => {
  db = await createTestDb();
  await db.pool.query('CREATE TABLE log_entries (index bigint PRIMARY KEY, entry bytea NOT NULL)');
  await db.pool.query('CREATE TABLE things (name text PRIMARY KEY)');
  folder = await mkdtemp(join(tmpdir(), 'teahouse-book-'));
});
afterEach(async () => {
  await db.drop();
  await rm(folder, { recursive: true, force: true });
});

const start = (round: number) =>
  spawn(process.execPath, ['--input-type=module', '-e', writer, db.url, folder, String(round)], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** Runs the writer and kills it, some milliseconds after it acknowledged some batches. */
async function killedRound(round: number): Promise<Acknowledged[]> {
  const child = start(round);
  const ended = new Promise((resolve) => child.once('close', (_code, signal) => resolve(signal)));
  const acknowledged: Acknowledged[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(JSON.parse(line));
    if (acknowledged.length !== 2 + (round % 5)) continue;
    await sleep((round * 7) % 23);
    child.kill('SIGKILL');
  }
  expect(await ended).toBe('SIGKILL');
  return acknowledged;
}

async function reopened(): Promise<LogBook> {
  const log = createLogger({ name: 'test', write: () => {} });
  const secrets = openSecrets(join(folder, 'secrets'));
  return openLogBook({ pool: db.pool, dir: join(folder, 'log'), origin, secrets, witnesses: [], log });
}

it(`database and log agree after ${KILLS} kills, with all that was acknowledged`, async () => {
  const acknowledged: Acknowledged[] = [];
  for (let round = 0; round < KILLS; round++) acknowledged.push(...(await killedRound(round)));

  await expectWhole(acknowledged);
});

/** Of several processes one appends: with each killed in turn, that one is among them. */
function startHeard(round: number) {
  const child = start(round);
  const said: Acknowledged[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => said.push(JSON.parse(line)));
  return { child, said, ended: once(child, 'close') };
}

it('several processes write one log, and when the one who appends is killed another takes over', async () => {
  const all = [20, 21, 22, 23].map(startHeard);
  for (const { child, ended } of all) {
    const running = all.filter((one) => one.child.signalCode === null);
    const before = running.map(({ said }) => said.length);
    await expect
      .poll(() => running.every(({ said }, n) => said.length > before[n]!), { timeout: 60_000 })
      .toBe(true);
    child.kill('SIGKILL');
    await ended;
  }
  await expectWhole(all.flatMap(({ said }) => said));
}, 240_000);

/** Database and log hold the same, each entry once, and all that was acknowledged. */
async function expectWhole(acknowledged: readonly Acknowledged[]): Promise<void> {
  const book = await reopened();
  const verifiers = [parseVerifier(book.info.key)];
  const audited = await auditLog({ fetch: book.read, origin, verifiers });
  const entries: string[] = [];
  for await (const { entry } of audited.entries()) entries.push(fromUtf8(entry));
  for (const { first, names } of acknowledged) {
    expect(entries.slice(first, first + names.length)).toEqual(names);
  }
  for (const { checkpoint: note } of acknowledged) {
    const previous = openCheckpoint({ note, origin, verifiers }).checkpoint;
    await auditLog({ fetch: book.read, origin, verifiers, previous });
  }
  const { rows } = await db.pool.query<{ name: string }>('SELECT name FROM things');
  expect(entries.toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
  await book.close();
}
