import { once } from 'node:events';
import { cpSync, createWriteStream, existsSync, mkdirSync, type WriteStream } from 'node:fs';
import path from 'node:path';
import type { EmbeddedPostgres } from '@teahouse/kit/postgres-embedded';
import type pg from 'pg';
import { dumpHeap, dumpTables, openAsThief } from './database.ts';
import { lootPaths, type PlaneName, planeNames } from './format.ts';
import { readWal } from './wal.ts';

/** What there is to take. */
export interface Prey {
  readonly clusters: Readonly<Record<PlaneName, EmbeddedPostgres>>;
  /** Folder of the data: `<plane>/` holds databases, secrets, logs and whatever else there is. */
  readonly data: string;
}

/**
 * Takes both planes: every table as a dump, every row version in the heap, the decoded write-ahead log, and the whole
 * folders as files, after a checkpoint. `files: false` takes only secrets and logs of the folders.
 */
export async function collectLoot(
  { clusters, data }: Prey,
  folder: string,
  { files = true } = {},
): Promise<void> {
  for (const plane of planeNames) {
    const target = path.join(folder, plane);
    mkdirSync(target, { recursive: true });
    const db = await openAsThief(clusters[plane].adminUrl, plane);
    try {
      await db.query('CHECKPOINT');
      await takeDatabase(db, target);
    } finally {
      await db.end();
    }
    for (const part of files ? [''] : ['secrets', 'log']) {
      const source = path.join(data, plane, part);
      if (existsSync(source))
        cpSync(source, path.join(target, lootPaths.files, part), { recursive: true, filter: isFile });
    }
  }
}

/** Sockets cannot be copied. */
const isFile = (source: string) => !path.basename(source).startsWith('.s.PGSQL');

async function takeDatabase(db: pg.Client, target: string): Promise<void> {
  await write(path.join(target, lootPaths.tables), async (put) => {
    for await (const table of dumpTables(db)) await put(table);
  });
  await write(path.join(target, lootPaths.heap), async (put) => {
    for await (const table of dumpHeap(db)) await put(table);
  });
  await write(path.join(target, lootPaths.wal), async (put) => {
    for await (const stretch of readWal(db)) await put(stretch);
  });
}

/** A file with one JSON value a line. */
async function write(
  file: string,
  fill: (put: (line: unknown) => Promise<void>) => Promise<void>,
): Promise<void> {
  const stream: WriteStream = createWriteStream(file);
  await fill(async (line) => {
    if (!stream.write(`${JSON.stringify(line)}\n`)) await once(stream, 'drain');
  });
  stream.end();
  await once(stream, 'finish');
}
