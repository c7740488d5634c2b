import { setTimeout as sleep } from 'node:timers/promises';
import { atMost, type Figure, percentile, told } from '../bench/figures.ts';
import type { House } from '../bench/house.ts';
import { type Process, treeOf } from '../bench/processes.ts';
import { attacks, type Target } from './lib/attacks.ts';
import { gather } from './lib/listeners.ts';
import { watchGrowth } from './lib/memory.ts';
import { planeOf } from './lib/parts.ts';
import { withPlace } from './lib/place.ts';
import { startProbes } from './lib/probes.ts';
import { writeThread } from './lib/speaker.ts';
import type { Stage } from './lib/stage.ts';
import { exactly, type Trial } from './lib/trial.ts';

/** Most that a process may grow (MB) whatever is sent to it. */
const GROWTH_LIMIT = 200;
/** The same while ten thousand connections are held: 40 kB each. */
const CROWD_LIMIT = 400;
/** Twice as many listeners as one process of talk serves (its default, `liveClients`). */
const LISTENERS = 10_000;
const SERVED = 5_000;

/** What may be said to abuse: too slow, too large, not of the form, not of the type; or nothing at all. */
const fit = new Set([0, 400, 408, 413, 415, 422, 431]);

async function targetOf(stage: Stage, { origin }: House): Promise<Target> {
  const { hostname, port } = new URL(origin);
  const [speaker] = stage.speakers;
  const act = await writeThread(speaker!, { room: 'square', title: 'In order', text: 'Until it is spoilt.' });
  return { host: hostname, port: Number(port), envelope: { ...act.envelope } };
}

function processesOf(house: House): Record<string, Process> {
  const front = treeOf(house.pid)[0];
  const [members, talk] = [planeOf(house.pid, 'members'), planeOf(house.pid, 'talk')];
  if (!front || !members || !talk) throw new Error('the house is not whole');
  return { front, members, talk };
}

/** One kind of abuse after the other: what was answered, and how far the worst process grew meanwhile. */
async function attackAll(target: Target, house: House, say: (words: string) => void): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, attack] of Object.entries(attacks)) {
    say(name);
    const growth = watchGrowth(processesOf(house));
    const statuses = await attack(target);
    const { most, words } = growth.stop();
    const unfit = statuses.filter((status) => !fit.has(status)).length;
    const seen = [...new Set(statuses)].sort().map((status) => (status === 0 ? 'hung up' : status));
    figures.push(
      exactly(
        `trials.abuse.${name}.accepted`,
        unfit,
        'requests',
        0,
        `${statuses.length} got ${seen.join(', ')}`,
      ),
      atMost(`trials.abuse.${name}.growth-mb`, most, 'MB', GROWTH_LIMIT, words),
    );
  }
  return figures;
}

async function crowd({ host, port }: Target, house: House, say: (words: string) => void): Promise<Figure[]> {
  say(`${LISTENERS} listeners`);
  const growth = watchGrowth(processesOf(house));
  const listeners = await gather(host, port, LISTENERS);
  await sleep(2_000);
  const { most, words } = growth.stop();
  listeners.leave();
  return [
    exactly('trials.abuse.listeners.accepted', listeners.streaming, 'streams', SERVED, `of ${LISTENERS}`),
    exactly('trials.abuse.listeners.refused', listeners.refused, 'answers', LISTENERS - SERVED, '503 busy'),
    atMost('trials.abuse.listeners.growth-mb', most, 'MB', CROWD_LIMIT, words),
  ];
}

/** Slow, huge, deep and countless: memory stays bounded, and somebody who only reads notices nothing. */
export const abuse: Trial = ({ say }) =>
  withPlace(async ({ stage, house }) => {
    const target = await targetOf(stage, house);
    const before = Object.values(processesOf(house)).map(({ pid }) => pid);
    const reader = startProbes(house.origin);
    const work = async () => [...(await attackAll(target, house, say)), ...(await crowd(target, house, say))];
    const figures = await work().finally(reader.stop);
    const after = Object.values(processesOf(house)).map(({ pid }) => pid);
    const fallen = after.filter((pid, i) => pid !== before[i]).length;
    const failed = reader.answers.filter(({ status }) => status !== 200);
    const times = reader.answers.map(({ seconds }) => seconds);
    const note = failed[0] ? `${failed[0].path}: ${failed[0].status}` : `of ${times.length}, all 200`;
    return [
      ...figures,
      exactly('trials.abuse.reader-failed', failed.length, 'answers', 0, note),
      told('trials.abuse.reader-p99-s', percentile(times, 0.99), 's', 'of somebody beside who only reads'),
      exactly('trials.abuse.restarts', fallen, 'times', 0),
    ];
  });
