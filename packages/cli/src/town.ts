import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { createPool } from '@teahouse/kit/pool';
import { planeFolders, planes, type Settings } from './config.ts';
import type { Database } from './database.ts';
import { elapsed, say, sayForNow } from './say.ts';

/** The demo town could not be filled. */
export class SeedError extends Error {
  override readonly name = 'SeedError';
  readonly code = 'seed';
}

const begunMark = (settings: Settings) => path.join(settings.data, 'seeding');
const doneMark = (settings: Settings) => path.join(settings.data, 'seeded');

/**
 * Before the databases start: a town whose filling was cut short is thrown away, so that it is begun anew.
 * Only ever touches a folder that this program itself marked as being filled. Throws SeedError where the databases
 * are the operator's own: emptying those is not for us.
 */
export function clearHalfFilledTown(settings: Settings): void {
  const begun = begunMark(settings);
  if (!existsSync(begun)) return;
  if (!existsSync(doneMark(settings))) {
    if (settings.databaseUrl.members ?? settings.databaseUrl.talk) {
      throw new SeedError(
        'Filling the town was cut short. Empty both databases, remove the folders of both planes below ' +
          `${settings.data} (their keys and logs belong to what was in the databases) and ${begun}, start again.`,
      );
    }
    for (const plane of planes) rmSync(planeFolders(settings, plane).home, { recursive: true, force: true });
    rmSync(path.join(settings.data, 'dev-mailbox.json'), { force: true });
  }
  rmSync(begun);
}

/** Throws away a whole demo town, so that the next start fills another. */
export function demolishTown(settings: Settings): void {
  writeFileSync(begunMark(settings), '');
  rmSync(doneMark(settings), { force: true });
  clearHalfFilledTown(settings);
}

/** Whether this start has to fill the town: wanted, not done yet, and nobody lives in it. */
export async function needsPeople(settings: Settings, talk: Database): Promise<boolean> {
  if (!settings.demo || existsSync(doneMark(settings))) return false;
  return talk.fresh || (await isEmpty(talk.url()));
}

async function isEmpty(url: string): Promise<boolean> {
  const pool = createPool({ url, name: 'teahouse', max: 1, pooled: true }); // there may be a pooler in front
  try {
    const { rowCount } = await pool.query(
      "SELECT FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace LIMIT 1",
    );
    return rowCount === 0;
  } finally {
    await pool.end();
  }
}

/**
 * Runs the seed, a program of its own: this one may not know both planes. Shows its last line while it works.
 * Throws SeedError with the seed's last words.
 */
export async function fillTown(
  settings: Settings,
  databases: { members: Database; talk: Database },
  abort: AbortSignal,
  extra: readonly string[] = [],
): Promise<void> {
  const began = performance.now();
  writeFileSync(begunMark(settings), `${new Date().toISOString()}\n`);
  say('Filling the town with people (only the first time) …');
  const lines = await runSeed(settings, databases, abort, extra);
  writeFileSync(doneMark(settings), `${new Date().toISOString()}\n`);
  rmSync(begunMark(settings), { force: true });
  for (const line of lines) say(`  ${line}`);
  say(`The town is full of people after ${elapsed(began)}.`);
}

/** Returns the seed's last line or so, for the terminal. */
async function runSeed(
  settings: Settings,
  { members, talk }: { members: Database; talk: Database },
  abort: AbortSignal,
  extra: readonly string[],
): Promise<string[]> {
  const main = path.join(settings.root, 'packages/testbed/src/seed/main.ts');
  const urls = ['--members-database', members.url(), '--talk-database', talk.url()];
  const args = [main, ...urls, '--data', settings.data, ...extra];
  const lifeline = path.join(settings.root, 'dist/cli/lifeline.mjs');
  const child = spawn(process.execPath, ['--import', lifeline, ...args], {
    env: { ...settings.environment, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true, // Ctrl-C reaches us, and we end it
  });
  const end = () => child.kill('SIGKILL'); // nothing of it is worth keeping: it is begun anew
  abort.addEventListener('abort', end);
  if (abort.aborted) end();
  const last = keepLast(child, 30);
  const began = performance.now();
  const clock = setInterval(() => sayForNow(`  ${last.at(-1) ?? ''} (${elapsed(began)})`), 200);
  try {
    const code = await new Promise<number | string | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (exit, signal) => resolve(exit ?? signal));
    });
    if (code !== 0) throw new SeedError(`The demo town could not be filled (${code}):\n${last.join('\n')}`);
  } finally {
    clearInterval(clock);
    abort.removeEventListener('abort', end);
  }
  return last.slice(-1);
}

function keepLast(child: ChildProcess, count: number): string[] {
  const last: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    readline.createInterface({ input: stream }).on('line', (line) => {
      last.push(line);
      if (last.length > count) last.shift();
    });
  }
  return last;
}
