import type { Queryable } from '@teahouse/kit/pool';
import type { Label, Presentation } from '@teahouse/protocol';
import type { StateNumber } from '../order/standing.ts';
import { isInside, type OpenRoom } from '../rooms/service.ts';
import { vectorOf } from '../search/vector.ts';
import { heatSql } from '../threads/heat.ts';
import { isMute, pieceOf } from '../threads/piece.ts';
import { attachedOf, mentionsOf } from './attached.ts';
import type { OpenedAct } from './envelope.ts';
import type { AliasRow } from './policy.ts';

/*
 * The statements of one accepted post, in the order in which they run. Locks are taken in the same order everywhere:
 * spent, alias, thread, post, room.
 */

/** Spends the nonces for an act; returns how many were still unspent. The primary key decides every race. */
export async function spend(tx: Queryable, act: OpenedAct): Promise<number> {
  const pairs = act.header.nonces.map((nonce, i) => ({ nonce, keyId: act.paidWith[i]!.id }));
  // In one order for everybody, or two acts that share two nonces could wait for each other.
  pairs.sort((a, b) => Buffer.compare(a.nonce, b.nonce));
  const { rowCount } = await tx.query({
    name: 'spend',
    text: `INSERT INTO spent (nonce, key_id, act) SELECT nonce, key_id, $3 FROM unnest($1::bytea[], $2::bytea[])
           AS pair (nonce, key_id) ON CONFLICT (nonce) DO NOTHING`,
    values: [pairs.map((pair) => pair.nonce), pairs.map((pair) => pair.keyId), act.id],
  });
  return rowCount ?? 0;
}

/** Enters an alias and returns the one that stands, of two that race the first, and whether it is this very one. */
export async function enterAlias(
  tx: Queryable,
  room: OpenRoom,
  thread: Uint8Array,
  entry: Presentation,
): Promise<AliasRow & { readonly entered: boolean }> {
  const { rows } = await tx.query<{ label: Label; public_key: Buffer; entered: boolean }>({
    name: 'enter-alias',
    // The update changes nothing: it makes the row of the one who was first visible to the other.
    text: `INSERT INTO aliases (room_id, context, pseudonym, label, public_key, proof, inside)
           VALUES ($1, $2, $3, $4, $5, $6, $7)
           ON CONFLICT (room_id, context, pseudonym) DO UPDATE SET public_key = aliases.public_key
           RETURNING label, public_key, xmax = 0 AS entered`,
    values: [
      room.id,
      thread,
      entry.pseudonym,
      JSON.stringify(entry.label),
      entry.publicKey,
      entry.proof,
      isInside(room),
    ],
  });
  return rows[0]!;
}

export interface NewThread {
  readonly title: string;
  readonly excerpt: string;
  readonly alias: AliasRow;
  readonly state: StateNumber;
}

export async function insertThread(
  tx: Queryable,
  act: OpenedAct,
  slot: number,
  thread: NewThread,
): Promise<void> {
  await tx.query({
    name: 'insert-thread',
    text: `INSERT INTO threads (room_id, id, title, excerpt, lang, opener, opener_label, opener_key, replies, slot,
             last_slot, deleted, inside, voices, heat, pictures, poll, best_agree, state, locked, slow)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $9, false, $10, 1, ${heatSql('$9::integer', '1')}, $11, $12, 0,
             $13, false, 0)`,
    values: [
      act.header.room,
      act.thread,
      thread.title,
      thread.excerpt,
      act.body.lang ?? null,
      act.pseudonym,
      JSON.stringify(thread.alias.label),
      thread.alias.public_key,
      slot,
      isInside(act.room),
      act.pictures.length,
      act.body.poll !== undefined,
      thread.state,
    ],
  });
}

/**
 * Counts a reply, and a new voice, and gives it its place in the thread; undefined when the thread is gone. `slot` is that
 * of the thread's last activity, 0 of a reply that is not shown.
 */
export async function nextPlace(
  tx: Queryable,
  act: OpenedAct,
  slot: number,
  entered: boolean,
): Promise<number | undefined> {
  const { rows } = await tx.query<{ replies: number }>({
    name: 'next-place',
    text: `UPDATE threads SET replies = replies + 1, last_slot = greatest(last_slot, $3), voices = voices + $4,
             heat = ${heatSql('slot', 'voices + $4')}
           WHERE room_id = $1 AND id = $2 AND NOT (deleted AND replies = 0) RETURNING replies`,
    values: [act.header.room, act.thread, slot, entered ? 1 : 0],
  });
  return rows[0]?.replies;
}

/**
 * Notes an accepted act for the next entry of the log (protocol.md 4), in front of the statement that writes it, whose
 * $1 is the room and $3 the act.
 */
export const awaitingLog = 'WITH awaiting AS (INSERT INTO pending_acts (room_id, act) VALUES ($1, $3))';

/** Writes the post at its place in the thread. */
export async function insertPost(
  tx: Queryable,
  act: OpenedAct,
  place: {
    seq: number;
    slot: number;
    label: Label['kind'];
    state: StateNumber;
    /** Of its words; null where there are too few to compare. */
    fingerprint: Uint8Array | null;
  },
): Promise<void> {
  const { header, body } = act;
  const { text = '', title } = body;
  const { slot, label } = place;
  const row = {
    ...{ id: act.id, parent: header.target, seq: place.seq, pseudonym: act.pseudonym, slot },
    ...{ edits: 0, deleted: false, last_act: act.id, title: title ?? null, text: body.text ?? null },
    ...{ state: place.state, caution: null, blurred: false },
    ...{ lang: body.lang ?? null, attached: attachedOf(body), mentions: mentionsOf(body) },
  };
  await tx.query({
    name: 'insert-post',
    text: `${awaitingLog}, piece AS (INSERT INTO pieces (room_id, thread_id, seq, pseudonym, mute, shown)
             VALUES ($1, $2, $5, $6, $21, $18))
           INSERT INTO posts (room_id, thread_id, id, parent, seq, pseudonym, slot, edits, deleted, last_act, header,
             signature, salt, title, text, lang, inside, attached, mentions, words, state, blurred, fingerprint)
           VALUES ($1, $2, $3, $4, $5, $6, $7, 0, false, $3, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $19, false, $20)`,
    values: [
      header.room,
      act.thread,
      act.id,
      header.target,
      place.seq,
      act.pseudonym,
      slot,
      act.headerBytes,
      act.signature,
      act.salt,
      body.title ?? null,
      body.text,
      body.lang ?? null,
      isInside(act.room),
      row.attached,
      row.mentions,
      vectorOf({ text, title }, { room: header.room, slot, lang: body.lang, label }),
      pieceOf(row, { title: title ?? '' }),
      place.state,
      place.fingerprint,
      isMute(row),
    ],
  });
}

/** Counts a new thread in its room. */
export async function countThread(tx: Queryable, room: string, slot: number): Promise<void> {
  await tx.query({
    name: 'count-thread',
    text: `INSERT INTO room_stats (room_id, threads, last_slot) VALUES ($1, 1, $2) ON CONFLICT (room_id)
           DO UPDATE SET threads = room_stats.threads + 1, last_slot = greatest(room_stats.last_slot, $2)`,
    values: [room, slot],
  });
}

/** Notes activity in a room. Touches the row, which all writers of the room share, once a slot only. */
export async function touchRoom(tx: Queryable, room: string, slot: number): Promise<void> {
  await tx.query({
    name: 'touch-room',
    text: 'UPDATE room_stats SET last_slot = $2 WHERE room_id = $1 AND last_slot < $2',
    values: [room, slot],
  });
}
