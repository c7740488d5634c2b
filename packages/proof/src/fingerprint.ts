import { domainHash, hex } from '@teahouse/protocol';
import { encodeVerifier, parseVerifier } from '@teahouse/protocol/log';

/**
 * A log's or witness's key, short enough to be read aloud: `3f2a 91c0 …`, 80 bits of the hash of its verifier key. Throws
 * LogError `key-invalid`.
 */
export function keyFingerprint(verifierKey: string): string {
  const digits = hex(domainHash('log-key', encodeVerifier(parseVerifier(verifierKey))).subarray(0, 10));
  return digits.match(/.{4}/g)!.join(' ');
}
