import path from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@teahouse/kit/postgres-embedded';
import type { PlaneName } from '../loot/format.ts';

/** Both planes' Postgres over one data folder. */
export interface Clusters {
  readonly members: EmbeddedPostgres;
  readonly talk: EmbeddedPostgres;
  stop(): Promise<void>;
}

/** Nothing of the write-ahead log is ever recycled: the thief gets all of it, more than a server of ours keeps. */
const keepAllWal = { max_wal_size: '64GB', wal_keep_size: '64GB', checkpoint_timeout: '1d' } as const;

export const clusterFolder = (data: string, plane: PlaneName): string => path.join(data, plane, 'database');

/** Two clusters, as in real life; without fsync, which changes no byte of what is written. */
export async function startClusters(data: string): Promise<Clusters> {
  const start = (name: PlaneName) =>
    startEmbeddedPostgres({ dir: clusterFolder(data, name), name, durable: false, conf: keepAllWal });
  const [members, talk] = await Promise.all([start('members'), start('talk')]);
  return {
    members,
    talk,
    stop: async () => {
      await Promise.all([members.stop(), talk.stop()]);
    },
  };
}
