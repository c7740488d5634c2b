import type { Label } from '@teahouse/protocol';
import { quote } from './query.ts';
import { spansOf } from './spans.ts';
import { wordsOf } from './words.ts';

/*
 * `posts.words`, a tsvector that is made here and not by a dictionary of Postgres. Weights: A of the title, D of the text,
 * B of what a search is narrowed by: those lexemes begin with `~`, which no word does.
 */

/** What of a post a search is narrowed by. None of it ever changes. */
export interface Marks {
  readonly room: string;
  readonly slot: number;
  readonly lang: 'zh' | 'en' | null | undefined;
  readonly label: Label['kind'];
}

export const roomMark = (room: string): string => `~r.${room}`;
export const langMark = (lang: 'zh' | 'en'): string => `~l.${lang}`;
export const labelMark = (kind: Label['kind']): string => `~k.${kind}`;

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

/** What a post is narrowed by, as the text of a tsvector. */
export function marksVector({ room, slot, lang, label }: Marks): string {
  const marks = [roomMark(room), labelMark(label), ...(lang ? [langMark(lang)] : []), ...spansOf(slot)];
  return marks.map((mark) => `${quote(mark)}:1B`).join(' ');
}

/** All of `posts.words` for a new post. */
export const vectorOf = (said: { title?: string | undefined; text: string }, marks: Marks): string =>
  `${wordsVector(said)} ${marksVector(marks)}`;
