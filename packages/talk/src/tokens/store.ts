import type { Queryable } from '@teahouse/kit/pool';
import { tokenKeyId } from '@teahouse/protocol';
import type { TokenKey } from './rsa.ts';

/**
 * Keeps the public half: spent nonces refer to it long after the private one is gone. Returns the index of its entry in
 * the log, null when it has none yet.
 */
export async function recordTokenKey(tx: Queryable, key: TokenKey): Promise<number | null> {
  const { rows } = await tx.query<{ log_index: string | null }>(
    // The update changes nothing: it makes a row that is there come back.
    `INSERT INTO token_keys (id, month, public_key, void) VALUES ($1, $2, $3, false)
     ON CONFLICT (id) DO UPDATE SET month = excluded.month RETURNING log_index`,
    [key.id, key.month, key.spki],
  );
  const index = rows[0]?.log_index;
  return index == null ? null : Number(index);
}

/** Notes which entry of the log a key has. */
export async function setLogged(tx: Queryable, id: Uint8Array, index: number): Promise<void> {
  await tx.query('UPDATE token_keys SET log_index = $2 WHERE id = $1', [id, index]);
}

/** Was a backup restored since this key was made? */
export async function isVoid(db: Queryable, id: Uint8Array): Promise<boolean> {
  const { rowCount } = await db.query('SELECT FROM token_keys WHERE id = $1 AND void', [id]);
  return rowCount === 1;
}

/** Takes in a key that the log has and the database lost: it is void like all others. */
export async function insertVoidKey(
  tx: Queryable,
  key: { month: string; publicKey: Uint8Array; index: number },
): Promise<void> {
  await tx.query(
    `INSERT INTO token_keys (id, month, public_key, void, log_index) VALUES ($1, $2, $3, true, $4)
     ON CONFLICT (id) DO UPDATE SET log_index = excluded.log_index`,
    [tokenKeyId(key.publicKey), key.month, key.publicKey, key.index],
  );
}

/** From now on no token that was made counts, neither to be spent nor to be given back. */
export async function voidTokenKeys(tx: Queryable): Promise<void> {
  await tx.query('UPDATE token_keys SET void = true');
}

/** Lets everyone draw again what is open. */
export async function forgetAllDraws(tx: Queryable): Promise<void> {
  await tx.query('DELETE FROM draws');
}

/**
 * Enters a draw; of several by one pseudonym the first stays. True when the one that stands, this or an earlier one, is of
 * the same request. Kept is the week in which it was made and not the one that it is for: a thief would find out of whom
 * the row is that came late, somebody new here or back from an absence.
 */
export async function enterDraw(
  db: Queryable,
  draw: { pseudonym: Uint8Array; drawnIn: string; requestHash: Uint8Array },
): Promise<boolean> {
  const inserted = await db.query({
    name: 'draw',
    text: `INSERT INTO draws (pseudonym, week, request_hash) VALUES ($1, $2, $3) ON CONFLICT (pseudonym) DO NOTHING`,
    values: [draw.pseudonym, draw.drawnIn, draw.requestHash],
  });
  if (inserted.rowCount === 1) return true;
  const { rowCount } = await db.query({
    name: 'draw-same',
    text: 'SELECT FROM draws WHERE pseudonym = $1 AND request_hash = $2',
    values: [draw.pseudonym, draw.requestHash],
  });
  return rowCount === 1;
}

/** Forgets the draws that were made before this week. */
export async function forgetDraws(db: Queryable, week: string): Promise<void> {
  await db.query('DELETE FROM draws WHERE week < $1', [week]);
}
