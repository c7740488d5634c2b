import { sha256 } from '@noble/hashes/sha2.js';
import { type CborValue, encodeCbor } from './cbor.ts';

/**
 * SHA-256 of CBOR(["teahouse/v1/" + name, ...parts]), 32 bytes. Every hash of the protocol is one of these, so that
 * no two uses collide: the name tells them apart and CBOR tells where each part ends.
 */
export function domainHash(name: string, ...parts: readonly CborValue[]): Uint8Array {
  return sha256(encodeCbor([`teahouse/v1/${name}`, ...parts]));
}
