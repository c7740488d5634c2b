import { refuse } from '../errors.ts';
import { textOf } from '../wire.ts';
import { type ListPlace, listTop } from './store.ts';

/** The place after a thread of a list, as an opaque text: 4 bytes of slot, 32 of id. */
export function cursorOf(place: { last_slot: number; id: Uint8Array }): string {
  const bytes = Buffer.alloc(36);
  bytes.writeUInt32BE(place.last_slot);
  bytes.set(place.id, 4);
  return textOf(bytes);
}

/** The place of a cursor; the top without one. Throws `invalid-input`. */
export function placeOf(cursor: string | undefined): ListPlace {
  if (cursor === undefined) return listTop;
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length !== 36 || bytes[0]! > 0x7f) {
    throw refuse('invalid-input', { issues: [{ path: 'query.before', message: 'not a cursor' }] });
  }
  return { slot: bytes.readUInt32BE(), id: bytes.subarray(4) };
}
