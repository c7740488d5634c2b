import path from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@teahouse/kit/postgres-embedded';

/** Both clusters of a data folder while `work` runs, and stopped when it is over. */
export async function withClusters<T>(
  data: string,
  work: (urls: { readonly members: string; readonly talk: string }) => Promise<T>,
): Promise<T> {
  const clusters: EmbeddedPostgres[] = [];
  const start = async (name: 'members' | 'talk') => {
    const dir = path.join(data, name, 'database');
    const cluster = await startEmbeddedPostgres({ dir, name, conf: { max_wal_size: '4GB' } });
    clusters.push(cluster);
    return cluster.url;
  };
  try {
    return await work({ members: await start('members'), talk: await start('talk') });
  } finally {
    await Promise.all(clusters.map((cluster) => cluster.stop()));
  }
}
