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
  /** By content: a form is kept once, in the order of coming. */
  const forms = new Map<string, Uint32Array>();
  return {
    add(hashes) {
      for (const hash of hashes) {
        forms.set(nameOf(hash), wordsOf(hash));
        if (forms.size > most) forms.delete(forms.keys().next().value ?? '');
      }
    },
    remove(hashes) {
      for (const hash of hashes) forms.delete(nameOf(hash));
    },
    nearest(hashes, within = eyeLimits.knownHolds) {
      let nearest = Number.POSITIVE_INFINITY;
      for (const words of hashes.map(wordsOf))
        for (const form of forms.values()) {
          const bits = bitsBetween(words, form, Math.min(within, nearest));
          if (bits < nearest && bits <= within) nearest = bits;
        }
      return nearest;
    },
    get size() {
      return forms.size;
    },
  };
}

/** Bits in which two hashes of 32 bytes differ, 0–256. Throws a RangeError for other lengths. */
export const distance = (a: Uint8Array, b: Uint8Array): number =>
  bitsBetween(wordsOf(a), wordsOf(b), Number.POSITIVE_INFINITY);

const nameOf = (hash: Uint8Array) => Buffer.from(hash).toString('base64');

function wordsOf(hash: Uint8Array): Uint32Array {
  if (hash.length !== 32) throw new RangeError('A picture hash has 32 bytes.');
  return new Uint32Array(Uint8Array.from(hash).buffer);
}

/** Counts no further than past `enough`: most pictures differ in their first words already. */
function bitsBetween(a: Uint32Array, b: Uint32Array, enough: number): number {
  let bits = 0;
  for (let i = 0; i < 8 && bits <= enough; i++) bits += ones(a[i]! ^ b[i]!);
  return bits;
}

function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
