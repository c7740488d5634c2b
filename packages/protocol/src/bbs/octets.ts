import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { BbsError } from './errors.ts';
import { MAX_MESSAGES } from './params.ts';

export { bytesToHex, concatBytes, hexToBytes, utf8ToBytes };

/** I2OSP(value, 8) of a non-negative safe integer. */
export function uint64(value: number): Uint8Array {
  const octets = new Uint8Array(8);
  new DataView(octets.buffer).setBigUint64(0, BigInt(value));
  return octets;
}

/** I2OSP(length, 8) followed by the octets themselves. */
export function lengthPrefixed(octets: Uint8Array): Uint8Array {
  return concatBytes(uint64(octets.length), octets);
}

/** Refuses whatever isn't an octet string, so that no other error can arise further in. */
export function requireOctets(value: Uint8Array, name: string): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new BbsError('input-invalid', `${name} is not an octet string`);
  return value;
}

/** Refuses whatever isn't a list of octet strings. */
export function requireOctetList(values: readonly Uint8Array[], name: string): readonly Uint8Array[] {
  if (!Array.isArray(values)) throw new BbsError('input-invalid', `${name} is not a list`);
  for (const value of values) requireOctets(value, name);
  return values;
}

/** Refuses a count that isn't an integer from `least` to MAX_MESSAGES. */
export function requireCount(value: number, least: number, name: string): number {
  if (!Number.isInteger(value) || value < least || value > MAX_MESSAGES) {
    throw new BbsError('input-invalid', `${name} is not a count from ${least} to ${MAX_MESSAGES}`);
  }
  return value;
}

/** Whether the flags are those of a compressed point that isn't the identity: first bit set, second clear. */
export function isCompressed(octets: Uint8Array, length: number): boolean {
  return octets.length === length && (octets[0]! & 0xc0) === 0x80;
}
