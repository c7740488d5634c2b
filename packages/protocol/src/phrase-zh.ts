import { entropyToMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/simplified-chinese.js';
import { seedFromWords } from './seed.ts';

/** The seed as 24 characters of BIP-39's simplified Chinese list, an entry of its own: the first page needs it not. */
export function chinesePhraseFromSeed(seed: Uint8Array): string {
  return entropyToMnemonic(seed, wordlist);
}

/** The seed of 24 characters, with or without spaces between them. Throws `phrase-invalid`. */
export function seedFromChinesePhrase(phrase: string): Uint8Array {
  return seedFromWords([...phrase.replace(/\s+/gu, '')].join(' '), wordlist);
}
