import { ed25519 } from '@noble/curves/ed25519.js';
import { concat, fromInteger, toInteger, utf8 } from '../bytes.ts';
import { LogError } from './errors.ts';
import { makeVerifier, type NoteSigner, publicKeyOf, verifyEd25519 } from './note-key.ts';

/** What a witness signs (C2SP tlog-cosignature, "Ed25519 signed message"). */
const messageOf = (text: string, time: number) => utf8(`cosignature/v1\ntime ${time}\n${text}`);

/**
 * Signs checkpoints as a witness does, at `time` (POSIX seconds). Who calls it has verified that the checkpoint is
 * consistent with all it signed before. Throws `key-invalid`, `signature-invalid` for a time that is none.
 */
export function cosigner(name: string, privateKey: Uint8Array, time: number): NoteSigner {
  if (!Number.isSafeInteger(time) || time < 0) throw new LogError('signature-invalid', 'not a time');
  return {
    verifier: makeVerifier(name, 'cosignature', publicKeyOf(privateKey)),
    sign: (text) => concat(fromInteger(BigInt(time), 8), ed25519.sign(messageOf(text, time), privateKey)),
  };
}

/** When a witness signed this text, in POSIX seconds; undefined when it did not. */
export function cosignedAt(publicKey: Uint8Array, text: string, signature: Uint8Array): number | undefined {
  if (signature.length !== 8 + 64) return undefined;
  const time = Number(toInteger(signature.subarray(0, 8)));
  // The specification's limit is 2^63 - 1; a number is exact up to 2^53 - 1, some 285 million years.
  if (!Number.isSafeInteger(time)) return undefined;
  return verifyEd25519(publicKey, messageOf(text, time), signature.subarray(8)) ? time : undefined;
}
