import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDice } from '@teahouse/testbed/dice';
import pg from 'pg';
import { type Figure, told } from '../bench/figures.ts';
import { type House, openHouse } from '../bench/house.ts';
import { teahouse } from './lib/command.ts';
import { type Load, startLoad } from './lib/load.ts';
import { figuresOf } from './lib/outcome.ts';
import { databaseUrl, type PlaneName, planesOf, postmasterOf } from './lib/parts.ts';
import { makeStage, type Stage } from './lib/stage.ts';
import { exactly, type TrialOptions, until } from './lib/trial.ts';

const PROCESSES = 3;
const settings = {
  TEAHOUSE_TALK_PROCESSES: String(PROCESSES),
  TEAHOUSE_MEMBERS_PROCESSES: String(PROCESSES),
};
/** Whoever appends to talk's log, any process of a plane, and now and then the cluster below all of them. */
const targets = ['writer', 'talk', 'members', 'writer', 'postgres'] as const;
type Target = (typeof targets)[number];

/** Longest that the town is left to work between two blows (ms). */
const LONGEST_PEACE = 1_500;

/** The process that holds the lock of talk's log (proc(5), `/proc/locks`: kind, mode, access, process, device and inode). */
function writerOf(data: string): number | undefined {
  const { ino } = statSync(path.join(data, 'talk/public-log/lock'));
  const held = readFileSync('/proc/locks', 'utf8').split('\n');
  const line = held.map((one) => one.trim().split(/\s+/)).find((words) => words[5]?.endsWith(`:${ino}`));
  return line === undefined ? undefined : Number(line[4]);
}

async function blow(target: Target, house: House, stage: Stage, random: () => number): Promise<PlaneName> {
  const plane = target === 'members' ? 'members' : 'talk';
  const all = await until(`${PROCESSES} of ${plane}`, 60_000, () => {
    const found = planesOf(house.pid, plane);
    return found.length === PROCESSES ? found : undefined;
  });
  if (target === 'postgres') {
    const cluster = await until('the cluster', 30_000, () => postmasterOf(house.pid, stage.data, 'talk'));
    process.kill(cluster.pid, 'SIGINT'); // a fast shutdown, as for an update
  } else {
    const writer = await until('a writer of the log', 30_000, () => writerOf(stage.data));
    const one = all[Math.floor(random() * all.length)]!;
    process.kill(target === 'writer' ? writer : one.pid, 'SIGKILL');
  }
  return plane;
}

async function strike(house: House, stage: Stage, load: Load, kills: number): Promise<number[]> {
  const random = createDice(11).next;
  const recoveries: number[] = [];
  for (let n = 0; n < kills; n += 1) {
    await sleep(200 + random() * LONGEST_PEACE);
    const since = performance.now();
    const plane = await blow(targets[n % targets.length]!, house, stage, random);
    recoveries.push(await load.recovered(plane, since));
  }
  return recoveries;
}

/** What would be there twice if two processes had done one thing: names of what was found. */
async function twice(stage: Stage): Promise<string[]> {
  const questions: readonly (readonly [PlaneName, string, string])[] = [
    [
      'talk',
      'an act in two entries of the log',
      'SELECT act FROM logged_acts GROUP BY act HAVING count(*) > 1',
    ],
    ['talk', 'an act that waits and is logged', 'SELECT act FROM pending_acts JOIN logged_acts USING (act)'],
    [
      'talk',
      'a place in a thread',
      'SELECT seq FROM posts GROUP BY room_id, thread_id, seq HAVING count(*) > 1',
    ],
    ['members', 'an epoch', 'SELECT epoch FROM issued_epochs GROUP BY epoch HAVING count(*) > 1'],
  ];
  const found: string[] = [];
  for (const [plane, what, text] of questions) {
    const client = new pg.Client(databaseUrl(stage.data, plane));
    await client.connect();
    const { rowCount } = await client.query(text).finally(() => client.end());
    if (rowCount) found.push(`${rowCount} × ${what}`);
  }
  return found;
}

/**
 * Three processes of each plane over one database; one of them is killed outright again and again while people write, whose acts
 * go to another one: also the one that appends to the log, and the cluster is restarted below all.
 */
export async function killOneOfThree({ short, say }: TrialOptions): Promise<Figure[]> {
  const kills = short ? 3 : 20;
  const stage = await makeStage();
  const house = await openHouse(stage.data, settings);
  try {
    const before = planesOf(house.pid, 'talk').length + planesOf(house.pid, 'members').length;
    const load = startLoad(stage, () => house.origin);
    say(`${kills} times kill -9 of one of ${before} processes`);
    const recoveries = await strike(house, stage, load, kills).finally(load.stop);
    const figures = await figuresOf('kill-one-of-three', stage, house, load, recoveries);
    const doubles = await twice(stage);
    const audit = await teahouse(stage.data, ['log', 'check', house.origin]);
    return [
      ...figures,
      exactly('trials.kill-one-of-three.twice', doubles.length, 'kinds', 0, doubles[0] ?? ''),
      exactly('trials.kill-one-of-three.log-faults', audit.code, 'exit code', 0, 'of `log check`'),
      told(
        'trials.kill-one-of-three.kills',
        recoveries.length,
        'times',
        'writer of the log, talk, members, Postgres',
      ),
    ];
  } finally {
    await house.stop();
    stage.remove();
  }
}
