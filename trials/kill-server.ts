import { setTimeout as sleep } from 'node:timers/promises';
import { createDice } from '@teahouse/testbed/dice';
import { type Figure, told } from '../bench/figures.ts';
import { type House, openHouse } from '../bench/house.ts';
import { isRunning, treeOf } from '../bench/processes.ts';
import { type Load, startLoad } from './lib/load.ts';
import { figuresOf } from './lib/outcome.ts';
import { type PlaneName, planeOf } from './lib/parts.ts';
import { makeStage } from './lib/stage.ts';
import { type TrialOptions, until } from './lib/trial.ts';

const targets = ['talk', 'members', 'house'] as const;

/** Longest that the town is left to work between two blows (ms). */
const LONGEST_PEACE = 2_000;

/** Kills a plane outright; its keeper has to bring it back. */
async function killPlane(house: House, plane: PlaneName): Promise<void> {
  const { pid } = await until(`${plane} to be there`, 30_000, () => planeOf(house.pid, plane));
  process.kill(pid, 'SIGKILL');
}

/** Kills the whole house: it must leave nothing running. The trial then is what starts it again, as systemd would. */
async function killHouse(house: House): Promise<void> {
  const all = treeOf(house.pid);
  process.kill(house.pid, 'SIGKILL');
  await until('the end of all that the house had started', 30_000, () => !all.some(isRunning) || undefined);
}

/** The blows, one after the other, each once the one before is overcome. Returns what each took to overcome. */
async function strike(first: House, load: Load, kills: number, reopen: () => Promise<House>) {
  const random = createDice(7).next;
  const recoveries: number[] = [];
  let house = first;
  for (let blow = 0; blow < kills; blow += 1) {
    await sleep(200 + random() * LONGEST_PEACE);
    const target = targets[blow % targets.length]!;
    const since = performance.now();
    if (target === 'house') {
      await killHouse(house);
      house = await reopen();
    } else {
      await killPlane(house, target);
    }
    const planes = target === 'house' ? (['talk', 'members'] as const) : [target];
    recoveries.push(Math.max(...(await Promise.all(planes.map((plane) => load.recovered(plane, since))))));
  }
  return recoveries;
}

/** `kill -9` of talk, of members and of the whole house, in turn, while people write. */
export async function killServer({ short, say }: TrialOptions): Promise<Figure[]> {
  const kills = short ? 3 : 20;
  const stage = await makeStage();
  let house = await openHouse(stage.data);
  try {
    const load = startLoad(stage, () => house.origin);
    say(`${kills} times kill -9 under load`);
    const reopen = async () => {
      house = await openHouse(stage.data);
      return house;
    };
    const recoveries = await strike(house, load, kills, reopen).finally(load.stop);
    const figures = await figuresOf('kill-server', stage, house, load, recoveries);
    return [...figures, told('trials.kill-server.kills', recoveries.length, 'times', targets.join(', '))];
  } finally {
    await house.stop();
    stage.remove();
  }
}
