import { randomBytes } from 'node:crypto';
import type { Pool } from '@teahouse/kit/pool';

/** It is part of contexts, so it never changes once it was used: the first one is kept. */
export async function instanceName(pool: Pool, given: string | undefined): Promise<string> {
  const name = given ?? `teahouse-${randomBytes(4).toString('hex')}`;
  const { rows } = await pool.query<{ value: string }>(
    `WITH made AS (INSERT INTO settings (key, value) VALUES ('instance', $1) ON CONFLICT DO NOTHING RETURNING value)
     SELECT value FROM made UNION ALL SELECT value FROM settings WHERE key = 'instance' LIMIT 1`,
    [name],
  );
  return rows[0]?.value ?? name;
}
