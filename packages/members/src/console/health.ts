import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { type ConsoleBook, type ConsoleHealth, membersLimits } from '@teahouse/contract/members';
import type { Context } from '../context.ts';

interface Sizes {
  version: string;
  bytes: string;
  tables: { name: string; bytes: number }[];
}

/** Room on the file system of a folder, in bytes; nothing where it can't be asked. */
async function roomOf(place: 'secrets' | 'log', folder: string): Promise<ConsoleHealth['disk']> {
  try {
    const { bsize, bavail, blocks } = await statfs(folder);
    return [{ place, free: bavail * bsize, total: blocks * bsize }];
  } catch {
    return [];
  }
}

/** The largest tables with their indexes, and what else tells whether the plane is well. One statement. */
export async function readHealth(ctx: Context): Promise<ConsoleHealth> {
  const { pool, config } = ctx;
  const { rows } = await pool.query<Sizes>(
    `SELECT current_setting('server_version') AS version, pg_database_size(current_database())::text AS bytes,
       (SELECT json_agg(t) FROM (SELECT relname AS name, pg_total_relation_size(oid) AS bytes FROM pg_class
         WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
         ORDER BY 2 DESC, 1 LIMIT $1) t) AS tables`,
    [membersLimits.consoleTables],
  );
  const [sizes] = rows;
  const logFolder = config.publicLog ?? join(config.secrets, 'public-log');
  return {
    pool: {
      ...{ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount },
      most: pool.options.max ?? 0,
    },
    process: { memory: process.memoryUsage.rss(), node: process.versions.node, mode: config.mode },
    disk: [...(await roomOf('secrets', config.secrets)), ...(await roomOf('log', logFolder))],
    database: {
      version: sizes?.version ?? '',
      bytes: Number(sizes?.bytes ?? 0),
      tables: sizes?.tables ?? [],
    },
  };
}

/** A signature line of a note (C2SP signed-note): the name, and what was signed with. */
const signatures = (note: string): { name: string; bytes: Buffer }[] =>
  [...note.matchAll(/^— (\S+) (\S+)$/gm)].map(([, name = '', bytes = '']) => ({
    ...{ name, bytes: Buffer.from(bytes, 'base64') },
  }));
const sizeOf = (note: string) => Number(note.split('\n')[1] ?? 0);
/** A cosignature (C2SP tlog-cosignature) has four bytes of the key's id, then the second in which it was made. */
const dayOfCosignature = (bytes: Buffer): string | null =>
  bytes.length < 12 ? null : new Date(Number(bytes.readBigUInt64BE(4)) * 1000).toISOString().slice(0, 10);

/** The issuer's log as its newest checkpoint has it, and how far witnesses have followed. One statement. */
export async function readBook({ book, pool }: Context): Promise<ConsoleBook> {
  const checkpoint = await book.checkpoint();
  const witnessed = book.info.witnesses.length > 0 ? await book.witnessed() : undefined;
  const signed = witnessed === undefined ? [] : signatures(witnessed);
  const size = sizeOf(checkpoint);
  const { rows } = await pool.query<{ behind: number }>(
    'SELECT count(*)::int AS behind FROM log_entries WHERE index >= $1',
    [size],
  );
  return {
    ...{
      origin: book.info.origin,
      size,
      root: checkpoint.split('\n')[2] ?? '',
      behind: rows[0]?.behind ?? 0,
    },
    witnesses: book.info.witnesses.map((key) => {
      const [name = key] = key.split('+');
      const found = signed.find((one) => one.name === name);
      return {
        name,
        size: found && witnessed !== undefined ? sizeOf(witnessed) : null,
        day: found ? dayOfCosignature(found.bytes) : null,
      };
    }),
  };
}
