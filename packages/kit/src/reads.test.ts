import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from './log.ts';
import { openReads } from './reads.ts';
import { createTestDb, type TestDb } from './test-db.ts';

/*
 * A replica proper is in `npm run trials -- replica`, as Postgres's tools are needed for one. Here its place is taken by a
 * database that says of itself how far it is.
 */
let primary: TestDb;
let replica: TestDb;
const log = createLogger({ name: 'test', write: () => {} });

beforeEach(async () => {
  [primary, replica] = await Promise.all([createTestDb(), createTestDb()]);
  await replica.pool.query('CREATE SCHEMA play');
  await replica.pool.query('CREATE TABLE play.state (there boolean NOT NULL)');
  await replica.pool.query('INSERT INTO play.state VALUES (true)');
  await replica.pool.query(
    `CREATE FUNCTION play.pg_is_in_recovery() RETURNS boolean LANGUAGE sql AS 'SELECT there FROM play.state'`,
  );
  await replica.pool.query(
    `CREATE FUNCTION play.pg_last_wal_replay_lsn() RETURNS pg_lsn LANGUAGE sql AS $$ SELECT 'FFFFFFFF/0'::pg_lsn $$`,
  );
});
afterEach(() => Promise.all([primary.drop(), replica.drop()]));

const played = () => `${replica.url}&options=-c%20search_path%3Dplay,pg_catalog`;
const open = (url: string | undefined) =>
  openReads({ primary: primary.pool, replicaUrl: url, name: 'reads', log });
type Opened = ReturnType<typeof open>;
const answers = async (reads: Opened, subject: string | null) => {
  const { rows } = await reads.of(subject).query<{ name: string }>('SELECT current_database() AS name');
  return primary.url.includes(rows[0]?.name ?? '-') ? 'primary' : 'replica';
};
const setThere = (there: boolean) => replica.pool.query('UPDATE play.state SET there = $1', [there]);

describe('reads', () => {
  it('are the primary’s where there is no replica', async () => {
    const reads = open(undefined);
    expect(await answers(reads, 'square')).toBe('primary');
    await reads.close();
  });

  it('are the replica’s, but of what was changed and it has not yet', async () => {
    const reads = open(played());
    await expect.poll(() => answers(reads, 'square')).toBe('replica');
    await setThere(false);
    reads.touched('square');
    expect(await answers(reads, 'square')).toBe('primary');
    expect(await answers(reads, 'other')).toBe('replica');
    reads.touched(null);
    expect(await answers(reads, 'other')).toBe('primary');
    await setThere(true);
    for (const room of ['square', 'other']) await expect.poll(() => answers(reads, room)).toBe('replica');
    await reads.close();
  });

  it('are the primary’s while the replica is far behind', async () => {
    await setThere(false);
    const reads = open(played());
    reads.touched('square');
    expect(await answers(reads, 'other')).toBe('primary');
    await setThere(true);
    await expect.poll(() => answers(reads, 'square')).toBe('replica');
    await setThere(false);
    await expect.poll(() => answers(reads, 'other'), { timeout: 10_000 }).toBe('primary');
    await reads.close();
  });

  it('are the primary’s where the replica goes away in the middle', async () => {
    const reads = open(played());
    await expect.poll(() => answers(reads, 'square')).toBe('replica');
    const near = reads.of('square');
    await reads.close(); // its connections are gone, and the next one is refused
    const gone = open('postgresql://nobody@127.0.0.1:1/nothing');
    expect(await answers(gone, 'square')).toBe('primary');
    await gone.close();
    await expect(near.query('SELECT 1')).rejects.toThrow(); // a closed house reads nothing
  });
});
