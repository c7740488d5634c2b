import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Pool } from '@teahouse/kit/pool';
import { equal } from '@teahouse/protocol';
import {
  fetchBundle,
  LogError,
  noteSigner,
  openCheckpoint,
  parseCheckpoint,
  rebuildTree,
  TILE_WIDTH,
  textOfNote,
  tileIn,
} from '@teahouse/protocol/log';
import { type PlaneName, planeFolders, planes, type Settings } from '../config.ts';
import { folderSource, type Source, UnreadableError } from '../log/source.ts';
import { inPool, runningDatabase } from '../operator-database.ts';

interface Finding {
  readonly ok: boolean;
  readonly words: string;
}

interface Row {
  readonly index: string;
  readonly entry: Buffer;
}

const keyBytes = 32;

/** Each plane's log: its key, its folder, and whether folder and database tell the same where the database runs. */
export async function logFindings(settings: Settings): Promise<Finding[]> {
  const found = await Promise.all(planes.map((plane) => findingsOf(settings, plane)));
  return found.flat();
}

async function findingsOf(settings: Settings, plane: PlaneName): Promise<Finding[]> {
  const { publicLog, secrets } = planeFolders(settings, plane);
  const keyFile = path.join(secrets, 'log.key');
  if (!existsSync(publicLog)) {
    if (!existsSync(keyFile)) return []; // never started
    const words = `the log of ${plane} is gone, its key is there: restore ${publicLog}, or begin with another key`;
    return [{ ok: false, words }];
  }
  try {
    const key = readFileSync(keyFile);
    if (key.length !== keyBytes) return [{ ok: false, words: `${keyFile} is no key` }];
    const source = folderSource(publicLog);
    const size = await checkFolder(source, new Uint8Array(key));
    const words = `the log of ${plane} is sound: ${size} entries under its key`;
    return [{ ok: true, words }, await agreement(settings, plane, source, size)];
  } catch (error) {
    if (!isExpected(error)) throw error;
    return [{ ok: false, words: `the log of ${plane}: ${error.message}` }];
  }
}

const isExpected = (error: unknown): error is Error =>
  error instanceof LogError ||
  error instanceof UnreadableError ||
  (error instanceof Error && 'syscall' in error); // a file that can't be read

async function checkFolder({ fetch, place }: Source, key: Uint8Array): Promise<number> {
  const bytes = await fetch('checkpoint');
  if (!bytes) throw new UnreadableError(`there is no checkpoint in ${place}`);
  const note = new TextDecoder().decode(bytes);
  const { origin } = parseCheckpoint(textOfNote(note));
  const { checkpoint } = openCheckpoint({ note, origin, verifiers: [noteSigner(origin, key).verifier] });
  await rebuildTree({ fetch, checkpoint });
  return checkpoint.size;
}

/** Rows of a plane's `log_entries`: what isn't in the folder yet, and the last that is (docs/log.md). */
async function agreement(
  settings: Settings,
  plane: PlaneName,
  source: Source,
  size: number,
): Promise<Finding> {
  const url = runningDatabase(settings, plane);
  const nothing = `the log and the database of ${plane} were not compared: it doesn't run`;
  if (url === undefined) return { ok: true, words: nothing };
  let rows: Row[];
  try {
    rows = (await inPool(url, (pool) => pool.query('SELECT index, entry FROM log_entries ORDER BY index')))
      .rows;
  } catch (error) {
    return {
      ok: false,
      words: `the entries in the database of ${plane} can't be read: ${(error as Error).message}`,
    };
  }
  const words = await disagreement(rows, source, size);
  return words === undefined
    ? { ok: true, words: `the log and the database of ${plane} agree` }
    : { ok: false, words: `the log and the database of ${plane} don't agree: ${words}` };
}

const OLDER = 'a backup of the database was restored; the next start takes over what the log has';

/**
 * Whether a plane that is started over this database and this log would go on with them; what is wrong, in words, else.
 * Throws LogError, UnreadableError, and what the database throws.
 */
export async function whyNoStart(pool: Pool, folder: string, key: Uint8Array): Promise<string | undefined> {
  const source = folderSource(folder);
  const size = await checkFolder(source, key);
  const { rows } = await pool.query<Row>('SELECT index, entry FROM log_entries ORDER BY index');
  const words = await disagreement(rows, source, size);
  return words === OLDER ? undefined : words;
}

async function disagreement(
  rows: readonly Row[],
  { fetch }: Source,
  size: number,
): Promise<string | undefined> {
  const indexes = rows.map(({ index }) => Number(index));
  const first = indexes[0] ?? 0;
  const end = (indexes.at(-1) ?? -1) + 1;
  if (end < size) return OLDER;
  if (first > size) return `entries ${size} to ${first - 1} are in neither: the folder is an old copy`;
  for (const { index, entry } of rows) {
    if (Number(index) >= size) break;
    const bundle = Math.floor(Number(index) / TILE_WIDTH);
    const tile = tileIn('entries', bundle, size);
    const entries = tile ? await fetchBundle(fetch, tile) : [];
    const logged = entries[Number(index) % TILE_WIDTH];
    if (!logged || !equal(logged, entry)) return `entry ${index} is another one: they belong to two towns`;
  }
  return undefined;
}
