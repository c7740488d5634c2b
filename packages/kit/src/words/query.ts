import { isFunctionWord } from './function-words.ts';
import { type Run, runsOf, wordsOfRun } from './words.ts';

/** Words that must stand one after the other. The last may be only the beginning of one: a single character. */
export interface Phrase {
  readonly words: readonly string[];
  readonly open: boolean;
}
/** Of these phrases at least one. */
export type Term = readonly Phrase[];

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const quoted = /"([^"]*)"|“([^”]*)”|「([^」]*)」/gu;

/**
 * What a question asks for: every term, none where it has no word. What is in quotation marks stands as it is written. Of
 * the rest each blank begins a new term; function words are left out where there are others; Chinese of four characters
 * and more is cut into its words, since nobody writes blanks there.
 */
export function termsOf(question: string): Term[] {
  const exact = [...question.matchAll(quoted)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  const loose = question.replace(quoted, ' ').split(/[\s\u3000]+/);
  const strict = exact.flatMap((text) => phraseOf(runsOf(text)));
  const rest = loose.flatMap(looseTerms);
  const telling = rest.filter(({ weak }) => !weak);
  const kept = telling.length > 0 || strict.length > 0 ? telling : rest;
  return distinct([...strict.map((phrase) => [phrase]), ...kept.map(({ term }) => term)]);
}

interface LooseTerm {
  readonly term: Term;
  /** Whether it counts only where nothing else is asked for. */
  readonly weak: boolean;
}

/** Terms of a part of the question without blanks. */
function looseTerms(chunk: string): LooseTerm[] {
  const terms: LooseTerm[] = [];
  let plain: Run[] = [];
  const endPlain = () => {
    for (const phrase of phraseOf(plain)) {
      terms.push({ term: [phrase], weak: plain.length === 1 && isFunctionWord(plain[0]!.text) });
    }
    plain = [];
  };
  for (const run of runsOf(chunk)) {
    if (run.cjk) {
      endPlain();
      terms.push(...cjkTerms(run.text));
    } else {
      plain.push(run);
    }
  }
  endPlain();
  return terms;
}

/** Terms of characters that stand together. */
function cjkTerms(text: string): LooseTerm[] {
  const points = [...text];
  if (points.length < 4) {
    const weak = points.length === 1 || isFunctionWord(text);
    return [{ term: [cjkPhrase(text)], weak }];
  }
  const pieces = piecesOf(text);
  // Nothing was cut off: an idiom, or a name that no dictionary knows.
  if (pieces.length === 1 && points.length === 4) return [{ term: [cjkPhrase(text)], weak: false }];
  return pieces.map((piece) => ({ term: pieceTerm(piece), weak: [...piece.text].length === 1 }));
}

interface Piece {
  readonly text: string;
  /** Whether the dictionary has it as a word; else it is characters that were left over side by side. */
  readonly word: boolean;
}

/** Words of a text, and what lies between them, without function words. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let single = '';
  const endSingle = () => {
    if (single !== '') pieces.push({ text: single, word: false });
    single = '';
  };
  for (const { segment } of segmenter.segment(text)) {
    const isWord = [...segment].length > 1;
    if (!isWord && !isFunctionWord(segment)) single += segment;
    else endSingle();
    if (isWord && !isFunctionWord(segment)) pieces.push({ text: segment, word: true });
  }
  endSingle();
  return pieces.length > 0 ? pieces : [{ text, word: false }];
}

/** Left-over characters, three and more, need not all be of one word: some two of them will do. */
function pieceTerm({ text, word }: Piece): Term {
  const points = [...text];
  if (word || points.length < 3) return [cjkPhrase(text)];
  return points.slice(1).map((point, i) => cjkPhrase(points[i]! + point));
}

const cjkPhrase = (text: string): Phrase => phraseOf(runsOf(text))[0]!;

/** The phrase of runs that follow each other; none of no runs. */
function phraseOf(runs: readonly Run[]): Phrase[] {
  const last = runs.at(-1);
  if (!last) return [];
  const words = runs.flatMap((run) => wordsOfRun(run).map(({ word }) => word));
  if (!last.cjk) return [{ words, open: false }];
  // The last character by itself is no news after the two that it ends.
  const lone = [...last.text].length === 1;
  return [{ words: lone ? words : words.slice(0, -1), open: lone }];
}

function distinct(terms: readonly Term[]): Term[] {
  return [...new Map(terms.map((term) => [JSON.stringify(term), term])).values()];
}

/** A word as a `tsquery` or `tsvector` has it. */
export const quote = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

const bracketed = (parts: readonly string[], by: string) =>
  parts.length === 1 ? parts[0]! : `(${parts.join(by)})`;

/** The `tsquery` that a post must meet. */
export const exactQuery = (terms: readonly Term[]): string =>
  terms.map((term) => bracketed(term.map(inOrder), ' | ')).join(' & ');

const inOrder = ({ words, open }: Phrase): string =>
  bracketed(
    words.map((word, i) => quote(word) + (open && i === words.length - 1 ? ':*' : '')),
    ' <-> ',
  );

/**
 * A weaker `tsquery` that an index answers by itself: the same words in any order, and nothing of words of which only the
 * beginning is given, as an index would gather all of those from the whole of time.
 */
export const indexQuery = (terms: readonly Term[]): string =>
  terms
    .map((term) => term.map(({ words, open }) => (open ? words.slice(0, -1) : words).map(quote)))
    .filter((term) => term.every((words) => words.length > 0))
    .map((term) =>
      bracketed(
        term.map((words) => bracketed(words, ' & ')),
        ' | ',
      ),
    )
    .join(' & ');
