import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { LookKind, LookVerdict } from '../kinds.ts';

/** A sentence with what a person sees in it and what should happen. */
export interface Labelled {
  readonly text: string;
  readonly kinds: readonly LookKind[];
  readonly verdict: LookVerdict;
}

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];
export const sets = ['tuned', 'held', 'fresh2'] as const;
export type SetName = (typeof sets)[number];

const data = path.join(import.meta.dirname, '..', '..', 'data');
export const weightsFile = path.join(data, 'weights.bin');

const kindsOf = (words: string): LookKind[] =>
  words === '-' ? [] : z.array(LookKind).parse(words.split(','));

/** Reads `verdict | kinds | text`. Throws for a verdict or kind that there is not. */
export function readLabelled(line: string): Labelled {
  const [verdict = '', kinds = '', ...rest] = line.split(' | ');
  return { verdict: LookVerdict.parse(verdict), kinds: kindsOf(kinds), text: rest.join(' | ') };
}

const linesOf = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** The hand-written sentences of a set, in one language. */
export const sentencesOf = (set: SetName, language: Language): Labelled[] =>
  linesOf(path.join(data, set, `${language}.txt`)).map(readLabelled);

/** The lines of a language's templates. */
export const templateLines = (language: Language): string[] =>
  linesOf(path.join(data, 'templates', `${language}.txt`));

/** What a moderator decided of a text: one JSON object a line. It holds members' words, so it is never committed. */
export const Decision = z.object({ text: z.string().min(1), kinds: z.array(LookKind).readonly() });
export type Decision = z.infer<typeof Decision>;

/** Reads a file of decisions. Throws where a line is none. */
export const decisionsOf = (file: string): Decision[] =>
  linesOf(file).map((line) => Decision.parse(JSON.parse(line)));
