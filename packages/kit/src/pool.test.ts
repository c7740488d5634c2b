import { Kysely, PostgresDialect } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements, createPool, isOverloaded, isUnavailable, withTransaction } from './pool.ts';
import { createTestDb, type TestDb } from './test-db.ts';

let db: TestDb;
beforeAll(async () => {
  db = await createTestDb();
  await db.pool.query('CREATE TABLE cup (id integer PRIMARY KEY)');
});
afterAll(() => db.drop());

const cups = async () => (await db.pool.query('SELECT id FROM cup ORDER BY id')).rows.map((row) => row.id);

describe('withTransaction', () => {
  it('commits what returned', async () => {
    const result = await withTransaction(db.pool, async (tx) => {
      await tx.query('INSERT INTO cup VALUES (1)');
      return 'poured';
    });
    expect(result).toBe('poured');
    expect(await cups()).toEqual([1]);
  });

  it('rolls back what threw, and passes the error on', async () => {
    const spill = withTransaction(db.pool, async (tx) => {
      await tx.query('INSERT INTO cup VALUES (2)');
      throw new Error('spilled');
    });
    await expect(spill).rejects.toThrow('spilled');
    expect(await cups()).toEqual([1]);
  });

  it('survives the death of its connection, and so does the pool', async () => {
    const cut = withTransaction(db.pool, (tx) => tx.query('SELECT pg_terminate_backend(pg_backend_pid())'));
    const error = await cut.catch((reason: unknown) => reason);
    expect(isUnavailable(error)).toBe(true);
    expect(await cups()).toEqual([1]);
  });
});

describe('a pool', () => {
  it('keeps its connection after an ordinary error', async () => {
    const pool = createPool({ url: db.url, name: 'keeps', max: 1 });
    const pid = async () => (await pool.query('SELECT pg_backend_pid() AS pid')).rows[0].pid;
    const before = await pid();
    await expect(pool.query('INSERT INTO cup VALUES (1)')).rejects.toMatchObject({ code: '23505' });
    expect(await pid()).toBe(before);
    await pool.end();
  });

  it('says busy to whoever would wait behind too many', async () => {
    const pool = createPool({ url: db.url, name: 'bounded', max: 1, maxWaiting: 1 });
    const held = await pool.connect();
    const waiting = pool.query('SELECT 1');
    await expect(pool.query('SELECT 2')).rejects.toMatchObject({ code: 'busy', status: 503 });
    held.release();
    await waiting;
    await pool.end();
  });

  it('ends a statement that runs too long, which counts as overload', async () => {
    const pool = createPool({ url: db.url, name: 'hasty', statementTimeoutMs: 20 });
    const error = await pool.query('SELECT pg_sleep(10)').catch((reason: unknown) => reason);
    expect(isOverloaded(error)).toBe(true);
    expect(isUnavailable(error)).toBe(false);
    await pool.end();
  });

  it('finds out a Postgres that has stopped answering, and works again when it goes on', async () => {
    const pool = createPool({ url: db.url, name: 'silent', max: 1, statementTimeoutMs: 1 });
    const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const pid = rows[0]?.pid ?? 0;
    // Postgres itself must not end the statement: a process that is stopped does nothing.
    process.kill(pid, 'SIGSTOP');
    try {
      const silent = await withTransaction(pool, (tx) => tx.query('SELECT 1')).catch((reason) => reason);
      expect(isUnavailable(silent)).toBe(true);
      expect((await pool.query('SELECT 2 AS two')).rows).toEqual([{ two: 2 }]);
    } finally {
      process.kill(pid, 'SIGCONT');
      await pool.end();
    }
  });

  it('waits as long as it takes in a transaction that lifts the limit', async () => {
    const pool = createPool({ url: db.url, name: 'patient', max: 1, statementTimeoutMs: 1 });
    const slow = withTransaction(pool, async (tx) => {
      await tx.query('SET LOCAL statement_timeout = 0');
      return tx.query('SELECT pg_sleep(2.2), 3 AS three');
    });
    expect((await slow).rows[0]).toMatchObject({ three: 3 });
    await expect(pool.query('SELECT pg_sleep(1)')).rejects.toMatchObject({ code: '57014' });
    await pool.end();
  });

  it('reports an absent socket as unavailable', async () => {
    const pool = createPool({ url: 'postgresql://x@/x?host=/nowhere', name: 'away' });
    expect(isUnavailable(await pool.query('SELECT 1').catch((reason: unknown) => reason))).toBe(true);
    await pool.end();
  });
});

describe('countStatements', () => {
  it('lists the statements of its own work only, and counts BEGIN and COMMIT as round trips', async () => {
    const two = () =>
      withTransaction(db.pool, async (tx) => {
        await tx.query({ name: 'one', text: 'SELECT 1' });
        await tx.query('SELECT $1::int', [2]);
      });
    const [counted, other] = await Promise.all([
      countStatements(two),
      countStatements(() => Promise.all(Array.from({ length: 30 }, () => db.pool.query('SELECT 3')))),
    ]);
    expect(counted.statements).toEqual(['SELECT 1', 'SELECT $1::int']);
    expect(counted.roundTrips).toBe(4);
    expect(other.statements).toHaveLength(30);
  });

  it('sees what Kysely sends through the pool', async () => {
    const kysely = new Kysely<{ cup: { id: number } }>({ dialect: new PostgresDialect({ pool: db.pool }) });
    const { statements, result } = await countStatements(() =>
      kysely.selectFrom('cup').selectAll().execute(),
    );
    expect(result).toEqual([{ id: 1 }]);
    expect(statements).toEqual(['select * from "cup"']);
  });
});
