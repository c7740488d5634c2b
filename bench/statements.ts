import path from 'node:path';
import pg from 'pg';

/** Requests of one count: statements that run by the clock come less often than that and are left out. */
export const COUNTED = 20;

const admin = async <T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const host = path.join(database, 'run');
  const client = new pg.Client({ connectionString: `postgresql://postgres@/postgres?host=${host}` });
  await client.connect();
  return work(client).finally(() => client.end());
};

/** Has a cluster (its folder; it must run) count statements from its next start on, though none as long as nobody asks. */
export const prepareCount = (database: string): Promise<void> =>
  admin(database, async (client) => {
    await client.query("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
    await client.query("ALTER SYSTEM SET pg_stat_statements.track = 'none'");
  });

/**
 * How many statements one request takes, transaction control left out, as `pg_stat_statements` counts them: whatever the server
 * keeps to itself, Postgres has seen. `request` is made 21 times. NaN where the cluster was not prepared for it.
 */
export async function countSql(i: {
  readonly database: string;
  /** The plane's database in it. */
  readonly name: string;
  readonly request: () => Promise<void>;
}): Promise<number> {
  return admin(i.database, async (client) => {
    const { rows: loaded } = await client.query<{ shared_preload_libraries: string }>(
      'SHOW shared_preload_libraries',
    );
    if (loaded[0]?.shared_preload_libraries !== 'pg_stat_statements') return Number.NaN;
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
    await track(client, 'top');
    await i.request();
    await client.query('SELECT pg_stat_statements_reset()');
    for (let n = 0; n < COUNTED; n += 1) await i.request();
    const { rows } = await client.query<{ calls: string }>(
      `SELECT coalesce(sum(calls), 0) AS calls FROM pg_stat_statements
       WHERE dbid = (SELECT oid FROM pg_database WHERE datname = $1) AND calls >= $2
         AND query !~* '^\\s*(begin|commit|rollback|start transaction)'`,
      [i.name, COUNTED],
    );
    await track(client, 'none');
    return Number(rows[0]?.calls) / COUNTED;
  });
}

/** From each connection's next statement on. */
async function track(client: pg.Client, what: 'top' | 'none'): Promise<void> {
  await client.query(`ALTER SYSTEM SET pg_stat_statements.track = '${what}'`);
  await client.query('SELECT pg_reload_conf()');
}
