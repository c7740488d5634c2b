import { refuse } from '../errors.ts';
import { textOf } from '../wire.ts';
import { type Place, searchLimits } from './store.ts';

/** Where a page of results begins: among those ranked from a place on downwards, how many were shown. */
export interface SearchPlace {
  readonly from: Place;
  readonly shown: number;
}

/** Above every post. */
const top: Place = { slot: 2 ** 31 - 1, id: Buffer.alloc(33, 0xff) };

/** As an opaque text: 4 bytes of slot, 32 of id, one of how many. */
export function cursorOf({ from, shown }: SearchPlace): string {
  const bytes = Buffer.alloc(37);
  bytes.writeUInt32BE(from.slot);
  bytes.set(from.id, 4);
  bytes.writeUInt8(shown, 36);
  return textOf(bytes);
}

/** The place of a cursor; the top without one. Throws `invalid-input`. */
export function placeOf(cursor: string | undefined): SearchPlace {
  if (cursor === undefined) return { from: top, shown: 0 };
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length !== 37 || bytes[0]! > 0x7f || bytes[36]! >= searchLimits.ranked) {
    throw refuse('invalid-input', { issues: [{ path: 'query.before', message: 'not a cursor' }] });
  }
  return { from: { slot: bytes.readUInt32BE(), id: bytes.subarray(4, 36) }, shown: bytes[36]! };
}
