import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { Rng } from './bbs/index.ts';
import { concat, fromInteger, toInteger, utf8 } from './bytes.ts';
import { NYM_COUNT } from './credential.ts';
import { ProtocolError } from './errors.ts';
import { isBytes } from './shape.ts';

export const SEED_LENGTH = 32;
const SALT = utf8('teahouse/v1');
/** Order of the groups of BLS12-381. */
const GROUP_ORDER = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001n;

/** What a holder commits to: NYM_COUNT scalars and the blind of the commitment, 32 bytes big endian each. */
export interface Secrets {
  readonly nymSecrets: Uint8Array[];
  readonly proverBlind: Uint8Array;
}

/** An Ed25519 key pair (RFC 8032), 32 bytes each. */
export interface ActKey {
  readonly privateKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** A new seed of 256 bits. It comes from randomness and never from a password: the pinned commitment would allow guessing. */
export function newSeed(rng: Rng): Uint8Array {
  return checkSeed(rng(SEED_LENGTH));
}

/** HKDF-SHA-256 (RFC 5869) of the seed; `info` parts are joined, texts as UTF-8. Throws `seed-invalid`. */
export function expandSeed(
  seed: Uint8Array,
  length: number,
  ...info: readonly (string | Uint8Array)[]
): Uint8Array {
  const joined = concat(...info.map((part) => (typeof part === 'string' ? utf8(part) : part)));
  return hkdf(sha256, checkSeed(seed), SALT, joined, length);
}

/** The pseudonym secrets and the commitment's blind of a seed. Throws `seed-invalid`. */
export function deriveSecrets(seed: Uint8Array): Secrets {
  const nymSecrets = Array.from({ length: NYM_COUNT }, (_, i) => scalar(seed, `nym/${i}`));
  return { nymSecrets, proverBlind: scalar(seed, 'blind') };
}

/** 48 bytes reduced by the group's order: at most 2^-128 from uniform (RFC 9380 §5). */
function scalar(seed: Uint8Array, info: string): Uint8Array {
  const value = toInteger(expandSeed(seed, 48, info)) % GROUP_ORDER;
  if (value === 0n) throw new ProtocolError('seed-invalid', 'a secret of this seed is zero');
  return fromInteger(value, 32);
}

/** The key with which the holder signs its acts in a context (32 bytes). Throws `seed-invalid`, `context-invalid`. */
export function actKey(seed: Uint8Array, context: Uint8Array): ActKey {
  if (!isBytes(context, 32)) throw new ProtocolError('context-invalid', 'a context has 32 bytes');
  const privateKey = expandSeed(seed, 32, 'act-key/', context);
  return { privateKey, publicKey: ed25519.getPublicKey(privateKey) };
}

/** The seed as 24 English words (BIP-39). Throws `seed-invalid`. */
export function phraseFromSeed(seed: Uint8Array): string {
  return entropyToMnemonic(checkSeed(seed), wordlist);
}

/** The seed of 24 English words, in any case and spacing. Throws `phrase-invalid` (unknown word, count, checksum). */
export function seedFromPhrase(phrase: string): Uint8Array {
  const given = phrase.normalize('NFKD').toLowerCase().split(/\s+/u).filter(Boolean);
  if (given.length !== 24) throw new ProtocolError('phrase-invalid', `24 words, not ${given.length}`);
  try {
    return checkSeed(mnemonicToEntropy(given.join(' '), wordlist));
  } catch {
    // No cause: the library's message may quote the words.
    throw new ProtocolError('phrase-invalid', 'an unknown word, or words that do not belong together');
  }
}

function checkSeed(seed: Uint8Array): Uint8Array {
  if (!isBytes(seed, SEED_LENGTH)) throw new ProtocolError('seed-invalid', 'a seed has 32 bytes');
  return seed;
}
