import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { fail } from './problem.ts';

export interface PoolOptions {
  /** Any form pg takes; the embedded one is `postgresql://name@/name?host=<socket folder>`. */
  url: string;
  /** `application_name`, seen in pg_stat_activity. */
  name: string;
  max?: number;
  /** Longest a statement may run, in milliseconds. Two seconds later a Postgres that does not even say so counts as away. */
  statementTimeoutMs?: number;
  /**
   * Plans each named statement once and for all values, where Postgres else weighs that anew and may plan at every call: a
   * third to a half of what a page of the named half cost (decision 15). For statements whose limits stand in their text.
   */
  planOnce?: boolean;
  /**
   * The address is that of a pooler in transaction mode: statements have no names, as the next one may run in another session,
   * and nothing is set when a connection begins. How long a statement may run is then a setting of the role.
   */
  pooled?: boolean;
  /** How many may wait for a connection before the next one is told `busy`. */
  maxWaiting?: number;
  /** An idle connection broke. The pool makes a new one by itself; this is only for the log. */
  onError?: (error: Error) => void;
}

export type Pool = pg.Pool;

/** What a store needs: the pool, or the transaction it runs in. */
export type Queryable = Pick<pg.ClientBase, 'query'>;

interface Count {
  statements: string[];
  roundTrips: number;
}
const counting = new AsyncLocalStorage<Count>();
const transactionControl = /^\s*(begin|commit|rollback|savepoint|release|start transaction)\b/i;
const endOfTransaction = /^\s*(commit|rollback)\s*;?\s*$/i;
/** Whoever lifts Postgres's limit for a transaction, as for a long migration, lifts ours with it. */
const liftsLimit = /^\s*set\s+local\s+statement_timeout\s*=\s*0\b/i;

/** How long (ms) after its own limit Postgres may take to say that a statement was ended. */
const ANSWER_GRACE = 2_000;
/** The longest time that a timer can be set to. */
const FOREVER = 2 ** 31 - 1;

type Statement = string | { text?: string; name?: string; query_timeout?: number };

class CountingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // pg-pool listens only while a client is idle; one that breaks while in use would end the process.
    // Whoever uses it learns of the break from the rejected query.
    this.on('error', () => {});
    const send = this.query.bind(this) as (...args: unknown[]) => unknown;
    const isPooled = typeof config === 'object' && (config as { pooled?: boolean }).pooled === true;
    let patient = false;
    this.query = ((given: Statement, ...more: unknown[]) => {
      const statement = isPooled ? nameless(given) : given;
      const text = textOf(statement);
      const count = counting.getStore();
      if (count) record(count, text);
      if (liftsLimit.test(text)) patient = true;
      const sent = patient ? send(patiently(statement), ...more) : send(statement, ...more);
      if (endOfTransaction.test(text)) patient = false;
      return sent;
    }) as pg.Client['query'];
  }
}

const textOf = (statement: Statement) => (typeof statement === 'string' ? statement : (statement.text ?? ''));

const nameless = (statement: Statement): Statement => {
  if (typeof statement === 'string' || statement.name === undefined) return statement;
  const { name: _, ...rest } = statement;
  return rest;
};

const patiently = (statement: Statement): Statement => ({
  ...(typeof statement === 'string' ? { text: statement } : statement),
  query_timeout: FOREVER,
});

function record(count: Count, text: string) {
  count.roundTrips += 1;
  if (!transactionControl.test(text)) count.statements.push(text);
}

/**
 * Runs `work` and lists the statements it sent, also below awaits and through `app.inject`.
 * `roundTrips` counts BEGIN and COMMIT too. Covers pools of `createPool` (and Kysely over them).
 */
export async function countStatements<T>(work: () => Promise<T>): Promise<{ result: T } & Count> {
  const count: Count = { statements: [], roundTrips: 0 };
  const result = await counting.run(count, work);
  return { result, ...count };
}

/** Runs work that a request starts but does not wait for: its statements are not the request's. */
export const uncounted = <T>(work: () => T): T => counting.exit(work);

/**
 * A pool with an `error` handler, so that a restart of Postgres never ends the process. Connects lazily. A Postgres that
 * is there but answers nothing (stopped, or its disk hangs) is found out as well: a statement fails then as unavailable.
 */
export function createPool(options: PoolOptions): Pool {
  const { statementTimeoutMs = 10_000 } = options;
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: options.name,
    max: options.max ?? 10,
    ...(statementTimeoutMs > 0 && { query_timeout: statementTimeoutMs + ANSWER_GRACE }),
    ...(options.pooled === true ? { pooled: true } : sessionSettings(options, statementTimeoutMs)),
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    Client: CountingClient,
  } as pg.PoolConfig);
  pool.on('error', (error) => options.onError?.(error));
  boundQueue(pool, options.maxWaiting ?? 500);
  keepConnections(pool);
  return pool;
}

/** What each connection of ours begins with. */
const sessionSettings = ({ planOnce }: PoolOptions, statementTimeoutMs: number) => ({
  statement_timeout: statementTimeoutMs,
  idle_in_transaction_session_timeout: 30_000,
  ...(planOnce === true && { options: '-c plan_cache_mode=force_generic_plan' }),
});

/** A queue without end turns a slow database into a slow everything, and memory without bound. */
function boundQueue(pool: Pool, maxWaiting: number): void {
  const connect = pool.connect.bind(pool) as (...args: unknown[]) => unknown;
  pool.connect = ((...args: unknown[]) => {
    const [callback] = args;
    if (pool.waitingCount < maxWaiting) return connect(...args);
    const error = fail('busy', { headers: { 'retry-after': '1' } });
    return typeof callback === 'function' ? callback(error, undefined, () => {}) : Promise.reject(error);
  }) as Pool['connect'];
}

/** pg-pool throws the connection away whenever `pool.query` fails, be it for a unique key: keep it if it is sound. */
function keepConnections(pool: Pool): void {
  pool.query = (async (...args: Parameters<pg.ClientBase['query']>) => {
    const client = await pool.connect();
    let broken = false;
    try {
      return await client.query(...args);
    } catch (error) {
      broken = isCut(error);
      throw error;
    } finally {
      client.release(broken);
    }
  }) as unknown as Pool['query'];
}

export interface TransactionOptions {
  isolation?: 'read committed' | 'repeatable read' | 'serializable';
}

/**
 * Runs `work` in one transaction: commits when it returns, rolls back when it throws, and passes its error on.
 * A connection that broke is not given back to the pool.
 */
export async function withTransaction<T>(
  pool: Pool,
  work: (tx: pg.PoolClient) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const client: pg.PoolClient = await pool.connect();
  let broken = false;
  try {
    await client.query(options.isolation ? `BEGIN ISOLATION LEVEL ${options.isolation}` : 'BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // One that is away, or silent, is not asked to roll back: it does so when the connection ends.
    broken =
      isCut(error) ||
      (await client.query('ROLLBACK').then(
        () => false,
        () => true,
      ));
    throw error;
  } finally {
    client.release(broken);
  }
}

const awayCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND']);
const awayWords =
  /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|Query read timeout/;

/**
 * Is the database away, starting, stopping, read-only after a failover or full, so that a retry may help?
 * SQLSTATE classes 08, 53 and 57P of the appendix "PostgreSQL Error Codes".
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isUnavailable);
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string') return awayWords.test(error.message);
  if (code === 'ENOENT') return syscall === 'connect'; // the socket's file is gone
  return awayCodes.has(code) || /^(08...|53...|57P..|25006)$/.test(code);
}

/** Could it not be written for want of room? SQLSTATE 53100, or the same said by the file system. */
export function isStorageFull(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code === '53100' || code === 'ENOSPC';
}

/** Is the connection of no more use? One that says what Postgres lacks (class 53) is in order. */
function isCut(error: unknown): boolean {
  return isUnavailable(error) && !/^53/.test((error as NodeJS.ErrnoException).code ?? '');
}

/** Did a row with the same unique key come first? SQLSTATE 23505. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === '23505';
}

/** Did the database give up on this one statement: timeout, deadlock, lost serialisation? */
export function isOverloaded(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code === '57014' || code === '40P01' || code === '40001' || code === '55P03';
}
