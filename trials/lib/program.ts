import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PlaneName } from './parts.ts';

const root = path.dirname(path.dirname(import.meta.dirname));

/** A built program: a folder with `dist` and the migrations. */
export type Tree = string;

/** The program of an earlier commit, built into `folder`; undefined where this clone does not have that commit. */
export function earlierProgram(commit: string, folder: string): Tree | undefined {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', root, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    git('cat-file', '-e', `${commit}^{commit}`);
  } catch {
    return undefined;
  }
  mkdirSync(folder, { recursive: true });
  const archive = path.join(folder, 'tree.tar');
  git('archive', '--output', archive, commit);
  execFileSync('tar', ['xf', archive, '-C', folder]);
  // Links to the workspaces are relative, so the copy's lead into the earlier tree.
  for (const one of [
    '.',
    ...readdirSync(path.join(root, 'packages')).map((name) => path.join('packages', name)),
  ]) {
    const from = path.join(root, one, 'node_modules');
    const into = path.join(folder, one);
    try {
      execFileSync('cp', ['-al', from, into], { stdio: 'ignore' });
    } catch {} // that workspace has none of its own
  }
  execFileSync(process.execPath, ['scripts/build.ts', '--quiet', 'servers'], {
    cwd: folder,
    stdio: 'ignore',
  });
  return folder;
}

/** A migration in each plane. */
export interface Change {
  readonly name: string;
  readonly sql: Readonly<Record<PlaneName, string>>;
}

/** The present program with some migrations more. */
export function programWith(changes: readonly Change[], folder: string): Tree {
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(root, 'dist'), path.join(folder, 'dist'), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  for (const name of readdirSync(path.join(root, 'packages'))) {
    const own = path.join(folder, 'packages', name);
    mkdirSync(own, { recursive: true });
    for (const part of readdirSync(path.join(root, 'packages', name))) {
      if (part !== 'migrations') symlinkSync(path.join(root, 'packages', name, part), path.join(own, part));
    }
  }
  for (const plane of ['members', 'talk'] as const) {
    const migrations = path.join(folder, 'packages', plane, 'migrations');
    cpSync(path.join(root, 'packages', plane, 'migrations'), migrations, { recursive: true });
    for (const { name, sql } of changes) writeFileSync(path.join(migrations, name), sql[plane]);
  }
  return folder;
}

export interface Running {
  /** `http://127.0.0.1:…` */
  readonly origin: string;
  stop(): Promise<void>;
}

/** Starts a plane of a program by itself. Throws with its last words where it ends instead of being ready. */
export async function startPlane(
  tree: Tree,
  plane: PlaneName,
  settings: Readonly<Record<string, string>>,
): Promise<Running> {
  const child = spawn(process.execPath, [path.join(tree, 'dist', plane, 'main.mjs')], {
    env: {
      PATH: process.env.PATH,
      TZ: 'UTC',
      NODE_ENV: 'production',
      TEAHOUSE_LISTEN: '127.0.0.1:0',
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let words = '';
  child.stderr?.on('data', (chunk) => {
    words = (words + chunk).slice(-4000);
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const origin = await new Promise<string>((resolve, reject) => {
    child.on('message', (message) => {
      const { type, address } = message as { type: string; address?: string };
      if (type === 'ready' && address) resolve(address);
    });
    void ended.then(() => reject(new Error(`${plane} ended instead of starting: ${words}`)));
  });
  return {
    origin,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}
