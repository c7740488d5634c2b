import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '@teahouse/kit/postgres-embedded';
import pg from 'pg';
import { openCase } from './attacker/case.ts';
import { groupBy } from './lib/group.ts';
import { dumpTables } from './loot/database.ts';
import { lootPaths, type PlaneName, planeNames } from './loot/format.ts';
import { clusterFolder } from './town/clusters.ts';

/**
 * What a court that takes both disks learns about a post, in words. `data` is the data folder of a house, running or
 * stopped, or a folder of loot. Reads only. Throws where there is no such post.
 */
export async function seizure(post: string, data: string): Promise<string> {
  if (existsSync(path.join(data, 'talk', lootPaths.tables))) return answer(post, data);
  const loot = mkdtempSync(path.join(tmpdir(), 'tea-seizure-'));
  try {
    for (const plane of planeNames) await dump(data, plane, path.join(loot, plane));
    return await answer(post, loot);
  } finally {
    rmSync(loot, { recursive: true, force: true });
  }
}

async function dump(data: string, plane: PlaneName, target: string): Promise<void> {
  mkdirSync(path.join(target, lootPaths.files, 'secrets'), { recursive: true });
  const dir = clusterFolder(data, plane);
  if (!existsSync(path.join(dir, 'pg'))) throw new Error(`${dir} holds no database of ours`);
  const running = existsSync(path.join(dir, 'run', '.s.PGSQL.5432'));
  const cluster = running
    ? undefined
    : await startEmbeddedPostgres({ dir, name: plane, onLog: () => undefined });
  const db = new pg.Client(cluster?.config ?? { host: path.join(dir, 'run'), user: plane, database: plane });
  try {
    await db.connect();
    const tables: string[] = [];
    for await (const table of dumpTables(db)) tables.push(JSON.stringify(table));
    writeFileSync(path.join(target, lootPaths.tables), tables.join('\n'));
  } finally {
    await db.end();
    await cluster?.stop();
  }
}

async function answer(post: string, loot: string): Promise<string> {
  const found = await openCase(loot);
  const place = found.posts.findIndex(({ id }) => id === post);
  if (place < 0) throw new RangeError(`there is no post ${post}`);
  const { label } = found.aliases[found.posts[place]?.alias ?? -1] as (typeof found.aliases)[number];
  const candidates = new Set(found.candidates(place));
  const shown = [label.standing, label.company ?? label.industry ?? label.kind].filter(Boolean).join(' of ');
  const names = (found.members.columns.get('public.employments') ?? []).map(({ name }) => name);
  const evidence = groupBy(
    found.members.rows.filter(
      ({ table, raw }, row) =>
        table === 'public.employments' && raw === '' && candidates.has(found.members.owners[row] as number),
    ),
    ({ values }) => values[names.indexOf('evidence')] ?? 'unknown',
  );
  const n = candidates.size;
  return [
    `Post ${post}`,
    `  shows:      ${shown} (${label.kind}), epoch ${label.epoch}`,
    `  could be:   any of ${n} members whose credential matches what it shows`,
    ...[...evidence].map(
      ([kind, rows]) => `              ${rows.length} of their employments rest on: ${kind}`,
    ),
    `  best guess: 1 in ${n} (${((100 * 1) / Math.max(1, n)).toFixed(1)} %), whoever is named, as far as the tables tell`,
    '  not there:  account, address, device, time finer than five minutes, a link to any other thread',
    'The members can be named, as what they proved is on file; which of them wrote this is on no file.',
    'Traces of what was written when (heap order, write-ahead log) are another matter: `npm run adversary` measures those.',
  ].join('\n');
}
