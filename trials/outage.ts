import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@teahouse/kit/postgres-embedded';
import { atMost, type Figure, told } from '../bench/figures.ts';
import { type House, openHouse } from '../bench/house.ts';
import { treeOf } from '../bench/processes.ts';
import { countIn } from './lib/count.ts';
import { type Load, startLoad } from './lib/load.ts';
import { figuresOf } from './lib/outcome.ts';
import { databaseUrl, type PlaneName, planeOf } from './lib/parts.ts';
import { type Probes, startProbes } from './lib/probes.ts';
import { makeStage, type Stage } from './lib/stage.ts';
import { exactly, type TrialOptions, until } from './lib/trial.ts';

const planes: readonly PlaneName[] = ['members', 'talk'];

/** Databases that the trial itself runs, as an operator would: the house must not start them again. */
interface Clusters {
  urls: Readonly<Record<string, string>>;
  /** All their processes stand still, as on a machine or a disk that hangs; the sockets are open. */
  freeze(): () => void;
  /** They are shut down; `back` starts them again. */
  stop(): Promise<void>;
  back(): Promise<void>;
}

async function startClusters(data: string): Promise<Clusters> {
  const start = () =>
    Promise.all(
      planes.map((name) => startEmbeddedPostgres({ dir: path.join(data, name, 'database'), name })),
    );
  let running: EmbeddedPostgres[] = await start();
  const [members, talk] = running;
  return {
    urls: {
      TEAHOUSE_MEMBERS_DATABASE_URL: members?.url ?? '',
      TEAHOUSE_TALK_DATABASE_URL: talk?.url ?? '',
    },
    freeze() {
      const pids = running.flatMap(({ pid }) => treeOf(pid)).map(({ pid }) => pid);
      for (const pid of pids) process.kill(pid, 'SIGSTOP');
      return () => {
        for (const pid of pids) process.kill(pid, 'SIGCONT');
      };
    },
    async stop() {
      await Promise.all(running.map((cluster) => cluster.stop()));
    },
    async back() {
      running = await start();
    },
  };
}

/** Takes the databases away twice, in both ways, and gives them back; seconds until each plane wrote again. */
async function takeAway(clusters: Clusters, load: Load, ms: number, say: (words: string) => void) {
  const back = (since: number) => Promise.all(planes.map((plane) => load.recovered(plane, since)));
  say(`the databases stand still for ${ms / 1000} s`);
  const thaw = clusters.freeze();
  await sleep(ms).finally(thaw);
  const afterFrost = await back(performance.now());
  await sleep(1_000);
  say(`the databases are stopped for ${ms / 1000} s`);
  await clusters.stop();
  await sleep(ms).finally(() => clusters.back());
  return [...afterFrost, ...(await back(performance.now()))];
}

const pidsOf = (house: House) => planes.map((plane) => planeOf(house.pid, plane)?.pid ?? 0).join();

/** Whether talk hears notifications again, by what Postgres shows. It waits up to 5 s between attempts. */
const listeners = (stage: Stage): Promise<number> =>
  until('live events of talk', 15_000, async () => {
    const text = `SELECT count(*) FROM pg_stat_activity WHERE application_name = 'events'`;
    return (await countIn(databaseUrl(stage.data, 'talk'), text)) || undefined;
  }).catch(() => 0);

function probeFigures({ answers }: Probes, { ledger }: Load): Figure[] {
  const slowest = Math.max(ledger.slowest, ...answers.map(({ seconds }) => seconds));
  const refusals = answers.filter(({ status }) => status === 503);
  const mute = refusals.filter(({ retryAfter }) => retryAfter === undefined);
  const odd = answers.filter(({ status }) => status !== 503 && status !== 200);
  const note = odd[0] ? `${odd[0].path}: ${odd[0].status}` : 'reads and health: 200, or 503 with Retry-After';
  return [
    told('trials.outage.refused', refusals.length, 'answers', `503, of ${answers.length} from beside`),
    exactly('trials.outage.odd-answers', odd.length + mute.length, 'answers', 0, note),
    atMost('trials.outage.answer-s', slowest, 's', 20, 'the longest that anyone was left without an answer'),
  ];
}

/** Databases that are away and come back: 503 meanwhile, no crash, no restart needed. */
export async function outage({ short, say }: TrialOptions): Promise<Figure[]> {
  const stage = await makeStage();
  const clusters = await startClusters(stage.data);
  try {
    const house = await openHouse(stage.data, clusters.urls);
    try {
      const before = pidsOf(house);
      const load = startLoad(stage, () => house.origin);
      const probes = startProbes(house.origin);
      const recoveries = await takeAway(clusters, load, short ? 3_000 : 30_000, say)
        .finally(load.stop)
        .finally(probes.stop);
      const restarts = before === pidsOf(house) ? 0 : 1;
      return [
        ...(await figuresOf('outage', stage, house, load, recoveries)),
        ...probeFigures(probes, load),
        exactly('trials.outage.restarts', restarts, 'times', 0, 'of a plane'),
        exactly(
          'trials.outage.listening',
          await listeners(stage),
          'connections',
          1,
          'for live events of talk',
        ),
      ];
    } finally {
      await house.stop();
    }
  } finally {
    await clusters.stop();
    stage.remove();
  }
}
