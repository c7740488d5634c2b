import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { longestStop } from '@teahouse/kit/serve';
import type { PlaneName } from './config.ts';

export interface PlaneOptions {
  readonly name: PlaneName;
  /** Which of the plane's processes this is, from 0. */
  readonly index?: number;
  /** The bundle that is run. */
  readonly main: string;
  /** Preload that ends the plane when this process dies. */
  readonly lifeline: string;
  /** The whole environment, asked for before each start: nothing of ours is inherited by itself. */
  readonly environment: () => NodeJS.ProcessEnv;
  /** Folder of the plane's own log. */
  readonly log: string;
  /** Unix socket that the plane makes, removed before each start. */
  readonly socket: string | undefined;
  /** Told about crashes and restarts, in words. */
  readonly onTrouble: (words: string) => void;
  /** Called when it could not be brought up again for `giveUpAfter`. */
  readonly onGivenUp: (error: PlaneError) => void;
  /** Told that it leaves (a signal reached it), and that it serves again: what stands in front of it asks others meanwhile. */
  readonly onLeaving?: () => void;
  readonly onBack?: () => void;
  /** Told of whatever else the plane sends. */
  readonly onMessage?: (message: unknown) => void;
  /** How long (ms) it may take to end in order before it is killed. */
  readonly patience?: number;
  /** Milliseconds before the first, second, … attempt to start it again; the last one holds for all that follow. */
  readonly delays?: readonly number[];
  /** How long (ms) it is tried to bring it up again. */
  readonly giveUpAfter?: number;
  /** How long (ms) a plane that starts may take from one stage to the next. */
  readonly stagePatience?: number;
}

/** A plane that did not come up. */
export class PlaneError extends Error {
  override readonly name = 'PlaneError';
  readonly code = 'plane-down';
}

export interface Plane {
  readonly name: PlaneName;
  /** Process id at present, for measurements. */
  pid(): number | undefined;
  /** Ends it in order, by force where that takes too long. */
  stop(): Promise<void>;
}

const LOG_LIMIT = 5_000_000;
/** A plane that ran this long (ms) has shown that it works: its earlier crashes are forgiven. */
const STEADY = 60_000;
/**
 * A start is no hang as long as stages follow each other, however loaded the machine is; one stage, such as a migration of a
 * large table, may take this long (ms).
 */
const STAGE_PATIENCE = 120_000;
const DELAYS = [500, 1000, 2000, 5000, 10_000] as const;
const GIVE_UP_AFTER = 3_600_000;

/**
 * Starts a plane, waits until it serves, and from then on starts it again when it falls. One that comes up again is not
 * given up however often it falls: what kills it (no memory, no disk, no database) may pass, and the other plane, which
 * would be closed with it, works. Throws PlaneError.
 */
export async function startPlane(options: PlaneOptions): Promise<Plane> {
  const { delays = DELAYS, giveUpAfter = GIVE_UP_AFTER } = options;
  let child = launch(options);
  let stopping = false;
  let crashes = 0;
  await untilReady(options, child);
  let downSince: number | undefined;

  const guard = async () => {
    while (!stopping) {
      const began = performance.now();
      await ended(child);
      if (stopping) return;
      crashes = performance.now() - began > STEADY ? 1 : crashes + 1;
      const delay = delays[Math.min(crashes, delays.length) - 1] ?? 0;
      downSince ??= performance.now();
      if (performance.now() - downSince > giveUpAfter) {
        options.onGivenUp(new PlaneError(`${title(options)} does not come up again. ${lastWords(options)}`));
        return;
      }
      options.onTrouble(
        `${title(options)} fell (${howItEnded(child)}); starting it again in ${delay / 1000} s`,
      );
      await sleep(delay);
      if (stopping) return;
      child = launch(options);
      await untilReady(options, child).then(
        () => {
          downSince = undefined;
          options.onBack?.();
          options.onTrouble(`${title(options)} is back`);
        },
        () => {}, // it ended: the next turn of the loop counts it
      );
    }
  };
  void guard();

  return {
    name: options.name,
    pid: () => child.pid,
    async stop() {
      stopping = true;
      await stopChild(child, options.patience ?? longestStop());
    },
  };
}

function launch(options: PlaneOptions): ChildProcess {
  mkdirSync(options.log, { recursive: true, mode: 0o700 });
  if (options.socket) rmSync(options.socket, { force: true }); // a killed plane leaves its socket behind
  const log = openLog(options);
  const node = [process.execPath, '--enable-source-maps', '--import', options.lifeline, options.main];
  const [file = '', ...args] = [...deathSignal(), ...node];
  const child = spawn(file, args, {
    env: options.environment(),
    // The log goes straight to the plane's own file: this process never sees a line of either.
    stdio: ['ignore', log, log, 'ipc'],
    // A process group of its own: Ctrl-C must reach us alone, who stop everything in order.
    detached: true,
  });
  child.on('message', (message: unknown) => {
    if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'leaving')
      options.onLeaving?.();
    options.onMessage?.(message);
  });
  child.on('error', () => {}); // told by `exit`, or by the failing start
  closeSync(log);
  return child;
}

/** `setpriv` of util-linux, where there is one: the kernel itself kills the plane when we die. */
let cachedDeathSignal: string[] | undefined;
function deathSignal(): string[] {
  cachedDeathSignal ??=
    process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true']).status === 0
      ? ['setpriv', '--pdeathsig', 'KILL', '--']
      : [];
  return cachedDeathSignal;
}

/** `talk`, or `talk 2` for the second of its processes. */
const title = ({ name, index = 0 }: PlaneOptions) => (index === 0 ? name : `${name} ${index + 1}`);

const logFile = ({ log, index = 0 }: PlaneOptions) =>
  path.join(log, index === 0 ? 'plane.log' : `plane-${index + 1}.log`);

function openLog(options: PlaneOptions): number {
  const file = logFile(options);
  if (existsSync(file) && statSync(file).size > LOG_LIMIT) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

async function untilReady(options: PlaneOptions, child: ChildProcess): Promise<void> {
  const { stagePatience = STAGE_PATIENCE } = options;
  const late = lateAfter(stagePatience);
  const ready = new Promise<'ready'>((resolve) => {
    child.on('message', (message: unknown) => {
      if (typeof message !== 'object' || message === null || !('type' in message)) return;
      if (message.type === 'ready') resolve('ready');
      if (message.type === 'starting' && 'stage' in message) late.putOff(String(message.stage));
    });
  });
  const fell = ended(child).then(() => 'fell' as const);
  const outcome = await Promise.race([ready, fell, late.came]);
  late.stop();
  if (outcome === 'ready') return;
  await stopChild(child, 0);
  const what =
    outcome === 'fell'
      ? `ended while starting (${howItEnded(child)})`
      : `came no further for ${stagePatience / 1000} s while starting (last: ${late.stage()})`;
  throw new PlaneError(`${title(options)} ${what}. ${lastWords(options)}`);
}

/** A moment that each stage puts off. */
function lateAfter(patience: number) {
  let stage = 'process';
  let timer: NodeJS.Timeout | undefined;
  const came = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), patience);
  });
  return {
    came,
    stage: () => stage,
    putOff(next: string) {
      stage = next;
      timer?.refresh();
    },
    stop: () => clearTimeout(timer),
  };
}

async function stopChild(child: ChildProcess, patience: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), patience);
  await ended(child);
  clearTimeout(force);
}

const howItEnded = (child: ChildProcess) => child.signalCode ?? `exit code ${child.exitCode}`;

function lastWords(options: PlaneOptions): string {
  const file = logFile(options);
  const tail = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-12).join('\n') : '';
  return `Its log, ${file}, ends with:\n${tail}`;
}
