import pg from 'pg';
import { ConfigError } from './config.ts';

/** The oldest major version whose SQL is ours. */
const oldest = 15;

/** What a database says of itself. */
interface Found {
  version: number;
  fsync: string;
  synchronous_commit: string;
  full_page_writes: string;
  encoding: string;
  folds: boolean;
}

/**
 * Refuses a database that this program would not be right on: an old Postgres, one that may lose what it acknowledged, one
 * that knows no Unicode. `durable: false` lets one be that forgets (a demo, a test). Throws ConfigError with words for each.
 */
export async function requirePostgres(url: string, { durable }: { durable: boolean }): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'start' });
  await client.connect();
  try {
    const { rows } = await client.query<Found>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('fsync') AS fsync,
         current_setting('synchronous_commit') AS synchronous_commit,
         current_setting('full_page_writes') AS full_page_writes,
         current_setting('server_encoding') AS encoding, lower('ÉÜ') = 'éü' AS folds`,
    );
    const complaints = complaintsAbout(rows[0] as Found, durable);
    if (complaints.length > 0) throw new ConfigError(complaints);
  } finally {
    await client.end();
  }
}

/** In words, one a line; empty where all is well. */
export function complaintsAbout(found: Found, durable: boolean): string[] {
  const off = (['fsync', 'synchronous_commit', 'full_page_writes'] as const).filter(
    (name) => found[name] === 'off',
  );
  return [
    ...(found.version < oldest
      ? [`the database is Postgres ${found.version}: ${oldest} or newer is needed`]
      : []),
    ...(durable && off.length > 0
      ? [`the database has ${off.join(' and ')} switched off: what it acknowledged could be lost`]
      : []),
    ...(found.encoding !== 'UTF8'
      ? [`the database has the encoding ${found.encoding}: make it with UTF8`]
      : []),
    ...(found.encoding === 'UTF8' && !found.folds
      ? ['the database knows no letters but those of English: make it with LC_CTYPE C.UTF-8']
      : []),
  ];
}
