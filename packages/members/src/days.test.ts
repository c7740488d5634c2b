import { createTestDb } from '@teahouse/kit/test-db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrationsFolder } from './app.ts';

/*
 * Nothing of when a member was here is kept finer than a day: no column of any table can hold it, whichever migration
 * made it. What has a time is a code that somebody waits for; its table is never in the WAL, and the row ends with it.
 */

let db: Awaited<ReturnType<typeof createTestDb>>;
beforeAll(async () => {
  db = await createTestDb(migrationsFolder);
});
afterAll(() => db.drop());

const codes = ['email_codes', 'resets', 'sign_ups', 'work_codes'];
/** Numbers that grow and tell no time: a place in an order, a count, a version; each with what it counts. */
const counters: Readonly<Record<string, string>> = {
  'jobs.seq': 'orders jobs of a day; one more for each job, whoever posted it',
  'posts.seq': 'orders posts of a day; one more for each post, whoever wrote it',
};

interface Column {
  table: string;
  column: string;
  type: string;
  fallback: string | null;
  unlogged: boolean;
}
const columns = async () =>
  (
    await db.pool.query<Column>(
      `SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, NULL) AS type,
         pg_get_expr(d.adbin, d.adrelid) AS fallback, c.relpersistence = 'u' AS unlogged
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
         LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
       WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace ORDER BY 1, 2`,
    )
  ).rows;

it('a column with a time of day is of a code that is waited for, in a table that is never in the WAL', async () => {
  const timed = (await columns()).filter(({ type }) => /time|interval/.test(type));
  expect(timed.map(({ table, column }) => `${table}.${column}`)).toEqual(
    codes.map((table) => `${table}.expires`),
  );
  for (const { table, unlogged } of timed) expect([table, unlogged]).toEqual([table, true]);
});

it('no column is filled with the present moment, and none is called as if it told of a visit', async () => {
  const all = await columns();
  expect(all.length).toBeGreaterThan(150); // the question finds something
  expect(all.filter(({ fallback }) => /now\(|current_|clock_|uuidv7|nextval/i.test(fallback ?? ''))).toEqual(
    [],
  );
  const telling =
    /(^|_)(last_seen|seen_at|visited|viewed|viewer|online|created_at|updated_at|ip|address|agent)($|_)/;
  expect(
    all.filter(({ column }) => telling.test(column)).map(({ table, column }) => `${table}.${column}`),
  ).toEqual([]);
});

it('no number grows with each act, but those that order a day and are known', async () => {
  const { rows } = await db.pool.query<{ name: string }>(
    `SELECT c.relname || '.' || a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE a.attidentity <> '' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(counters));
});
