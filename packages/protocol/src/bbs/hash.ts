import { expand_message_xmd } from '@noble/curves/abstract/hash-to-curve.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from './octets.ts';
import { EXPAND_LENGTH, MAP_TO_SCALAR_DST } from './params.ts';
import { mod, octetsToInteger } from './scalars.ts';

/** expand_message_xmd with SHA-256, RFC 9380 section 5.3.1. */
export function expandMessage(message: Uint8Array, dst: string, length: number): Uint8Array {
  return expand_message_xmd(message, utf8ToBytes(dst), length, sha256);
}

/** hash_to_scalar, draft-irtf-cfrg-bbs-signatures "Hash to Scalar". */
export function hashToScalar(message: Uint8Array, dst: string): bigint {
  return mod(octetsToInteger(expandMessage(message, dst, EXPAND_LENGTH)));
}

/** messages_to_scalars, draft-irtf-cfrg-bbs-signatures "Messages to Scalars". */
export function messagesToScalars(messages: readonly Uint8Array[]): bigint[] {
  return messages.map((message) => hashToScalar(message, MAP_TO_SCALAR_DST));
}
