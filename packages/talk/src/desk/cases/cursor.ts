import { textOf } from '../../wire.ts';
import { refuse } from '../errors.ts';

/** The place after a row of one of the desk's lists: for ties of `key`, slot and id. */
export interface ListPlace {
  /** A number of 32 bits, as the tables keep a priority; 0 where the list has none. */
  readonly key: number;
  readonly slot: number;
  readonly id: Uint8Array;
}

/** An opaque text: the key (IEEE 754, 4 bytes), the slot (4), the id (32). */
export function cursorOf({ key, slot, id }: ListPlace): string {
  const bytes = Buffer.alloc(40);
  bytes.writeFloatBE(key, 0);
  bytes.writeInt32BE(slot, 4);
  bytes.set(id, 8);
  return textOf(bytes);
}

/** Throws `invalid-input`. */
export function placeOf(cursor: string): ListPlace {
  const bytes = Buffer.from(cursor, 'base64url');
  const key = bytes.length === 40 ? bytes.readFloatBE(0) : Number.NaN;
  if (!Number.isFinite(key)) {
    throw refuse('invalid-input', {
      issues: [{ path: 'query.before', message: 'not a cursor of this list' }],
    });
  }
  return { key, slot: bytes.readInt32BE(4), id: bytes.subarray(8) };
}
