import { wordlist } from '@scure/bip39/wordlists/english.js';
import { seedFromPhrase } from '@teahouse/protocol';

/** Words in a phrase. */
export const phraseLength = 24;
const known = new Set(wordlist);

/** What is wrong with a word that was entered, and what it may have been. */
export interface WordFault {
  /** From 0. */
  readonly place: number;
  readonly word: string;
  /** The likeliest first. */
  readonly perhaps: readonly string[];
}
export type PhraseCheck =
  | { readonly name: 'good'; readonly phrase: string }
  /** So many words are missing, or there are too many (negative). */
  | { readonly name: 'count'; readonly missing: number }
  /** Words that are in no phrase. */
  | { readonly name: 'unknown'; readonly faults: readonly WordFault[] }
  /**
   * All are words, but they do not belong together. Where one of them was misread, these are the places and the words
   * with which the phrase would hold; none where more than one is wrong.
   */
  | { readonly name: 'checksum'; readonly faults: readonly WordFault[] };

/**
 * Words of a text as people write and paste them: numbered, with commas, on many lines, in full-width letters or
 * capitals. Numbers, punctuation and everything else that no word has are taken for the space between two words.
 */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z]+/u)
    .filter(Boolean);

/** Words that begin like this, at most `most`; none for nothing. The first four letters name a word. */
export function completions(beginning: string, most = 5): string[] {
  if (beginning === '') return [];
  return wordlist.filter((word) => word.startsWith(beginning)).slice(0, most);
}

export const isPhraseWord = (word: string): boolean => known.has(word);

/** Letters changed, left out, put in, or exchanged with a neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, changed, swapped));
    }
  }
  return at(a.length, b.length);
}

/** Words that look like it, the most alike first. */
function alike(word: string, most: number, farthest = 2): string[] {
  return wordlist
    .filter((one) => one !== word && Math.abs(one.length - word.length) <= farthest)
    .map((one) => ({ one, far: distance(word, one) - (one.slice(0, 4) === word.slice(0, 4) ? 0.5 : 0) }))
    .filter(({ far }) => far <= farthest)
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ one }) => one);
}

function holds(words: readonly string[]): boolean {
  try {
    seedFromPhrase(words.join(' '));
    return true;
  } catch {
    return false;
  }
}

/** How many words alike are tried at each place when the checksum is wrong. */
const tried = 12;

/** Single words alike with which the phrase would hold: one try in 256 holds by chance, so these are few. */
function misread(words: readonly string[]): WordFault[] {
  return words.flatMap((word, place) => {
    const perhaps = alike(word, tried).filter((other) => holds(words.with(place, other)));
    return perhaps.length > 0 ? [{ place, word, perhaps }] : [];
  });
}

/** Looks at the words of a phrase, and says which is wrong where that can be known. protocol.md 7. */
export function checkPhrase(words: readonly string[]): PhraseCheck {
  const faults = words.flatMap((word, place) =>
    isPhraseWord(word) ? [] : [{ place, word, perhaps: [...completions(word, 1), ...alike(word, 3)] }],
  );
  if (faults.length > 0) return { name: 'unknown', faults: faults.map(onlyOnce) };
  if (words.length !== phraseLength) return { name: 'count', missing: phraseLength - words.length };
  if (holds(words)) return { name: 'good', phrase: words.join(' ') };
  return { name: 'checksum', faults: misread(words) };
}

const onlyOnce = ({ place, word, perhaps }: WordFault): WordFault => ({
  place,
  word,
  perhaps: [...new Set(perhaps)].slice(0, 3),
});
