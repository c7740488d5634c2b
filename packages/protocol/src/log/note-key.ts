import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { isActPublicKey } from '../act.ts';
import { concat, hex, utf8 } from '../bytes.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { LogError } from './errors.ts';

/**
 * What a key signs (C2SP signed-note, "Signature types"): the text of a note, or, as a witness does, the text with
 * the time at which it was the newest that the witness had seen (tlog-cosignature).
 */
export type SignatureType = 'ed25519' | 'cosignature';

const TYPE_BYTE: Readonly<Record<SignatureType, number>> = { ed25519: 0x01, cosignature: 0x04 };

/** A public key that notes are checked with. */
export interface Verifier {
  readonly name: string;
  /** Eight digits of lower-case hexadecimal: with the name they tell keys apart, but they identify none. */
  readonly keyId: string;
  readonly type: SignatureType;
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** Makes the signatures of one key. */
export interface NoteSigner {
  readonly verifier: Verifier;
  /** What stands after the key's id in a signature line: for a witness, the time comes first. */
  sign(text: string): Uint8Array;
}

/** Whether a text can name a key: not empty, without a Unicode space, a plus or a control character. */
export function isKeyName(name: string): boolean {
  return /^[^\p{White_Space}\p{Cc}\p{Surrogate}+]+$/u.test(name);
}

/** A verifier of these parts. Throws `key-invalid`, also for a key of small order, under which anybody can sign. */
export function makeVerifier(name: string, type: SignatureType, publicKey: Uint8Array): Verifier {
  if (!isKeyName(name)) throw new LogError('key-invalid', 'not a name of a key');
  if (!isActPublicKey(publicKey)) throw new LogError('key-invalid', 'not an Ed25519 public key');
  const material = concat(utf8(`${name}\n`), Uint8Array.of(TYPE_BYTE[type]), publicKey);
  return { name, keyId: hex(sha256(material).subarray(0, 4)), type, publicKey };
}

/** `<name>+<key id>+<base64 of type and key>`, the form in which verifiers are told of a key (C2SP signed-note). */
export function encodeVerifier({ name, keyId, type, publicKey }: Verifier): string {
  return `${name}+${keyId}+${toBase64(concat(Uint8Array.of(TYPE_BYTE[type]), publicKey))}`;
}

/** The verifier of such a text. Throws `key-invalid`, also for types of signatures that we don't know. */
export function parseVerifier(text: string): Verifier {
  const [, name, keyId, encoded] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) ?? [];
  const key = fromBase64(encoded ?? '');
  const type = (['ed25519', 'cosignature'] as const).find((known) => TYPE_BYTE[known] === key?.[0]);
  if (!name || !key || !type) throw new LogError('key-invalid', 'not a verifier key of a known type');
  const verifier = makeVerifier(name, type, key.slice(1));
  if (verifier.keyId !== keyId) throw new LogError('key-invalid', 'the id is of another key');
  return verifier;
}

/** Signs the text of notes with an Ed25519 private key (32 bytes). Throws `key-invalid`. */
export function noteSigner(name: string, privateKey: Uint8Array): NoteSigner {
  return {
    verifier: makeVerifier(name, 'ed25519', publicKeyOf(privateKey)),
    sign: (text) => ed25519.sign(utf8(text), privateKey),
  };
}

export function publicKeyOf(privateKey: Uint8Array): Uint8Array {
  if (privateKey.length !== 32) throw new LogError('key-invalid', 'a private key has 32 bytes');
  return ed25519.getPublicKey(privateKey);
}

/**
 * Signatures that held, by what they are of, the latest last: a checkpoint that has not changed is opened with every visit, and
 * to look at its signature again takes milliseconds. The same bytes hold again; what did not hold is not kept.
 */
const held = new Set<string>();
const mostHeld = 256;

/** Whether an Ed25519 signature holds, with the strict encodings of RFC 8032: a signature has one form. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  const what = hex(concat(publicKey, signature, sha256(message)));
  if (held.has(what)) return true;
  try {
    if (!ed25519.verify(signature, message, publicKey, { zip215: false })) return false;
  } catch {
    return false;
  }
  held.add(what);
  for (const oldest of held) {
    if (held.size <= mostHeld) break;
    held.delete(oldest);
  }
  return true;
}
