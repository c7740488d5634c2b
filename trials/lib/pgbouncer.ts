import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dieWithParent, unprivileged } from '@teahouse/kit/postgres-binaries';
import pg from 'pg';
import { until } from './trial.ts';

const programs = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer'];

/** Where pgbouncer is installed; undefined where it is not. */
export const pgbouncer = (): string | undefined => programs.find((file) => existsSync(file));

/** A pgbouncer in transaction mode, before databases that are reached by their sockets' folders. */
export interface Pooler {
  urlOf(name: string): string;
  /** Transactions that went through it to a database. */
  transactions(name: string): Promise<number>;
  stop(): Promise<void>;
}

/** Starts it, and waits until it answers. Settings as docs/operations.md has them. */
export async function startPooler(
  program: string,
  folder: string,
  databases: Readonly<Record<string, string>>,
): Promise<Pooler> {
  mkdirSync(folder, { recursive: true });
  const account = unprivileged();
  account.own(folder);
  const lines = Object.entries(databases).map(
    ([name, socket]) => `${name} = host=${socket} port=5432 dbname=${name} user=${name}`,
  );
  const file = path.join(folder, 'pgbouncer.ini');
  writeFileSync(
    file,
    `[databases]\n${lines.join('\n')}\n[pgbouncer]\nlisten_addr =\nlisten_port = 6432\nunix_socket_dir = ${folder}
auth_type = any\nadmin_users = admin\npool_mode = transaction\ndefault_pool_size = 10\nmax_client_conn = 300\n`,
  );
  const [command = '', ...args] = [...account.prefix, ...dieWithParent(), program, '-q', file];
  const child = spawn(command, args, { ...account.ids, stdio: 'ignore' });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const urlOf = (name: string, user = name) => `postgresql://${user}@/${name}?host=${folder}&port=6432`;
  async function show(): Promise<Record<string, string>[]> {
    const client = new pg.Client(urlOf('pgbouncer', 'admin'));
    await client.connect();
    try {
      return (await client.query('SHOW STATS')).rows;
    } finally {
      await client.end();
    }
  }
  await until('pgbouncer to answer', 20_000, () =>
    show().then(
      () => true,
      () => undefined,
    ),
  );
  return {
    urlOf,
    async transactions(name) {
      const row = (await show()).find(({ database }) => database === name);
      return Number(row?.total_xact_count ?? 0);
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
      await ended;
    },
  };
}
