import { type Pool, withTransaction } from '@teahouse/kit/pool';
import { type Home, homes } from './homes.ts';

/** Any fixed number: whoever distributes the tables holds this lock. */
const lockKey = 0x7465_6469; // "tedi"

/**
 * Spreads the tables over the machines of a Citus cluster, where this database is the coordinator of one, and tells whether it
 * is. Runs after the migrations and at every start: tables that have their place already stay as they are, rows that a table
 * has are carried along, and what was broken off goes on. Of several processes one does it, and the others wait.
 * Without the extension it does nothing. Decision 0037.
 */
export async function distribute(pool: Pool, onStage: (stage: string) => void = () => {}): Promise<boolean> {
  if (!(await hasCitus(pool))) return false;
  for (const [table, home] of Object.entries(homes)) {
    // A transaction each: rows of several large tables in one would be one that cannot be gone on with.
    const placed = await withTransaction(pool, async (tx) => {
      await tx.query('SET LOCAL statement_timeout = 0');
      await tx.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
      const { rowCount } = await tx.query(
        'SELECT FROM pg_dist_partition WHERE logicalrelid = $1::text::regclass',
        [table],
      );
      const command = placing(table, home);
      if (rowCount !== 0 || command === undefined) return false;
      await tx.query(command.text, [...command.values]);
      return true;
    });
    if (placed) onStage(`distributed ${table}`);
  }
  return true;
}

async function hasCitus(pool: Pool): Promise<boolean> {
  const { rowCount } = await pool.query(`SELECT FROM pg_extension WHERE extname = 'citus'`);
  return rowCount !== 0;
}

/** The call that gives a table its place; undefined where it has none but the coordinator. */
function placing(
  table: string,
  home: Home,
): { readonly text: string; readonly values: readonly string[] } | undefined {
  if (home.kind === 'coordinator') return undefined;
  if (home.kind === 'reference')
    return { text: 'SELECT create_reference_table($1::text::regclass)', values: [table] };
  return {
    text: 'SELECT create_distributed_table($1::text::regclass, $2, colocate_with => $3)',
    values: [table, home.column, home.with ?? 'none'],
  };
}
