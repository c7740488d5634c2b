import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { whyNoStart } from '../commands/doctor-logs.ts';
import { planeFolders, type Settings } from '../config.ts';
import { startDatabase } from '../database.ts';
import { inPool } from '../operator-database.ts';
import { OperatorError } from '../operator-error.ts';
import { checkFiles } from './check.ts';
import { readManifest } from './manifest.ts';
import { noteVerified } from './note.ts';
import { putBack } from './put-back.ts';

export interface Proven {
  readonly rows: number;
  readonly tables: number;
  readonly migrated: readonly string[];
}

/**
 * Restores a backup into a cluster of its own that is thrown away: every file's hash, every row, every foreign key, newer
 * migrations, and whether log and database go together. Notes beside it that this was done. Throws OperatorError.
 */
export async function proveBackup(
  settings: Settings,
  folder: string,
  identities: readonly string[],
): Promise<Proven> {
  const manifest = readManifest(folder);
  await checkFiles(folder, manifest);
  const data = mkdtempSync(path.join(tmpdir(), 'tea-verify-'));
  // Without the operator's environment, which may name folders that all machines of the plane share.
  const databaseUrl = { members: undefined, talk: undefined };
  const scratch: Settings = { ...settings, data, databaseUrl, environment: {} };
  try {
    const { migrated } = await putBack(scratch, folder, manifest, {
      replace: false,
      identities,
      log: undefined,
    });
    await openLaws(scratch, manifest.plane);
    noteVerified(folder);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { rows, tables: manifest.tables.length, migrated };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function openLaws(scratch: Settings, plane: 'members' | 'talk'): Promise<void> {
  const { database: dir, publicLog, secrets } = planeFolders(scratch, plane);
  const keyFile = path.join(secrets, 'log.key');
  if (!existsSync(keyFile)) return; // it had begun no log
  const ignore = () => {};
  const database = await startDatabase({
    name: plane,
    dir,
    url: undefined,
    onTrouble: ignore,
    onGivenUp: ignore,
  });
  try {
    const key = new Uint8Array(readFileSync(keyFile));
    const wrong = await inPool(database.url(), (pool) => whyNoStart(pool, publicLog, key));
    if (wrong) throw new OperatorError(`The log and the database of the backup don't agree: ${wrong}.`);
  } finally {
    await database.stop();
  }
}
