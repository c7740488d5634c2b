import { spawnSync } from 'node:child_process';
import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './postgres-binaries.ts';

const patience = 10_000;
const ownerFile = (dir: string) => join(dir, 'supervisor.pid');

/** First line of a pid file, or undefined. */
function readPid(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const pid = Math.abs(Number.parseInt(readFileSync(file, 'utf8'), 10));
  return pid > 0 ? pid : undefined;
}

interface ProcessInfo {
  parent: number;
  command: string;
}

/** The running process of that number: numbers are used again, so one alone proves nothing. A zombie has ended. */
function processInfo(pid: number): ProcessInfo | undefined {
  return process.platform === 'linux' ? linuxProcess(pid) : otherProcess(pid);
}

function linuxProcess(pid: number): ProcessInfo | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // In a container without an init nobody reaps orphans, and they stay as zombies.
    if (state === 'Z') return undefined;
    return { parent: Number(parent), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') };
  } catch {
    return undefined;
  }
}

function otherProcess(pid: number): ProcessInfo | undefined {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,state=,command=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  const match = /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(stdout ?? '');
  if (!match || match[2]?.startsWith('Z')) return undefined;
  return { parent: Number(match[1]), command: match[3] ?? '' };
}

/** Does the supervisor that started this postmaster still live? */
function isSupervised(postmaster: ProcessInfo, dir: string): boolean {
  const owner = readPid(ownerFile(dir));
  return owner !== undefined && postmaster.parent === owner && processInfo(owner) !== undefined;
}

/**
 * Do processes of a Postgres still work in `data`, though its postmaster is dead? They notice within moments, but
 * a second Postgres beside them would destroy the data. Each has the data folder as its working directory.
 */
function hasStragglers(data: string): boolean {
  if (process.platform !== 'linux') return false; // there Postgres finds out by its shared memory
  const real = realpathSync(data);
  return readdirSync('/proc').some((name) => {
    try {
      return /^\d+$/.test(name) && readlinkSync(`/proc/${name}/cwd`) === real;
    } catch {
      return false;
    }
  });
}

async function within(ms: number, isDone: () => boolean): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(20)) if (isDone()) return true;
  return isDone();
}

/** Notes that this process supervises the cluster in `dir`. */
export function claim(dir: string): void {
  writeFileSync(ownerFile(dir), `${process.pid}\n`, { mode: 0o600 });
}

/**
 * Makes way for a new postmaster over `data`. One whose supervisor lives is refused (`in-use`); one whose
 * supervisor was killed is shut down (its own shutdown is usually under way already, by the death signal);
 * a pid file without its process is a leftover of a crash and is removed when nothing works in the folder.
 */
export async function clearTheWay(dir: string, data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  const pid = readPid(file);
  if (pid === undefined) return;
  const found = processInfo(pid);
  if (found?.command.includes(data)) return stopOrphan(pid, found, dir);
  if (!(await within(patience, () => !hasStragglers(data)))) throw stillThere(dir, pid);
  rmSync(file, { force: true });
}

async function stopOrphan(pid: number, found: ProcessInfo, dir: string): Promise<void> {
  if (isSupervised(found, dir)) {
    throw new EmbeddedPostgresError('in-use', `Another Teahouse (process ${found.parent}) uses ${dir}.`);
  }
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    try {
      process.kill(pid, signal);
    } catch {} // it went meanwhile
    if (await within(patience, () => processInfo(pid) === undefined)) return;
  }
  throw stillThere(dir, pid);
}

const stillThere = (dir: string, pid: number) =>
  new EmbeddedPostgresError('in-use', `The Postgres over ${dir} (process ${pid}) does not stop.`);
