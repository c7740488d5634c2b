import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { startEmbeddedPostgres } from '@teahouse/kit/postgres-embedded';
import { createTestDb, testClusterVariable } from '@teahouse/kit/test-db';

export interface TwoDatabases {
  readonly members: string;
  readonly talk: string;
  close(): Promise<void>;
}

/** Under vitest: two databases of the run's cluster, thrown away afterwards. */
async function fromTestCluster(): Promise<TwoDatabases> {
  const [members, talk] = await Promise.all([createTestDb(), createTestDb()]);
  return {
    members: members.url,
    talk: talk.url,
    close: async () => {
      await Promise.all([members.drop(), talk.drop()]);
    },
  };
}

/** Two clusters, as in real life: one would be shared by xmin and WAL (architecture.md, walls). */
async function fromTwoClusters(folder: string): Promise<TwoDatabases> {
  const start = async (name: string) => {
    const dir = path.join(folder, name, 'postgres');
    await mkdir(dir, { recursive: true });
    return startEmbeddedPostgres({ dir, name, durable: false, onLog: () => undefined });
  };
  const [members, talk] = await Promise.all([start('members'), start('talk')]);
  return {
    members: members.url,
    talk: talk.url,
    close: async () => {
      await Promise.all([members.stop(), talk.stop()]);
    },
  };
}

/** Databases for both planes below a throw-away folder. */
export const openDatabases = (folder: string): Promise<TwoDatabases> =>
  process.env[testClusterVariable] ? fromTestCluster() : fromTwoClusters(folder);
