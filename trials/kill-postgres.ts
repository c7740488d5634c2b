import { setTimeout as sleep } from 'node:timers/promises';
import { createDice } from '@teahouse/testbed/dice';
import { told } from '../bench/figures.ts';
import type { House } from '../bench/house.ts';
import { type Load, startLoad } from './lib/load.ts';
import { damageFigure, figuresOf } from './lib/outcome.ts';
import { backendsOf, type PlaneName, postmasterOf } from './lib/parts.ts';
import { withPlace } from './lib/place.ts';
import type { Stage } from './lib/stage.ts';
import { type Trial, until } from './lib/trial.ts';

interface Blow {
  readonly plane: PlaneName;
  /** The first process of the cluster, which its keeper has to start again, or one that serves a connection. */
  readonly part: 'postmaster' | 'backend';
}
const blows: readonly Blow[] = [
  { plane: 'talk', part: 'postmaster' },
  { plane: 'talk', part: 'backend' },
  { plane: 'members', part: 'postmaster' },
  { plane: 'members', part: 'backend' },
];

const LONGEST_PEACE = 2_000;

async function strike(
  stage: Stage,
  house: House,
  { plane, part }: Blow,
  random: () => number,
): Promise<void> {
  const target = await until(`the ${part} of ${plane}`, 30_000, () => {
    const first = postmasterOf(house.pid, stage.data, plane);
    if (!first || part === 'postmaster') return first;
    const all = backendsOf(first, plane);
    return all[Math.floor(random() * all.length)];
  });
  process.kill(target.pid, 'SIGKILL');
}

/** The blows in turn, each once the one before is overcome; what each took to overcome, in seconds. */
async function strikeAll(stage: Stage, house: House, load: Load, kills: number): Promise<number[]> {
  const random = createDice(11).next;
  const recoveries: number[] = [];
  for (let i = 0; i < kills; i += 1) {
    await sleep(200 + random() * LONGEST_PEACE);
    const blow = blows[i % blows.length]!;
    const since = performance.now();
    await strike(stage, house, blow, random);
    recoveries.push(await load.recovered(blow.plane, since));
  }
  return recoveries;
}

/** `kill -9` of Postgres, its first process and its backends, in turn, while people write. */
export const killPostgres: Trial = ({ short, say }) =>
  withPlace(async ({ stage, house }) => {
    const kills = short ? 2 : 20;
    const load = startLoad(stage, () => house.origin);
    say(`${kills} times kill -9 of Postgres under load`);
    const recoveries = await strikeAll(stage, house, load, kills).finally(load.stop);
    const figures = await figuresOf('kill-postgres', stage, house, load, recoveries);
    const note = 'postmaster and backend of talk and of members';
    return [
      ...figures,
      await damageFigure('kill-postgres', stage),
      told('trials.kill-postgres.kills', recoveries.length, 'times', note),
    ];
  });
