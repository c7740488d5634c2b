import { sha256 } from '@noble/hashes/sha2.js';
import { chineseFirst, chineseLast, englishFirst, englishLast } from './alias-words.ts';
import { concat, utf8 } from './bytes.ts';

/** What an alias is called and what it wears. */
export interface AliasName {
  readonly zh: string;
  readonly en: string;
  /** 16 bytes from which `maskShapes` draws the opera mask. */
  readonly mask: Uint8Array;
}

const DOMAIN = utf8('teahouse/v1/alias\0');

/** Name and mask of a pseudonym (48 bytes), the same for everybody who looks; frozen with version 1. */
export function aliasOf(pseudonym: Uint8Array): AliasName {
  const drawn = sha256(concat(DOMAIN, pseudonym));
  return {
    zh: pick(chineseFirst, drawn[0]!) + pick(chineseLast, drawn[1]!),
    en: `${pick(englishFirst, drawn[2]!)} ${pick(englishLast, drawn[3]!)}`,
    mask: drawn.slice(16),
  };
}

/** The lists' lengths divide 256, so that every word is equally likely. */
function pick(words: readonly string[], byte: number): string {
  return words[byte % words.length]!;
}
