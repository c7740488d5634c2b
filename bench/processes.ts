import { readdirSync, readFileSync } from 'node:fs';

/** A process as `/proc` shows it. Linux alone has it, so bench runs there alone. */
export interface Process {
  readonly pid: number;
  readonly parent: number;
  /** The command line, words joined by blanks. */
  readonly command: string;
}

/** Fields of proc(5) stat from the third on: the second, the name, may hold blanks and brackets. */
function statOf(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** What `read` returns, or undefined where the process ended in between. */
function whileAlive<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
}

const commandOf = (pid: number): string =>
  readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();

function allProcesses(): Process[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((name) => {
    const pid = Number(name);
    const found = whileAlive(() => ({
      pid,
      parent: Number(statOf(pid)[1]),
      command: commandOf(pid),
    }));
    return found ?? [];
  });
}

/** A process and all that descend from it, itself first. */
export function treeOf(pid: number): Process[] {
  const all = allProcesses();
  const below = (parent: number): Process[] =>
    all.filter((process) => process.parent === parent).flatMap((process) => [process, ...below(process.pid)]);
  return [...all.filter((process) => process.pid === pid), ...below(pid)];
}

/** Whether it still runs. One that has ended and waits to be collected has no command line any more. */
export const isRunning = ({ pid, command }: Process): boolean => whileAlive(() => commandOf(pid)) === command;

/** Whether it is a Postgres server process: the first of a cluster, or one of those that title themselves `postgres: …`. */
export const isPostgres = ({ command }: Process): boolean => /^(?:\S*\/)?postgres(?::| -D )/.test(command);

/** Proportional share of memory of a process in MB (10^6 bytes): shared pages count by halves, thirds, … */
export function pssOf({ pid }: Process): number {
  const text = whileAlive(() => readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? '';
  return (Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) * 1024) / 1e6;
}

/** `USER_HZ`, the unit of times in proc(5) stat: 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/**
 * CPU time in ms that these processes have used so far, together with what their ended children had used: the kernel
 * adds that to the parent when it collects a child. Threads are included.
 */
export function cpuOf(processes: readonly Process[]): number {
  const ticks = processes.map(({ pid }) => {
    // utime, stime, cutime, cstime: fields 14 to 17.
    const times = whileAlive(() => statOf(pid).slice(11, 15).map(Number)) ?? [];
    return times.reduce((sum, time) => sum + time, 0);
  });
  return (ticks.reduce((sum, time) => sum + time, 0) * 1000) / TICKS_PER_SECOND;
}

/**
 * Ends all that this process started, by force after `patience` ms, and blocks until it is gone: for a handler of
 * `exit`, where nothing can be awaited any more.
 */
export function endDescendants(patience: number): void {
  const below = treeOf(process.pid).filter(({ pid, command }) => pid !== process.pid && command !== '');
  const signal = (processes: readonly Process[], name: NodeJS.Signals) => {
    for (const { pid } of processes) whileAlive(() => process.kill(pid, name));
  };
  // Each child ends its own in order; SIGINT is what Postgres calls a fast shutdown.
  signal(
    below.filter(({ parent }) => parent === process.pid),
    'SIGINT',
  );
  const end = performance.now() + patience;
  while (below.some(isRunning) && performance.now() < end) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  }
  signal(below.filter(isRunning), 'SIGKILL');
}
