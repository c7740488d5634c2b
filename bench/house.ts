import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 15_000;

/** The whole town, running as `npm start` runs it. */
export interface House {
  readonly pid: number;
  /** Where a browser finds it. */
  readonly origin: string;
  /** Seconds from the start of the program to the line that it is open. */
  readonly startedAfter: number;
  /** Ends it in order, by force after 15 s. May be called twice. */
  stop(): Promise<void>;
}

/**
 * Starts what `npm start` starts, without npm itself, over a data folder and on any free port; `settings` are further
 * `TEAHOUSE_*`. The process ends when this one does, however that happens. Throws with its last words when it does not
 * open within a minute.
 */
export async function openHouse(
  data: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<House> {
  const began = performance.now();
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('TEAHOUSE_'));
  const child = spawn(process.execPath, [path.join(root, 'scripts/run.mjs'), 'start'], {
    cwd: root,
    env: { ...Object.fromEntries(kept), TEAHOUSE_DATA: data, TEAHOUSE_PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const stop = stopper(child);
  try {
    const origin = await opened(child);
    const startedAfter = (performance.now() - began) / 1000;
    return { pid: child.pid ?? 0, origin, startedAfter, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function opened(child: ChildProcess): Promise<string> {
  let said = '';
  const limit = AbortSignal.timeout(START_LIMIT_MS);
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`the town ${why}. It said:\n${said}`));
    const hear = (chunk: Buffer) => {
      said += chunk;
      const origin = /Teahouse is open after .*?(http:\/\/\S+)/.exec(said)?.[1];
      if (origin) resolve(origin);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('exit', (code) => fail(`ended with ${code} instead of opening`));
    limit.addEventListener('abort', () => fail('did not open within a minute'));
  });
}

function stopper(child: ChildProcess): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const run = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await ended;
    clearTimeout(force);
  };
  return () => {
    stopping ??= run();
    return stopping;
  };
}
