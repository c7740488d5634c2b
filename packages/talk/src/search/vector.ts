import { quote } from '@teahouse/kit/words/query';
import { spansOf } from '@teahouse/kit/words/spans';
import { wordsVector } from '@teahouse/kit/words/vector';
import type { Label } from '@teahouse/protocol';

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

/** What a post is narrowed by, as the text of a tsvector. */
export function marksVector({ room, slot, lang, label }: Marks): string {
  const marks = [roomMark(room), labelMark(label), ...(lang ? [langMark(lang)] : []), ...spansOf(slot)];
  return marks.map((mark) => `${quote(mark)}:1B`).join(' ');
}

/** All of `posts.words` for a new post. */
export const vectorOf = (said: { title?: string | undefined; text: string }, marks: Marks): string =>
  `${wordsVector(said)} ${marksVector(marks)}`;
