import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPool } from '@teahouse/kit/pool';
import { nativeDir } from '@teahouse/kit/postgres-binaries';
import { atLeast, type Figure, median, told } from '../bench/figures.ts';
import { openHouse } from '../bench/house.ts';
import { leftover } from './lib/leftovers.ts';
import { makeOwnPostgres, type OwnPostgres } from './lib/own-postgres.ts';
import { type Pooler, pgbouncer, startPooler } from './lib/pgbouncer.ts';
import { makeStage, type Stage } from './lib/stage.ts';
import { skipped, type TrialOptions } from './lib/trial.ts';
import { work } from './lib/worked.ts';

const planes = ['members', 'talk'] as const;
type Clusters = Readonly<Record<(typeof planes)[number], OwnPostgres>>;

const through = (clusters: Clusters, pooler: Pooler): Record<string, string> =>
  Object.fromEntries(
    planes.flatMap((plane) => {
      const name = (what: string) => `TEAHOUSE_${plane.toUpperCase()}_${what}`;
      return [
        [name('DATABASE_URL'), pooler.urlOf(plane)],
        [name('SESSION_URL'), clusters[plane].url],
        [name('POOLER'), 'on'],
      ];
    }),
  );
const straight = (clusters: Clusters): Record<string, string> =>
  Object.fromEntries(
    planes.map((plane) => [`TEAHOUSE_${plane.toUpperCase()}_DATABASE_URL`, clusters[plane].url]),
  );

async function worked(
  name: string,
  stage: Stage,
  clusters: Clusters,
  settings: Record<string, string>,
  ms: number,
) {
  const house = await openHouse(stage.data, settings);
  try {
    return await work(name, { stage, house, talkUrl: clusters.talk.url }, ms);
  } finally {
    await house.stop();
  }
}

/** What one small read costs (ms, the median of many): the way there and back, and a plan that is not kept. */
async function smallRead(url: string, pooled: boolean): Promise<number> {
  const pool = createPool({ url, name: 'trial', pooled, max: 1 });
  const taken: number[] = [];
  for (let n = 0; n < 2_000; n += 1) {
    const began = performance.now();
    await pool.query({
      name: 'room',
      text: 'SELECT id, access FROM rooms WHERE id = $1',
      values: ['square'],
    });
    taken.push(performance.now() - began);
  }
  await pool.end();
  return median(taken);
}

/** Both planes behind a pgbouncer in transaction mode, under the same load as without it. */
export async function pooler({ short, say }: TrialOptions): Promise<Figure[]> {
  const program = pgbouncer();
  if (program === undefined) return skipped('pooler', 'pgbouncer is not installed');
  const folder = mkdtempSync(path.join(tmpdir(), 'tea-pool-'));
  const remove = leftover(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const bin = path.join(nativeDir(), 'bin');
  const made = await Promise.all(planes.map((name) => makeOwnPostgres(bin, path.join(folder, name), name)));
  const clusters = { members: made[0]!, talk: made[1]! };
  const sockets = { members: clusters.members.socket, talk: clusters.talk.socket };
  const front = await startPooler(program, path.join(folder, 'pooler'), sockets);
  const stage = await makeStage({ members: clusters.members.url, talk: clusters.talk.url });
  const ms = short ? 3_000 : 15_000;
  try {
    say('without the pooler');
    const direct = await worked('trials.pooler.without', stage, clusters, straight(clusters), ms);
    say('through pgbouncer');
    const pooled = await worked('trials.pooler', stage, clusters, through(clusters, front), ms);
    const went = await Promise.all(planes.map((plane) => front.transactions(plane)));
    const reads = [await smallRead(clusters.talk.url, false), await smallRead(front.urlOf('talk'), true)];
    const [one = 0, other = 0] = reads;
    return [
      ...direct.figures,
      ...pooled.figures,
      atLeast(
        'trials.pooler.transactions',
        Math.min(...went),
        'transactions',
        20,
        `${planes.join(', ')}: ${went.join(', ')}`,
      ),
      told(
        'trials.pooler.writes-ratio',
        direct.perSecond / pooled.perSecond,
        'x',
        'writes a second without, by those with',
      ),
      told(
        'trials.pooler.read-ratio',
        other / one,
        'x',
        `one small read: ${one.toFixed(2)} and ${other.toFixed(2)} ms`,
      ),
    ];
  } finally {
    await front.stop();
    await Promise.all(made.map((cluster) => cluster.stop()));
    stage.remove();
    remove();
  }
}
