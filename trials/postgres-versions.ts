import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { atLeast, type Figure } from '../bench/figures.ts';
import { openHouse } from '../bench/house.ts';
import { leftover } from './lib/leftovers.ts';
import { binariesOf, makeOwnPostgres } from './lib/own-postgres.ts';
import { makeStage } from './lib/stage.ts';
import { skipped, type TrialOptions } from './lib/trial.ts';
import { work } from './lib/worked.ts';

const versions = [15, 16, 17, 18] as const;

/** Both planes over two clusters of one version, which Teahouse did not make: migrated, and under load. */
async function onVersion(
  version: number,
  bin: string,
  folder: string,
  ms: number,
): Promise<readonly Figure[]> {
  const clusters = await Promise.all(
    (['members', 'talk'] as const).map((name) => makeOwnPostgres(bin, path.join(folder, name), name)),
  );
  const [members, talk] = clusters.map(({ url }) => url) as [string, string];
  try {
    const stage = await makeStage({ members, talk });
    try {
      const house = await openHouse(stage.data, {
        TEAHOUSE_MEMBERS_DATABASE_URL: members,
        TEAHOUSE_TALK_DATABASE_URL: talk,
      });
      try {
        return (await work(`trials.postgres-${version}`, { stage, house, talkUrl: talk }, ms)).figures;
      } finally {
        await house.stop();
      }
    } finally {
      stage.remove();
    }
  } finally {
    await Promise.all(clusters.map((cluster) => cluster.stop()));
  }
}

/** Every version of Postgres that the operator's own may be, one after the other. */
export async function postgresVersions({ short, say }: TrialOptions): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tea-pgs-'));
  const remove = leftover(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const figures: Figure[] = [];
  let tried = 0;
  for (const version of versions) {
    const own = path.join(folder, String(version));
    const bin = binariesOf(version, own);
    if (bin === undefined) {
      figures.push(...skipped(`postgres-${version}`, 'its binaries are not here and could not be fetched'));
      continue;
    }
    say(`Postgres ${version}`);
    figures.push(...(await onVersion(version, bin, own, short ? 3_000 : 10_000)));
    tried += 1;
  }
  remove();
  return [...figures, atLeast('trials.postgres-versions.tried', tried, 'versions', 1)];
}
