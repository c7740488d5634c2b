import { sha256 } from '@noble/hashes/sha2.js';
import type { Rng } from './bbs/index.ts';
import { concat, utf8 } from './bytes.ts';
import { ProtocolError, type ProtocolErrorCode } from './errors.ts';

/** A repeatable stream of bytes for tests: SHA-256 in counter mode under a name. */
export function seededRng(name: string): Rng {
  let counter = 0;
  return (length) => {
    const blocks: Uint8Array[] = [];
    while (blocks.length * 32 < length) blocks.push(sha256(utf8(`${name}/${counter++}`)));
    return concat(...blocks).slice(0, length);
  };
}

/** 32 bytes that a name stands for. */
export function bytes32(name: string): Uint8Array {
  return sha256(utf8(name));
}

/** The code of the ProtocolError that `work` throws; fails on anything else. */
export function codeOf(work: () => unknown): ProtocolErrorCode {
  try {
    work();
  } catch (error) {
    if (error instanceof ProtocolError) return error.code;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** The bytes with one bit flipped; `place` may be any integer. */
export function flipBit(bytes: Uint8Array, place: number): Uint8Array {
  const flipped = bytes.slice();
  flipped[Math.floor(place / 8) % bytes.length]! ^= 1 << (place % 8);
  return flipped;
}
