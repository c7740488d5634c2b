import type { Queryable } from '@teahouse/kit/pool';
import type { TokenKey } from './rsa.ts';

/** Keeps the public half: spent nonces refer to it long after the private one is gone. */
export async function recordTokenKey(db: Queryable, key: TokenKey): Promise<void> {
  await db.query(
    'INSERT INTO token_keys (id, month, public_key) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [key.id, key.month, key.spki],
  );
}

/**
 * Enters a draw; of several by one pseudonym in one week the first stays. True when the one that stands, this or an
 * earlier one, is of the same request.
 */
export async function enterDraw(
  db: Queryable,
  draw: { pseudonym: Uint8Array; week: string; requestHash: Uint8Array },
): Promise<boolean> {
  const values = [draw.pseudonym, draw.week, draw.requestHash];
  const inserted = await db.query({
    name: 'draw',
    text: `INSERT INTO draws (pseudonym, week, request_hash) VALUES ($1, $2, $3) ON CONFLICT (pseudonym, week) DO NOTHING`,
    values,
  });
  if (inserted.rowCount === 1) return true;
  const { rowCount } = await db.query({
    name: 'draw-same',
    text: 'SELECT FROM draws WHERE pseudonym = $1 AND week = $2 AND request_hash = $3',
    values,
  });
  return rowCount === 1;
}

/** Forgets the draws of other weeks than this one: nothing needs them any more. */
export async function forgetDraws(db: Queryable, week: string): Promise<void> {
  await db.query('DELETE FROM draws WHERE week < $1', [week]);
}
