import { ConfigError } from './config.ts';
import { createPool, type Pool, type PoolOptions } from './pool.ts';

/** Where the database of a plane is, and what stands before it. */
export interface DatabaseSettings {
  readonly databaseUrl: string;
  /** `on`: `databaseUrl` leads to a pooler in transaction mode (pgbouncer), which keeps nothing of a session. */
  readonly pooler: 'on' | 'off';
  /** The same database without the pooler, for what needs a session: LISTEN, jobs, migrations, a lock of minutes. */
  readonly sessionUrl?: string | undefined;
}

export interface Pools {
  /** For all ordinary work. */
  readonly pool: Pool;
  /** For what holds something from one transaction to the next; the same pool where there is no pooler. */
  readonly session: Pool;
  /** For whoever makes connections of their own. */
  readonly sessionUrl: string;
  end(): Promise<void>;
}

/** Sessions kept beside a pooler: a migration and the issuer's batch are all that needs one. */
const sessions = 2;

/** Opens them; connects lazily. Throws ConfigError where a pooler is named without a way around it. */
export function openPools(settings: DatabaseSettings, options: Omit<PoolOptions, 'url' | 'pooled'>): Pools {
  const { databaseUrl, pooler, sessionUrl } = settings;
  if (pooler === 'off') {
    const pool = createPool({ ...options, url: databaseUrl });
    return { pool, session: pool, sessionUrl: sessionUrl ?? databaseUrl, end: () => pool.end() };
  }
  if (sessionUrl === undefined) {
    throw new ConfigError([
      'TEAHOUSE_SESSION_URL is missing (with a pooler in front: the address of the database itself)',
    ]);
  }
  const pool = createPool({ ...options, url: databaseUrl, pooled: true });
  const session = createPool({ ...options, url: sessionUrl, max: sessions });
  return {
    ...{ pool, session, sessionUrl },
    async end() {
      await pool.end();
      await session.end();
    },
  };
}
