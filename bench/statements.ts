import type { EmbeddedPostgres } from '@teahouse/kit/postgres-embedded';
import pg from 'pg';

export interface StatementCount {
  /** Statements that one request sends, transaction control included. */
  readonly perRequest: number;
  readonly texts: readonly string[];
}

const REQUESTS = 20;

/**
 * How many statements one request takes, as `pg_stat_statements` counts them in the plane's database: whatever the
 * server keeps to itself, Postgres has seen. `request` is made once to warm up and then 20 times; statements that run
 * by the clock come less often than that and are left out.
 */
export async function countStatements(
  cluster: EmbeddedPostgres,
  request: () => Promise<void>,
): Promise<StatementCount> {
  const admin = new pg.Client({ connectionString: cluster.adminUrl });
  await admin.connect();
  try {
    await admin.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
    await request();
    await admin.query('SELECT pg_stat_statements_reset()');
    for (let i = 0; i < REQUESTS; i += 1) await request();
    const { rows } = await admin.query<{ calls: string; query: string }>(
      `SELECT calls, query FROM pg_stat_statements
       WHERE dbid = (SELECT oid FROM pg_database WHERE datname = $1) AND calls >= $2`,
      [cluster.config.database, REQUESTS],
    );
    const calls = rows.reduce((sum, row) => sum + Number(row.calls), 0);
    return { perRequest: calls / REQUESTS, texts: rows.map(({ query }) => query) };
  } finally {
    await admin.end();
  }
}
