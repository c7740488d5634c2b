import type { Queryable } from '@teahouse/kit/pool';
import { holdByRoom, type RoomKey } from '../by-room.ts';
import { isInside, type OpenRoom } from '../rooms/service.ts';

/** protocol.md 5: a day between a post and its refund, in slots. */
export const refundDelay = (24 * 60) / 5;
const length = 256;

export interface RefundRow {
  room_id: string;
  post_id: Buffer;
  key_id: Buffer;
  blinded: Buffer;
}

/** The blinded messages or signatures of one post, 256 bytes each. */
export function splitSignatures(joined: Buffer): Buffer[] {
  return Array.from({ length: joined.length / length }, (_, i) =>
    joined.subarray(i * length, (i + 1) * length),
  );
}

/** What is blinded for the refund of a new post, under which key, and when it is due. */
export interface NewRefund {
  readonly keyId: Uint8Array;
  readonly dueSlot: number;
  readonly blinded: Uint8Array;
}

/** Keeps a post's blinded messages until they are due. */
export async function insertRefund(
  tx: Queryable,
  refund: NewRefund & { room: OpenRoom; post: Uint8Array /** The post is not shown yet. */; held: boolean },
): Promise<void> {
  await tx.query({
    name: 'insert-refund',
    text: `INSERT INTO refunds (room_id, post_id, key_id, due_slot, blinded, inside, held, forfeited)
           VALUES ($1, $2, $3, $4, $5, $6, $7, false)`,
    values: [
      refund.room.id,
      refund.post,
      refund.keyId,
      refund.dueSlot,
      refund.blinded,
      isInside(refund.room),
      refund.held,
    ],
  });
}

const waiting = 'signatures IS NULL AND NOT held AND NOT forfeited';

/** Takes refunds that are due and that nothing speaks against (protocol.md 5), which no other process is at work on. */
export async function takeDue(tx: Queryable, slot: number, limit: number): Promise<RefundRow[]> {
  const { rows } = await tx.query<RoomKey>({
    name: 'refunds-due',
    text: `SELECT room_id, post_id AS id FROM refunds WHERE ${waiting} AND due_slot <= $1 ORDER BY due_slot LIMIT $2`,
    values: [slot, limit],
  });
  return holdByRoom(rows, async (room, ids) => {
    const held = await tx.query<RefundRow>({
      name: 'hold-refunds',
      text: `SELECT room_id, post_id, key_id, blinded FROM refunds
             WHERE room_id = $1 AND post_id = ANY($2) AND ${waiting} FOR UPDATE SKIP LOCKED`,
      values: [room, ids],
    });
    return held.rows;
  });
}

/** Puts the signatures in the place of the blinded messages, for all at once. */
export async function writeSignatures(
  tx: Queryable,
  signed: readonly { row: RefundRow; signatures: Buffer }[],
): Promise<void> {
  await tx.query({
    name: 'refunds-signed',
    text: `UPDATE refunds r SET signatures = s.signatures, blinded = NULL
           FROM unnest($1::text[], $2::bytea[], $3::bytea[]) AS s (room_id, post_id, signatures)
           WHERE r.room_id = s.room_id AND r.post_id = s.post_id`,
    values: [
      signed.map(({ row }) => row.room_id),
      signed.map(({ row }) => row.post_id),
      signed.map(({ signatures }) => signatures),
    ],
  });
}
