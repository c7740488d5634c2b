import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Clusters, startClusters } from '../town/clusters.ts';
import { openAsThief } from './database.ts';
import type { WalDump } from './format.ts';
import { readWal } from './wal.ts';

let data: string;
let clusters: Clusters;
let db: pg.Client;
beforeAll(async () => {
  data = mkdtempSync(path.join(tmpdir(), 'tea-wal-'));
  clusters = await startClusters(data);
  db = await openAsThief(clusters.talk.adminUrl, 'talk');
});
afterAll(async () => {
  await db?.end();
  await clusters?.stop();
  rmSync(data, { recursive: true, force: true });
});

/** Runs statements in one transaction and returns its id. */
async function transaction(...statements: string[]): Promise<number> {
  await db.query('BEGIN');
  for (const statement of statements) await db.query(statement);
  const { rows } = await db.query<{ xid: string }>('SELECT pg_current_xact_id()::text AS xid');
  await db.query('COMMIT');
  return Number(rows[0]?.xid);
}

async function decoded(): Promise<WalDump> {
  await db.query('CHECKPOINT');
  const all: WalDump[] = [];
  for await (const stretch of readWal(db)) all.push(stretch);
  return { commits: all.flatMap(({ commits }) => commits), writes: all.flatMap(({ writes }) => writes) };
}

const hex = (text: string) => Buffer.from(text, 'utf8').toString('hex');

it('tells of each row that was written its table, place, transaction and bytes, also after it was deleted', async () => {
  await db.query('CREATE TABLE cups (name text)');
  const began = Date.now();
  const first = await transaction(`INSERT INTO cups VALUES ('longjing cup')`);
  const second = await transaction(
    `INSERT INTO cups VALUES ('oolong cup')`,
    `INSERT INTO cups VALUES ('puer cup')`,
  );
  const third = await transaction(`UPDATE cups SET name = 'jasmine cup' WHERE name = 'oolong cup'`);
  const { rows: places } = await db.query<{ name: string; ctid: string }>(
    'SELECT name, ctid::text FROM cups ORDER BY ctid',
  );
  await transaction('DELETE FROM cups');
  await db.query('VACUUM cups');

  const { commits, writes } = await decoded();
  const ours = writes.filter(([, , table]) => table === 'public.cups');
  expect(ours.map(([xid]) => xid)).toEqual([first, second, second, third]);
  const words = ['longjing cup', 'oolong cup', 'puer cup', 'jasmine cup'];
  // Of an update the log has only what is not the same before and after: here all but ' cup'.
  for (const [n, word] of words.entries())
    expect(ours[n]?.[5]).toContain(hex(word.replace('jasmine cup', 'jasmine')));
  for (const { name, ctid } of places) {
    const [, , , block, offset] = ours[words.indexOf(name)] as (typeof ours)[number];
    expect(`(${block},${offset})`).toBe(ctid);
  }

  const order = [first, second, third].map((xid) => commits.find(([of]) => of === xid));
  const [at, times] = [1, 2].map((part) => order.map((commit) => commit?.[part] as number)) as [
    number[],
    number[],
  ];
  expect(at).toEqual([...at].sort((a, b) => a - b));
  for (const time of times) expect(Math.abs(time - began)).toBeLessThan(60_000);
});

it('reads on where one stretch ends and the next begins', async () => {
  await db.query('CREATE TABLE leaves (n int, bytes bytea)');
  // More than two stretches of sixteen megabytes.
  await db.query(`ALTER TABLE leaves ALTER bytes SET STORAGE PLAIN`);
  for (let part = 0; part < 5; part += 1)
    await db.query(
      `INSERT INTO leaves SELECT n, decode(repeat(md5(n::text), 450), 'hex') FROM generate_series(1, 1000) AS n`,
    );
  const { writes } = await decoded();
  const places = writes.filter(([, , table]) => table === 'public.leaves');
  expect(places).toHaveLength(5000);
  expect(new Set(places.map(([, , , block, offset]) => `${block} ${offset}`)).size).toBe(5000);
});
