import { type Pool, type Queryable, withTransaction } from '@teahouse/kit/pool';
import { isMute, pieceOf } from './piece.ts';
import { type PostFacts, postColumns } from './store.ts';

const batch = 1000;

interface BareRow extends PostFacts {
  room_id: string;
  thread_id: Buffer;
  thread_title: string;
}

/**
 * Makes the pieces of posts that were written before there were any; done before anything is read, since a page is made of
 * nothing else. Of several processes one does it and the others wait. Returns how many it made.
 */
export function fillPieces(pool: Pool): Promise<number> {
  return withTransaction(pool, async (tx) => {
    await tx.query('SET LOCAL statement_timeout = 0');
    await tx.query('LOCK TABLE posts_without_piece IN EXCLUSIVE MODE');
    let filled = 0;
    for (let bare = await takeBare(tx); bare.length > 0; bare = await takeBare(tx)) {
      await writePieces(tx, bare);
      filled += bare.length;
    }
    return filled;
  });
}

async function takeBare(tx: Queryable): Promise<BareRow[]> {
  const { rows } = await tx.query<BareRow>({
    name: 'posts-without-piece',
    text: `WITH taken AS (DELETE FROM posts_without_piece WHERE ctid = ANY(ARRAY(
             SELECT ctid FROM posts_without_piece LIMIT $1)) RETURNING room_id, id)
           SELECT p.room_id, p.thread_id, t.title AS thread_title, ${postColumns} FROM taken
           JOIN posts p ON p.room_id = taken.room_id AND p.id = taken.id
           JOIN threads t ON t.room_id = p.room_id AND t.id = p.thread_id`,
    values: [batch],
  });
  return rows;
}

async function writePieces(tx: Queryable, rows: readonly BareRow[]): Promise<void> {
  await tx.query({
    name: 'pieces',
    text: `INSERT INTO pieces (room_id, thread_id, seq, pseudonym, mute, shown)
           SELECT * FROM unnest($1::text[], $2::bytea[], $3::integer[], $4::bytea[], $5::boolean[], $6::text[])`,
    values: [
      rows.map(({ room_id }) => room_id),
      rows.map(({ thread_id }) => thread_id),
      rows.map(({ seq }) => seq),
      rows.map(({ pseudonym }) => pseudonym),
      rows.map(isMute),
      rows.map((row) => pieceOf(row, { title: row.thread_title })),
    ],
  });
}
