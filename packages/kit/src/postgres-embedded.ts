import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import {
  type Account,
  dieWithParent,
  EmbeddedPostgresError,
  nativeDir,
  unprivileged,
} from './postgres-binaries.ts';
import { baseline, commandLine, recklessness, safety } from './postgres-conf.ts';
import { claim, clearTheWay } from './postgres-orphan.ts';
import { openRotatingFile } from './rotating-file.ts';

export { EmbeddedPostgresError } from './postgres-binaries.ts';

export interface EmbeddedPostgresOptions {
  /** Folder of this cluster alone: gets `pg/` (data), `run/` (socket), `postgres.log`. Made when missing. */
  dir: string;
  /** Name of the database and of the role that owns it (no superuser). */
  name: string;
  /** Settings of postgresql.conf over ours. */
  conf?: Readonly<Record<string, string | number>>;
  /** Receives Postgres's log instead of the file `<dir>/postgres.log`. */
  onLog?: (text: string) => void;
  /**
   * Folder of the socket, as an earlier start over this `dir` had it (`config.host`): those who are connected find the
   * cluster again at the same address.
   */
  socket?: string;
  /** `false` gives up safety for speed, for clusters that live as long as a test. */
  durable?: boolean;
}

export interface EmbeddedPostgres {
  /** For the owner of the one database; fit for pg and psql. */
  url: string;
  /** The same for `new pg.Pool(config)`. */
  config: { host: string; port: number; user: string; database: string };
  /** For the superuser: backup, test databases. A plane never gets it. */
  adminUrl: string;
  /** True when this start made the cluster. */
  fresh: boolean;
  pid: number;
  /** Settles when Postgres ends, asked or not. */
  exited: Promise<{ code: number | null; signal: string | null }>;
  /** Fast shutdown: open transactions roll back, everything acknowledged is on disk. May be called twice. */
  stop(): Promise<void>;
}

const superuser = 'postgres';
const port = 5432;

/**
 * Starts a Postgres of our own over `dir`, making the cluster and the database `name` when they are missing.
 * It listens on a Unix socket only, and dies with this process however that ends.
 * Throws EmbeddedPostgresError: `no-binaries`, `root-only`, `in-use`, `initdb`, `start`, `unsafe-settings`.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  if (!/^[a-z][a-z0-9_]{0,30}$/.test(options.name))
    throw new TypeError('name must be a plain lower-case word');
  const dir = resolve(options.dir);
  const durable = options.durable ?? true;
  const native = nativeDir();
  const account = unprivileged();
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (account.ids.uid !== undefined) account.own(dir);
  const data = join(dir, 'pg');

  await clearTheWay(dir, data);
  const fresh = !existsSync(data);
  if (fresh) await initialise(native, account, dir, data, durable);

  const socket = socketFolder(dir, account, options.socket);
  let asked = false;
  const log = options.onLog
    ? { write: options.onLog, close: () => {} }
    : openRotatingFile(join(dir, 'postgres.log'));
  const settings = commandLine({
    ...baseline,
    unix_socket_directories: socket,
    ...(durable ? safety : recklessness),
    ...options.conf,
  });
  const guard = dieWithParent();
  const child = run(account, [...guard, join(native, 'bin', 'postgres'), '-D', data, ...settings]);
  const exited = new Promise<{ code: number | null; signal: string | null }>((done) => {
    child.once('exit', (code, signal) => done({ code, signal }));
  });
  const watchdog = guard.length > 0 ? undefined : watch(child);
  void exited.then(() => {
    watchdog?.kill();
    log.close();
    // After a crash it stays: whoever starts the cluster again does so at the same address.
    if (asked && !socket.startsWith(dir)) rmSync(socket, { recursive: true, force: true });
  });

  const stop = async () => {
    asked = true;
    await shutDown(child, exited);
  };
  const config = (user: string, database: string) => ({ host: socket, port, user, database });
  try {
    await ready(child, exited, log.write);
    claim(dir); // only now: of two that start at once, the one Postgres let in is the owner
    await prepareDatabase(config(superuser, 'postgres'), options.name, durable);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `postgresql://${options.name}@/${options.name}?host=${socket}`,
    config: config(options.name, options.name),
    adminUrl: `postgresql://${superuser}@/postgres?host=${socket}`,
    fresh,
    pid: child.pid as number,
    exited,
    stop,
  };
}

function run(account: Account, command: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const [file, ...args] = [...account.prefix, ...command];
  // detached: Ctrl-C in a terminal goes to the whole process group, and Postgres must outlive the planes.
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
  const stdio = ['ignore', 'ignore', 'pipe'] as const;
  return spawn(file as string, args, { ...account.ids, env, stdio: [...stdio], detached: true, ...options });
}

/** initdb into a folder beside, then one rename: a start that was killed half-way leaves nothing half-made. */
async function initialise(native: string, account: Account, dir: string, data: string, durable: boolean) {
  for (const name of readdirSync(dir)) {
    if (name.startsWith('pg.new-')) rmSync(join(dir, name), { recursive: true, force: true });
  }
  const fresh = mkdtempSync(join(dir, 'pg.new-'));
  account.own(fresh);
  // The builtin locale alone leaves ctype at C, and then Postgres does not see Chinese characters as letters.
  const ctype = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const locale = [
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--lc-collate=C',
    `--lc-ctype=${ctype}`,
  ];
  const files = ['-D', fresh, '-U', superuser, '-E', 'UTF8', ...(durable ? [] : ['--no-sync'])];
  const child = run(account, [join(native, 'bin', 'initdb'), '--auth=trust', ...files, ...locale]);
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk).slice(-4000);
  });
  const code = await new Promise((done, failed) => child.once('close', done).once('error', failed));
  if (code !== 0) throw new EmbeddedPostgresError('initdb', `initdb ended with ${code}: ${said}`);
  if (existsSync(data))
    throw new EmbeddedPostgresError('in-use', `Another Teahouse has just begun in ${dir}.`);
  renameSync(fresh, data);
}

/** A socket's path has at most 103 bytes on macOS and 107 on Linux, so a deep data folder needs a short one in /tmp. */
function socketFolder(dir: string, account: Account, earlier: string | undefined): string {
  const near = join(dir, 'run');
  const short = Buffer.byteLength(`${near}/.s.PGSQL.${port}`) <= 103;
  const folder = short ? near : (earlier ?? mkdtempSync(join(tmpdir(), 'tea-pg-')));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  account.own(folder);
  return folder;
}

/** Where the kernel has no death signal: a shell that waits for our end of its pipe to close. */
function watch(postgres: ChildProcess): ChildProcess {
  const script = 'read _; kill -INT "$0"';
  const stdio = ['pipe', 'ignore', 'ignore'] as const;
  const shell = spawn('sh', ['-c', script, String(postgres.pid)], { stdio: [...stdio], detached: true });
  shell.unref();
  (shell.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  return shell;
}

async function ready(
  child: ChildProcess,
  exited: Promise<unknown>,
  write: (text: string) => void,
): Promise<void> {
  let tail = '';
  const started = new Promise<void>((done, failed) => {
    child.once('error', failed);
    child.stderr?.on('data', (chunk: Buffer) => {
      const text = String(chunk);
      tail = (tail + text).slice(-4000);
      write(text);
      if (tail.includes('ready to accept connections')) done();
    });
  });
  const died = exited.then(() => {
    throw new EmbeddedPostgresError('start', `Postgres ended while starting: ${tail}`);
  });
  await Promise.race([started, died]); // the race also takes the later rejection of `died`
}

/** Makes role and database when missing, and refuses a server that would lose what it acknowledged. */
async function prepareDatabase(config: pg.ClientConfig, name: string, durable: boolean): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    const settings = await client.query<{ name: string; setting: string }>(
      'SELECT name, setting FROM pg_settings WHERE name = ANY($1)',
      [Object.keys(safety)],
    );
    const off = settings.rows.filter((row) => row.setting === 'off').map((row) => row.name);
    if (durable && off.length > 0)
      throw new EmbeddedPostgresError('unsafe-settings', `Switched off: ${off.join(', ')}`);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return;
    const role = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
    if (!role.rowCount) await client.query(`CREATE ROLE ${name} LOGIN`);
    await client.query(`CREATE DATABASE ${name} OWNER ${name}`);
  } finally {
    await client.end();
  }
}

async function shutDown(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill('SIGINT');
  const hurry = setTimeout(() => child.kill('SIGQUIT'), 10_000);
  await exited;
  clearTimeout(hurry);
}
