import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createPool, type Pool } from '@teahouse/kit/pool';
import { type PlaneName, planeFolders, type Settings } from './config.ts';
import { startDatabase } from './database.ts';
import { claimPlane, LockedError } from './lock.ts';
import { OperatorError } from './operator-error.ts';

/**
 * The address of a plane's database that answers now: the operator's own, or the embedded one of a running house.
 * Undefined where the house is closed.
 */
export function runningDatabase(settings: Settings, plane: PlaneName): string | undefined {
  const own = settings.databaseUrl[plane];
  if (own !== undefined) return own;
  try {
    // "Process id, folder, start time, port, folder of the socket …", a line each (PostgreSQL, "postmaster.pid").
    const file = path.join(planeFolders(settings, plane).database, 'pg/postmaster.pid');
    const [, , , port, socket] = readFileSync(file, 'utf8').split('\n');
    if (!socket || !existsSync(path.join(socket, `.s.PGSQL.${port}`))) return undefined;
    return `postgresql://${plane}@/${plane}?host=${socket}`;
  } catch {
    return undefined;
  }
}

/**
 * Does some work in the database of one plane, of a running house or of a closed one, whose database is started for the
 * moment. Throws OperatorError where there is no such database yet.
 */
export const inDatabase = <T>(
  settings: Settings,
  plane: PlaneName,
  work: (pool: Pool, isRunning: boolean) => Promise<T>,
): Promise<T> =>
  atDatabase(settings, plane, (url, isRunning) => inPool(url, (pool) => work(pool, isRunning)));

/** The same with the database's address, for a program of its own. */
export async function atDatabase<T>(
  settings: Settings,
  plane: PlaneName,
  work: (url: string, isRunning: boolean) => Promise<T>,
): Promise<T> {
  const release = claimIfFree(settings.data, plane);
  try {
    const running =
      release && settings.databaseUrl[plane] === undefined ? undefined : runningDatabase(settings, plane);
    if (running !== undefined) return await work(running, release === undefined);
    const dir = planeFolders(settings, plane).database;
    if (!existsSync(path.join(dir, 'pg'))) {
      throw new OperatorError(
        `There is no database of ${plane} in ${settings.data} yet: start Teahouse once.`,
      );
    }
    const ignore = () => {};
    const database = await startDatabase({
      name: plane,
      dir,
      url: undefined,
      onTrouble: ignore,
      onGivenUp: ignore,
    });
    try {
      return await work(database.url(), false);
    } finally {
      await database.stop();
    }
  } finally {
    release?.();
  }
}

/** Undefined when a house runs over the folder. */
function claimIfFree(data: string, plane: PlaneName): (() => void) | undefined {
  if (!existsSync(data)) throw new OperatorError(`There is no data folder ${data}.`);
  try {
    return claimPlane(data, plane);
  } catch (error) {
    if (error instanceof LockedError) return undefined;
    throw error;
  }
}

export async function inPool<T>(url: string, work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = createPool({ url, name: 'teahouse', max: 1, pooled: true }); // there may be a pooler in front
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
