import type { Queryable } from '@teahouse/kit/pool';

export interface BulkAliasRow {
  room_id: string;
  context: Buffer;
  pseudonym: Buffer;
  public_key: Buffer;
}

/** Aliases of all threads after a place, in the order of the threads' ids, which are hashes and so tell no order. */
export async function readBulkAliases(
  db: Queryable,
  after: { context: Uint8Array; pseudonym: Uint8Array },
  limit: number,
): Promise<BulkAliasRow[]> {
  const { rows } = await db.query<BulkAliasRow>({
    name: 'bulk-aliases',
    text: `SELECT room_id, context, pseudonym, public_key FROM aliases
           WHERE (context, pseudonym) > ($1, $2) ORDER BY context, pseudonym LIMIT $3`,
    values: [after.context, after.pseudonym, limit],
  });
  return rows;
}

/** Nonces spent under a token key, after a nonce, ascending. */
export async function readBulkSpent(
  db: Queryable,
  keyId: Uint8Array,
  after: Uint8Array,
  limit: number,
): Promise<Buffer[]> {
  const { rows } = await db.query<{ nonce: Buffer }>({
    name: 'bulk-spent',
    text: 'SELECT nonce FROM spent WHERE key_id = $1 AND nonce > $2 ORDER BY nonce LIMIT $3',
    values: [keyId, after, limit],
  });
  return rows.map((row) => row.nonce);
}

/** Refunds signed with a token key, after a post, in the order of the posts' ids. */
export async function readBulkRefunds(
  db: Queryable,
  keyId: Uint8Array,
  after: Uint8Array,
  limit: number,
): Promise<{ post_id: Buffer; signatures: Buffer }[]> {
  const { rows } = await db.query<{ post_id: Buffer; signatures: Buffer }>({
    name: 'bulk-refunds',
    text: `SELECT post_id, signatures FROM refunds
           WHERE key_id = $1 AND post_id > $2 AND octet_length(signatures) > 0 ORDER BY post_id LIMIT $3`,
    values: [keyId, after, limit],
  });
  return rows;
}
