import { lookLimits } from '../limits.ts';
import { readText } from '../read.ts';

/**
 * What is kept of a text to find its variations: 32 slots of four bits, each the least hash of the text's character
 * 4-grams under another hash (min-wise hashing; the share of equal slots estimates the share of common 4-grams).
 * 128 bits say nothing of a text that isn't known, and only that it is alike of one that is.
 */
export type Fingerprint = Uint8Array;

const slots = 32;
const gram = 4;
/** Odd multipliers, one a slot, from the fractional parts of square roots, as a fixed and unsuspicious series. */
const multipliers = Uint32Array.from(
  { length: slots },
  (_, i) => (Math.floor((Math.sqrt(i * 2 + 3) % 1) * 2 ** 32) | 1) >>> 0,
);

/** Letters and characters alone; every figure is alike, so that another number or link makes no other text. */
const essence = (tight: string): string =>
  tight
    .replace(/https?:\/\/\S{1,200}/g, '')
    .replace(/[a-z\d_]*\d[a-z\d_]*/g, '0')
    .replace(/[^\p{L}\d]/gu, '');

function hashOf(text: string, start: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < start + gram; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** The fingerprint of a text, or nothing for one so short that others are like it by chance. */
export function fingerprintOf(typed: string): Fingerprint | undefined {
  const text = essence(readText(typed.slice(0, lookLimits.characters)).tight.text);
  if (text.length < lookLimits.comparedFrom) return undefined;
  const least = new Uint32Array(slots).fill(0xffffffff);
  for (let start = 0; start + gram <= text.length; start++) {
    const hash = hashOf(text, start);
    for (let slot = 0; slot < slots; slot++) {
      const mixed = Math.imul(hash ^ (multipliers[slot] ?? 1), multipliers[slot] ?? 1);
      const value = (mixed ^ (mixed >>> 13)) >>> 0;
      if (value < (least[slot] ?? 0)) least[slot] = value;
    }
  }
  return Uint8Array.from(least, (value) => (Math.imul(value, 0x9e3779b1) >>> 28) & 15);
}

/** In how many of the 32 slots two fingerprints are equal: two by chance. */
export function alikeness(a: Fingerprint, b: Fingerprint): number {
  let equal = 0;
  for (let i = 0; i < slots; i++) if (a[i] === b[i]) equal++;
  return equal;
}
