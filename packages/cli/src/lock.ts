import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** The data folder is in use by another running program. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
  readonly code = 'data-in-use';
}

/**
 * Claims the data folder for this process, so that two never run over the same databases.
 * A claim left behind by a killed process counts no more. Throws LockedError.
 * @returns gives the claim back
 */
export function claimData(data: string): () => void {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const file = path.join(data, 'teahouse.pid');
  for (const last of [false, true]) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, `${process.pid} ${birthOf(process.pid)}\n`);
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = livingOwner(file);
      if (owner !== undefined || last) {
        throw new LockedError(`Teahouse is running already over ${data} (process ${owner ?? 'unknown'}).`);
      }
      rmSync(file, { force: true });
    }
  }
  throw new Error('unreachable');
}

/** The process that holds the claim, if it still lives: the number alone may have gone to another program since. */
function livingOwner(file: string): number | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const [pid, birth] = text.trim().split(' ');
  if (!pid || !isAlive(Number(pid))) return undefined;
  return birthOf(Number(pid)) === birth ? Number(pid) : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process began, in the kernel's ticks (field 22 of proc(5) stat); `-` where there is no /proc. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '-';
  } catch {
    return '-';
  }
}
