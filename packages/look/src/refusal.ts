import type { Looked } from './kinds.ts';

/** For what a text is refused, in the words of the error codes (`look-threat`, `look-personal-data`). */
export type Refusal = 'threat' | 'personal-data';

/** All words of a post that others would read, as the first look gets them: title, text, options of a poll, what pictures show. */
export const wordsOfPost = (parts: readonly (string | undefined)[]): string =>
  parts.filter((words) => words !== undefined).join('\n');

/** For what a text was refused, by the reasons of the first look. */
export const refusalOf = (reasons: Looked['reasons']): Refusal =>
  reasons.some(({ kind }) => kind === 'threat') ? 'threat' : 'personal-data';
