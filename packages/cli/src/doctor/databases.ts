import { readMigrations } from '@teahouse/kit/migrate';
import type { Pool } from '@teahouse/kit/pool';
import { migrationsOf } from '../backup/places.ts';
import { type PlaneName, planes, type Settings } from '../config.ts';
import { inPool, runningDatabase } from '../operator-database.ts';
import { clockFindings, readDatabaseClock } from './clocks.ts';
import { bad, type Finding, good, warning } from './finding.ts';
import { type ServerSettings, serverFindings } from './flush.ts';

interface Server {
  readonly findings: readonly Finding[];
  /** Tells one cluster from another; undefined where it was not told. */
  readonly cluster: string | undefined;
}

/** All about the databases that answer: clocks, settings, versions, schema, and that the two clusters are two. */
export async function databaseFindings(settings: Settings): Promise<Finding[]> {
  const servers = await Promise.all(planes.map((plane) => serverOf(settings, plane)));
  const [members, talk] = servers.map(({ cluster }) => cluster);
  return [...servers.flatMap(({ findings }) => findings), ...clusterFinding(members, talk)];
}

/** Two clusters are two: `xmin` and the write-ahead log are shared within one. */
export function clusterFinding(members: string | undefined, talk: string | undefined): Finding[] {
  if (members === undefined || talk === undefined) return [];
  return [
    members === talk
      ? bad(
          'both planes use one Postgres cluster, whose write-ahead log joins them: give talk one of its own',
        )
      : good('the two clusters are two'),
  ];
}

async function serverOf(settings: Settings, plane: PlaneName): Promise<Server> {
  const url = runningDatabase(settings, plane);
  if (url === undefined) {
    const words = `the database of ${plane} doesn't run: its clock, settings and schema were not looked at`;
    return { findings: [good(words)], cluster: undefined };
  }
  try {
    return await inPool(url, (pool) => lookAt(pool, settings, plane));
  } catch (error) {
    const words = `the database of ${plane} does not answer: ${(error as Error).message || error}`;
    return { findings: [bad(`${words}. Start it, or correct its address`)], cluster: undefined };
  }
}

async function lookAt(pool: Pool, settings: Settings, plane: PlaneName): Promise<Server> {
  const reading = await readDatabaseClock(`the database of ${plane}`, (text) => pool.query(text));
  const server = await settingsOf(pool, plane);
  const { rows } = await pool.query<{ id: string }>(
    'SELECT system_identifier::text AS id FROM pg_control_system()',
  );
  return {
    findings: [
      ...clockFindings([reading]),
      ...serverFindings([server]),
      await schemaFinding(pool, migrationsOf(settings, plane), plane),
    ],
    cluster: rows[0]?.id,
  };
}

async function settingsOf(pool: Pool, plane: PlaneName): Promise<ServerSettings> {
  const { rows } = await pool.query<{ name: string; setting: string }>(
    `SELECT name, setting FROM pg_settings
     WHERE name IN ('server_version_num', 'fsync', 'synchronous_commit', 'full_page_writes')`,
  );
  const off = rows.filter(({ setting }) => setting === 'off').map(({ name }) => name);
  const version = Number(rows.find(({ name }) => name === 'server_version_num')?.setting);
  return { plane, version, off };
}

/** Whether the schema is that of this program. */
export async function schemaFinding(pool: Pool, folder: string, plane: PlaneName): Promise<Finding> {
  const ours = await readMigrations(folder);
  const there = await pool
    .query<{ number: number; name: string; hash: string }>(
      'SELECT number, name, hash FROM teahouse_migrations',
    )
    .then(({ rows }) => rows)
    .catch(() => undefined);
  if (!there) return good(`the database of ${plane} is empty: the first start makes its tables`);
  const strange = there.find(
    (one) => !ours.some(({ number, hash }) => number === one.number && hash === one.hash),
  );
  if (strange) {
    return bad(
      `the database of ${plane} has ${strange.name} in a form that this program does not know: run a newer one`,
    );
  }
  const pending = ours.filter(({ number }) => !there.some((one) => one.number === number));
  return pending.length === 0
    ? good(`the schema of ${plane} is this program's`)
    : warning(
        `${pending.length} migrations of ${plane} wait (${pending[0]?.name} first): back up, then start or \`teahouse migrate\``,
      );
}
