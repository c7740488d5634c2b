import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './postgres-embedded.ts';

let dir: string;
const running = new Set<EmbeddedPostgres>();
/** Not durable, for speed; the tests that kill ask for the real thing. */
const start = async (options: { conf?: Record<string, string>; dir?: string; durable?: boolean } = {}) => {
  const postgres = await startEmbeddedPostgres({ dir, name: 'talk', durable: false, ...options });
  running.add(postgres);
  return postgres;
};
/** A cluster that was made and stopped: most tests begin with a copy, as making one takes a second. */
let made: string;
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'tea-made-'));
  await (await startEmbeddedPostgres({ dir: made, name: 'talk', durable: false })).stop();
});
afterAll(() => rmSync(made, { recursive: true }));
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tea-'));
  spawnSync('cp', ['-a', join(made, 'pg'), dir]);
});
afterEach(async () => {
  for (const postgres of running) await postgres.stop();
  running.clear();
  rmSync(dir, { recursive: true, force: true });
});

async function query(postgres: { url: string }, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(postgres.url);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A supervisor in a process of its own, as `teahouse start` is. */
async function startElsewhere() {
  const module = fileURLToPath(new URL('./postgres-embedded.ts', import.meta.url));
  const program = `
    import { startEmbeddedPostgres } from ${JSON.stringify(module)};
    const { url, pid } = await startEmbeddedPostgres({ dir: ${JSON.stringify(dir)}, name: 'talk' });
    console.log(JSON.stringify({ url, pid }));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((done) =>
    child.stdout.once('data', (data: Buffer) => done(String(data))),
  );
  const dead = new Promise((done) => child.once('exit', done));
  const kill = () => {
    child.kill('SIGKILL');
    return dead;
  };
  return { ...(JSON.parse(line) as { url: string; pid: number }), kill };
}

describe('the embedded Postgres', () => {
  it('makes its cluster once, and keeps what it acknowledged across a stop', async () => {
    rmSync(join(dir, 'pg'), { recursive: true });
    const first = await start({ durable: true });
    expect(first.fresh).toBe(true);
    expect(await query(first, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    await query(first, "CREATE TABLE cup (tea text); INSERT INTO cup VALUES ('龙井')");
    await first.stop();
    await first.stop();
    const second = await start();
    expect(second.fresh).toBe(false);
    expect(await query(second, 'SELECT tea FROM cup')).toEqual([{ tea: '龙井' }]);
  });

  it('is reachable by socket only, by a role that is no superuser, and splits Chinese words', async () => {
    const postgres = await start();
    expect(await query(postgres, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(statSync(postgres.config.host).mode & 0o077).toBe(0);
    expect(
      await query(
        postgres,
        `SELECT rolsuper, to_tsvector('simple', '茶馆，你好')::text AS words
           FROM pg_roles WHERE rolname = current_user`,
      ),
    ).toEqual([{ rolsuper: false, words: "'你好':2 '茶馆':1" }]);
  });

  it('writes no statement, value or failure of a request to its log', async () => {
    const postgres = await start();
    await query(postgres, "CREATE TABLE cup (tea text UNIQUE); INSERT INTO cup VALUES ('canary-1')");
    await expect(query(postgres, "INSERT INTO cup VALUES ('canary-1')")).rejects.toThrow('duplicate');
    await expect(query(postgres, "SELECT 'canary-2'::uuid")).rejects.toThrow('canary-2');
    await query(postgres, "SELECT pg_sleep(0.1), 'canary-3'");
    await postgres.stop();
    const log = readFileSync(join(dir, 'postgres.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toMatch(/canary|ERROR|STATEMENT|DETAIL/);
  });

  it('refuses to run unsafe', async () => {
    await expect(start({ durable: true, conf: { fsync: 'off' } })).rejects.toMatchObject({
      code: 'unsafe-settings',
    });
    await expect(start({ durable: true, conf: { synchronous_commit: 'off' } })).rejects.toMatchObject({
      code: 'unsafe-settings',
    });
  });

  it('says what Postgres said when it does not start', async () => {
    await expect(start({ conf: { shared_buffers: 'plenty' } })).rejects.toThrow(/shared_buffers/);
  });

  it('works in a folder too deep for a socket', async () => {
    const deep = join(dir, 'd'.repeat(60), 'd'.repeat(60));
    const postgres = await start({ dir: deep });
    expect(await query(postgres, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await postgres.stop();
    expect(() => statSync(postgres.config.host)).toThrow('ENOENT');
  });

  it('throws away what a killed initdb left behind', async () => {
    rmSync(join(dir, 'pg'), { recursive: true });
    mkdirSync(join(dir, 'pg.new-half'));
    writeFileSync(join(dir, 'pg.new-half', 'PG_VERSION'), '18');
    await start();
    expect(readdirSync(dir).filter((name) => name.startsWith('pg'))).toEqual(['pg']);
  });
});

// Crash recovery syncs every file, which a busy disk may take its time for.
describe('after a kill -9', { timeout: 120_000 }, () => {
  it('of its supervisor, Postgres goes too, and the next start has all that was acknowledged', async () => {
    const killed = await startElsewhere();
    await query(killed, 'CREATE TABLE cup AS SELECT 1 AS id');
    await killed.kill();
    await expect.poll(() => query(killed, 'SELECT 1').catch(() => 'gone')).toBe('gone');
    const next = await start({ durable: true });
    expect(next.pid).not.toBe(killed.pid);
    expect(await query(next, 'SELECT id FROM cup')).toEqual([{ id: 1 }]);
  });

  it('of its supervisor, a start at once waits for the old Postgres to be gone', async () => {
    const killed = await startElsewhere();
    await query(killed, 'CREATE TABLE cup AS SELECT 1 AS id');
    await killed.kill();
    const next = await start({ durable: true });
    expect(await query(next, 'SELECT id FROM cup')).toEqual([{ id: 1 }]);
  });

  it('of Postgres itself, the supervisor hears of it and can start it again over the stale pid file', async () => {
    const killed = await start({ durable: true });
    await query(killed, 'CREATE TABLE cup AS SELECT 1 AS id');
    process.kill(killed.pid, 'SIGKILL');
    expect(await killed.exited).toEqual({ code: null, signal: 'SIGKILL' });
    const next = await start({ durable: true });
    expect(await query(next, 'SELECT id FROM cup')).toEqual([{ id: 1 }]);
  });

  it('of Postgres itself, a start waits for those of its processes that have not noticed yet', async () => {
    const killed = await start({ durable: true });
    const straggler = spawn('sleep', ['1'], { cwd: join(dir, 'pg') });
    const gone = new Promise((done) => straggler.once('exit', () => done('straggler gone')));
    process.kill(killed.pid, 'SIGKILL');
    await killed.exited;
    const next = start({ durable: true }).then(() => 'started');
    expect(await Promise.race([gone, next])).toBe('straggler gone');
    expect(await next).toBe('started');
  });

  it('a stale pid file whose number belongs to another process now is no obstacle', async () => {
    await (await start({ durable: true })).stop();
    writeFileSync(join(dir, 'pg', 'postmaster.pid'), `${process.pid}\n${join(dir, 'pg')}\n`);
    await start({ durable: true });
  });

  it('but a Postgres whose supervisor lives is left alone', async () => {
    const elsewhere = await startElsewhere();
    await expect(start({ durable: true })).rejects.toMatchObject({ code: 'in-use' });
    expect(await query(elsewhere, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await elsewhere.kill();
    await expect.poll(() => existsSync(join(dir, 'pg', 'postmaster.pid')), { timeout: 10_000 }).toBe(false);
  });
});
