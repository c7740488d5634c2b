import type { ThreadSort } from '@teahouse/contract/talk';
import { refuse } from '../errors.ts';
import { textOf } from '../wire.ts';
import { type ListPlace, listTop } from './lists.ts';

/*
 * The place after a thread of a list as an opaque text: one byte that says which list, its numbers in 8 bytes each (IEEE
 * 754, as heat is no whole number), 32 bytes of id.
 */
const sorts: readonly ThreadSort[] = ['active', 'new', 'hot', 'day', 'week'];

export function cursorOf(place: ListPlace): string {
  const numbers = 'since' in place ? [place.since, place.voices, place.slot] : [place.key];
  const bytes = Buffer.alloc(1 + 8 * numbers.length + 32);
  bytes.writeUInt8(sorts.indexOf(place.sort));
  numbers.forEach((number, i) => {
    bytes.writeDoubleBE(number, 1 + 8 * i);
  });
  bytes.set(place.id, 1 + 8 * numbers.length);
  return textOf(bytes);
}

/** The place of a cursor of a list; its top at `now`, a slot, without one. Throws `invalid-input`, also for that of another list. */
export function placeOf(sort: ThreadSort, cursor: string | undefined, now: number): ListPlace {
  if (cursor === undefined) return listTop(sort, now);
  const bytes = Buffer.from(cursor, 'base64url');
  const count = sort === 'day' || sort === 'week' ? 3 : 1;
  if (bytes.length !== 1 + 8 * count + 32 || sorts[bytes[0]!] !== sort) throw noCursor();
  const numbers = Array.from({ length: count }, (_, i) => bytes.readDoubleBE(1 + 8 * i));
  const id = bytes.subarray(1 + 8 * count);
  const [first = 0, voices = 0, slot = 0] = numbers;
  if (sort === 'hot') {
    if (!Number.isFinite(first)) throw noCursor();
    return { sort, key: first, id };
  }
  if (!numbers.every((number) => Number.isInteger(number) && number >= 0 && number < 2 ** 31))
    throw noCursor();
  if (sort === 'day' || sort === 'week') return { sort, since: first, voices, slot, id };
  return { sort, key: first, id };
}

const noCursor = () =>
  refuse('invalid-input', { issues: [{ path: 'query.before', message: 'not a cursor of this list' }] });
