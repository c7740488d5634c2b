import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@teahouse/kit/postgres-embedded';
import { createTestDb, testClusterVariable, testRole } from '@teahouse/kit/test-db';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, Holder, send } from '../testing/holder.ts';
import { startTown, type Town } from '../testing/town.ts';
import { distribute } from './distribute.ts';
import { homes } from './homes.ts';

/*
 * A stand-in for the extension, which cannot be installed where this is tested: it keeps a list and refuses what Citus refuses of a
 * table. That statements are carried out by Citus is not shown here (decision 0037).
 */
let cluster: EmbeddedPostgres;
let town: Town;
const dir = mkdtempSync(join(tmpdir(), 'tea-citus-'));

beforeAll(async () => {
  const conf = {
    ...{ max_connections: 60, autovacuum: 'off' },
    extension_control_path: `${join(import.meta.dirname, 'testing')}:$system`,
  };
  cluster = await startEmbeddedPostgres({ dir, name: testRole, durable: false, conf, onLog: () => {} });
  process.env[testClusterVariable] = cluster.adminUrl;
  // What is in template1 is in every database that is made from here on.
  const admin = new pg.Client(cluster.adminUrl.replace('/postgres?', '/template1?'));
  await admin.connect();
  await admin.query('CREATE EXTENSION citus');
  await admin.end();
  town = await startTown();
});
afterAll(async () => {
  await town?.stop();
  await cluster?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const listed = async () => {
  const { rows } = await town.db.pool.query(
    `SELECT logicalrelid::text AS name, partmethod AS method, partkey AS key, colocated_with::text AS beside
     FROM pg_dist_partition ORDER BY place`,
  );
  return rows;
};

describe('where the extension is there', () => {
  it('every table gets its place at the start, reference tables first', async () => {
    const planned = Object.entries(homes).flatMap(([name, home]) => {
      if (home.kind === 'coordinator') return [];
      if (home.kind === 'reference') return [{ name, method: 'n', key: null, beside: null }];
      return [{ name, method: 'h', key: home.column, beside: home.with ?? null }];
    });
    expect(await listed()).toEqual(planned);
  });

  it('no table of the plane is without one', async () => {
    const { rows } = await town.db.pool.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND relname <> 'pg_dist_partition' ORDER BY 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(homes).sort());
  });

  it('another start, and three at once, place nothing twice', async () => {
    const before = await listed();
    const stages: string[] = [];
    const again = () => distribute(town.db.pool, (stage) => stages.push(stage));
    expect(await Promise.all([again(), again(), again()])).toEqual([true, true, true]);
    expect(stages).toEqual([]);
    expect(await listed()).toEqual(before);
  });

  it('what was broken off goes on', async () => {
    const admin = new pg.Client(town.db.url.replace(`//${testRole}@`, '//postgres@'));
    await admin.connect();
    await admin.query(`DELETE FROM pg_dist_partition WHERE logicalrelid = 'spent'::regclass`);
    await admin.end();
    const stages: string[] = [];
    await distribute(town.db.pool, (stage) => stages.push(stage));
    expect(stages).toEqual(['distributed spent']);
  });

  it('people write, and find what was said, span by span', async () => {
    const ann = new Holder(town);
    const opened = await send(town, 'square', ann.thread({ title: 'Albatross', text: 'seen over the sea' }));
    expect(opened.status).toBe(200);
    const found = await call<{ found: unknown[] }>(town, 'GET', '/search?q=albatross');
    expect(found.body.found).toHaveLength(1);
  });
});

describe('where it is not', () => {
  it('nothing happens', async () => {
    const db = await createTestDb();
    await db.pool.query('SELECT');
    const admin = new pg.Client(db.url.replace(`//${testRole}@`, '//postgres@'));
    await admin.connect();
    await admin.query('DROP EXTENSION citus');
    await admin.end();
    expect(await distribute(db.pool)).toBe(false);
    await db.drop();
  });
});
