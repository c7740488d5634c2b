import { eyeLimits } from '../limits.ts';

/** Banned pictures, as the forms of their hashes; in memory, filled by whoever keeps them. */
export interface KnownPictures {
  /** Adds forms, 32 bytes each (RangeError for others). Past `eyeLimits.known` the oldest are forgotten. */
  add(hashes: Iterable<Uint8Array>): void;
  /** Takes forms out again: a moderator's ban was undone. */
  remove(hashes: Iterable<Uint8Array>): void;
  /** Bits (0–256) between the nearest known form and the nearest of these, or Infinity when all are past `within`. */
  nearest(hashes: readonly Uint8Array[], within?: number): number;
  readonly size: number;
}

/** An empty list of banned pictures with room for `most` forms. */
export function makeKnownPictures(most: number = eyeLimits.known): KnownPictures {
  /** Form → its place. A form is kept once. */
  const places = new Map<string, number>();
  /** Eight words a form, without gaps: some hundred thousand forms are looked through for each picture. */
  let words = new Uint32Array(0);

  function put(hash: Uint8Array): void {
    const form = wordsOf(hash);
    const name = nameOf(hash);
    if (places.has(name)) return;
    if (places.size >= most) drop(places.keys().next().value ?? '');
    const place = places.size;
    if (words.length < (place + 1) * 8) {
      const wider = new Uint32Array(Math.max(64, place * 2) * 8);
      wider.set(words);
      words = wider;
    }
    words.set(form, place * 8);
    places.set(name, place);
  }

  /** Takes a form out; the last one moves to its place. */
  function drop(name: string): void {
    const place = places.get(name);
    if (place === undefined) return;
    const last = places.size - 1;
    places.delete(name);
    if (place === last) return;
    const moved = words.slice(last * 8, last * 8 + 8);
    words.set(moved, place * 8);
    places.set(nameOf(new Uint8Array(moved.buffer)), place);
  }

  return {
    add(hashes) {
      for (const hash of hashes) put(hash);
    },
    remove(hashes) {
      for (const hash of hashes) drop(nameOf(hash));
    },
    nearest(hashes, within = eyeLimits.knownHolds) {
      let nearest = Number.POSITIVE_INFINITY;
      const end = places.size * 8;
      for (const form of hashes.map(wordsOf))
        for (let place = 0; place < end; place += 8) {
          const enough = Math.min(within, nearest);
          const bits = bitsBetween(form, words, place, enough);
          if (bits <= enough) nearest = bits;
        }
      return nearest;
    },
    get size() {
      return places.size;
    },
  };
}

/** Bits in which two hashes of 32 bytes differ, 0–256. Throws a RangeError for other lengths. */
export const distance = (a: Uint8Array, b: Uint8Array): number =>
  bitsBetween(wordsOf(a), wordsOf(b), 0, Number.POSITIVE_INFINITY);

const nameOf = (hash: Uint8Array) => Buffer.from(hash).toString('base64');

function wordsOf(hash: Uint8Array): Uint32Array {
  if (hash.length !== 32) throw new RangeError('A picture hash has 32 bytes.');
  return new Uint32Array(Uint8Array.from(hash).buffer);
}

/** From a form to the one at `place`. Counts no further than past `enough`: most differ in their first words already. */
function bitsBetween(form: Uint32Array, words: Uint32Array, place: number, enough: number): number {
  let bits = 0;
  for (let i = 0; i < 8 && bits <= enough; i++) bits += ones(form[i]! ^ words[place + i]!);
  return bits;
}

function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
