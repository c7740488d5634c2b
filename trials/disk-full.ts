import { spawnSync } from 'node:child_process';
import { closeSync, openSync, renameSync, rmSync, statfsSync, writeSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { atLeast, type Figure, told } from '../bench/figures.ts';
import { openHouse } from '../bench/house.ts';
import { countIn } from './lib/count.ts';
import { leftover } from './lib/leftovers.ts';
import { type Load, startLoad } from './lib/load.ts';
import { damageFigure, figuresOf } from './lib/outcome.ts';
import { databaseUrl } from './lib/parts.ts';
import { type Probes, startProbes } from './lib/probes.ts';
import { makeStage, type Stage } from './lib/stage.ts';
import { exactly, skipped, type TrialOptions, until } from './lib/trial.ts';

/** Room for a young cluster and some growth, in MB. */
const SIZE = 200;
/** What is left free when the disk is filled, in bytes: less than one segment of WAL. */
const REST = 400_000;

const run = (command: string, ...args: string[]) => spawnSync(command, args, { encoding: 'utf8' });

/** Puts talk's database on a small file system of its own. Returns why it can't, or how to take that away again. */
function confine(folder: string): string | (() => void) {
  const aside = `${folder}.aside`;
  renameSync(folder, aside);
  run('mkdir', '-m', '700', folder);
  const mounted = run('mount', '-t', 'tmpfs', '-o', `size=${SIZE}m,mode=700`, 'tea-trial', folder);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    renameSync(aside, folder);
    const words = mounted.stderr || mounted.error?.message || 'mount failed';
    return words.split('\n', 1)[0] ?? words;
  }
  run('cp', '-a', `${aside}/.`, folder);
  rmSync(aside, { recursive: true });
  return leftover(() => void run('umount', '-l', folder));
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Fills the disk but for the rest. Returns how to make room again. */
function fill(folder: string): () => void {
  const file = path.join(folder, 'filler');
  const handle = openSync(file, 'w');
  const chunk = Buffer.alloc(64 * 1024);
  while (freeBytes(folder) > REST) writeSync(handle, chunk);
  closeSync(handle);
  return () => rmSync(file, { force: true });
}

/** How long (ms) the town has to do without room. */
const FULL_MS = 20_000;
const FIRST_REFUSAL_LIMIT = 120_000;

interface Shortage {
  readonly recovery: number;
  /** Answers to readers between the first refusal and the moment there was room again. */
  readonly reads: Probes['answers'];
}

async function runShort(folder: string, load: Load, probes: Probes, ms: number): Promise<Shortage> {
  const makeRoom = fill(folder);
  try {
    await until('the first refusal', FIRST_REFUSAL_LIMIT, () => load.ledger.refusals.size > 0 || undefined);
    const from = probes.answers.length;
    await sleep(ms);
    const reads = probes.answers.slice(from);
    makeRoom();
    return { recovery: await load.recovered('talk', performance.now()), reads };
  } finally {
    makeRoom();
  }
}

/**
 * The harder case: the journal itself needs a new file and gets none. Postgres then ends on purpose, as it may not
 * acknowledge what it can't write down, and can't start; its keeper tries on. Returns what it took with room again.
 */
async function runOutOfJournal(stage: Stage, folder: string, load: Load, ms: number): Promise<number> {
  const makeRoom = fill(folder);
  try {
    const url = databaseUrl(stage.data, 'talk', 'postgres');
    await until('Postgres to give in', 60_000, async () => {
      const switched = await countIn(url, 'SELECT 1 FROM pg_switch_wal()').catch(() => 0);
      return switched === 0 || undefined;
    });
    await sleep(ms);
    makeRoom();
    return await load.recovered('talk', performance.now());
  } finally {
    makeRoom();
  }
}

/** A disk without room: writes say so, reads go on, nothing is damaged, and it goes on by itself when there is room. */
export async function diskFull({ short, say }: TrialOptions): Promise<Figure[]> {
  const stage = await makeStage();
  const folder = path.join(stage.data, 'talk', 'database');
  const release = confine(folder);
  if (typeof release === 'string') {
    stage.remove();
    return skipped('disk-full', release);
  }
  try {
    const house = await openHouse(stage.data);
    try {
      const load = startLoad(stage, () => house.origin);
      const probes = startProbes(house.origin, ['/api/talk/threads', '/api/members/companies?q=star']);
      await sleep(short ? 500 : 5_000);
      say('the disk is full');
      const ms = short ? 3_000 : FULL_MS;
      const work = async () => {
        const shortage = await runShort(folder, load, probes, ms);
        say('there is no room for the journal either');
        return { ...shortage, afterEnd: await runOutOfJournal(stage, folder, load, ms) };
      };
      const shortage = await work().finally(load.stop).finally(probes.stop);
      const recoveries = [shortage.recovery, shortage.afterEnd];
      const figures = await figuresOf('disk-full', stage, house, load, recoveries);
      const read = shortage.reads.filter(({ status }) => status === 200).length;
      const codes = [...load.ledger.refusals].map(([code, times]) => `${code} ${times}`).join(', ');
      return [
        ...figures,
        atLeast(
          'trials.disk-full.refused',
          load.ledger.refusals.get('storage-full') ?? 0,
          'answers',
          1,
          codes,
        ),
        exactly('trials.disk-full.reads', read, 'answers', shortage.reads.length, 'of 200 while it was full'),
        await damageFigure('disk-full', stage),
        told(
          'trials.disk-full.journal-recovery-s',
          shortage.afterEnd,
          's',
          'after the journal found no room',
        ),
        told('trials.disk-full.full-s', ms / 1000, 's', 'each time'),
      ];
    } finally {
      await house.stop();
    }
  } finally {
    release();
    stage.remove();
  }
}
