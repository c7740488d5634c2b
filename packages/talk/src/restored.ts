import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createPool } from '@teahouse/kit/pool';
import { parseCheckpoint, textOfNote } from '@teahouse/protocol/log';
import { beginAnew } from './log/restore.ts';

/**
 * `restored.mjs`, run by `teahouse restore` over a database that came out of a backup, before talk is started: no older token
 * counts from then on. The database is in `TEAHOUSE_DATABASE_URL`, the log that talk will open in `TEAHOUSE_PUBLIC_LOG`.
 */
async function sizeOfLog(folder: string): Promise<number> {
  try {
    return parseCheckpoint(textOfNote(await readFile(path.join(folder, 'checkpoint'), 'utf8'))).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

const pool = createPool({ url: process.env.TEAHOUSE_DATABASE_URL ?? '', name: 'restored', max: 1 });
try {
  await beginAnew(pool, await sizeOfLog(process.env.TEAHOUSE_PUBLIC_LOG ?? ''));
} finally {
  await pool.end();
}
