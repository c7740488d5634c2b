import { quote } from './query.ts';
import { wordsOf } from './words.ts';

/* A tsvector that is made here and not by a dictionary of Postgres, so that every Postgres finds the same. */

/** Places end here in a tsvector; whatever comes later is found, but not as part of a phrase. */
const lastPlace = 16_383;
/** So many places of one word Postgres keeps. */
const mostPlaces = 255;

/** Words and where they stand, as the text of a tsvector: `'茶馆':1A,7 'tea':2`. */
export function wordsVector({ title, text }: { title?: string | undefined; text: string }): string {
  const places = new Map<string, string[]>();
  const add = (words: readonly { word: string }[], from: number, weight: string) => {
    words.forEach(({ word }, i) => {
      const at = places.get(word) ?? [];
      if (at.length < mostPlaces) at.push(`${Math.min(from + i, lastPlace)}${weight}`);
      places.set(word, at);
    });
  };
  const titled = title === undefined ? [] : wordsOf(title);
  add(titled, 1, 'A');
  // A gap, so that no phrase runs from the title into the text.
  add(wordsOf(text), titled.length + 3, '');
  return [...places].map(([word, at]) => `${quote(word)}:${at.join(',')}`).join(' ');
}
