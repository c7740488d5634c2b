import { sha256 } from '@noble/hashes/sha2.js';
import { concat } from '../bytes.ts';

/** Bytes in a hash of the tree. */
export const HASH_LENGTH = 32;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Root of a tree without leaves (RFC 6962 §2.1): SHA-256 of nothing. */
export const emptyRoot: Uint8Array = sha256(new Uint8Array());

/** SHA-256(0x00 ‖ entry), 32 bytes (RFC 6962 §2.1). The prefix keeps an entry from passing for a node. */
export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256(concat(LEAF, entry));
}

/** SHA-256(0x01 ‖ left ‖ right), 32 bytes (RFC 6962 §2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concat(NODE, left, right));
}

/** The leaf hashes of entries, one after the other: what a tile of level 0 holds. */
export function leafHashes(entries: readonly Uint8Array[]): Uint8Array {
  const hashes = new Uint8Array(entries.length * HASH_LENGTH);
  entries.forEach((entry, i) => {
    hashes.set(leafHash(entry), i * HASH_LENGTH);
  });
  return hashes;
}

/** Root over hashes that stand one after the other; their number is a power of two. */
export function foldHashes(hashes: Uint8Array): Uint8Array {
  let row = hashes;
  while (row.length > HASH_LENGTH) {
    const above = new Uint8Array(row.length / 2);
    for (let at = 0; at < above.length; at += HASH_LENGTH) {
      const left = row.subarray(2 * at, 2 * at + HASH_LENGTH);
      above.set(nodeHash(left, row.subarray(2 * at + HASH_LENGTH, 2 * at + 2 * HASH_LENGTH)), at);
    }
    row = above;
  }
  return new Uint8Array(row);
}
