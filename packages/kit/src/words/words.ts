import { stemmer } from 'stemmer';
import { fold } from './fold.ts';

/** A word of a text as searches compare it. */
export interface Word {
  readonly word: string;
  /** Where it stands in the text, in UTF-16 units: from here to before there. */
  readonly from: number;
  readonly to: number;
}

/** Scripts that are written without blanks between words. */
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30FC`;
/** A letter or digit of any other. */
const spaced = String.raw`(?![${unspaced}])[\p{L}\p{N}]`;
/**
 * A run of such characters; one letter with its sharp or pluses, which are names of languages; letters and digits that
 * stand together, an apostrophe between letters and a point between digits included.
 */
const runs = new RegExp(
  [
    `(?<cjk>[${unspaced}]+)`,
    String.raw`(?<![\p{L}\p{N}])[a-z](?:\+\+|#)(?![\p{L}\p{N}+#])`,
    String.raw`${spaced}(?:${spaced}|(?<=\p{L})['\u2019](?=${spaced})(?=\p{L})|(?<=\p{N})[.,](?=\p{N}))*`,
  ].join('|'),
  'gu',
);
const english = /^[a-z]{3,}$/;
/** No word has more characters: what comes after is not compared. */
const longest = 40;

/** A stretch of a text, folded, that is one word or, in a script without blanks, many. */
export interface Run {
  readonly text: string;
  readonly cjk: boolean;
  /** Where its units came from, and some of what comes after them. */
  readonly from: readonly number[];
}

/** NFKC makes no more units than this of one character (Unicode, UAX 15: 18 of U+FDFA). */
const longestExpansion = 18;

/** The runs of a text in order; what stands between them says nothing to a search. */
export function runsOf(text: string): Run[] {
  const folded = fold(text);
  return [...folded.text.matchAll(runs)].map((match) => {
    const { index } = match;
    const [run] = match;
    return {
      text: run,
      cjk: match.groups?.cjk !== undefined,
      from: folded.from.slice(index, index + run.length + longestExpansion),
    };
  });
}

/** A run in letters as it is compared: without apostrophes and thousands, English to its stem. */
function plainWord(run: string): string {
  const whole = run.replace(/['\u2019]s$/, '').replace(/['\u2019]|(?<=\d),(?=\d{3}(?!\d))/g, '');
  return [...(english.test(whole) ? stemmer(whole) : whole)].slice(0, longest).join('');
}

/** Where the unit before `next` ends in the text as written: with what is silent after it, and never before it began. */
function endOf(from: readonly number[], next: number): number {
  const began = from[next - 1]!;
  let i = next;
  while (from[i] === began) i += 1;
  return from[i] ?? began;
}

/**
 * The words of a run: one, or of a script without blanks each two characters that stand together, and the last one by
 * itself. So every character begins a word, and a single one is found by what begins with it.
 */
export function wordsOfRun({ text, cjk, from }: Run): Word[] {
  if (!cjk) return [{ word: plainWord(text), from: from[0]!, to: endOf(from, text.length) }];
  const points = [...text];
  let at = 0;
  return points.map((point, i) => {
    const word = point + (points[i + 1] ?? '');
    const found = { word, from: from[at]!, to: endOf(from, at + word.length) };
    at += point.length;
    return found;
  });
}

/** All words of a text, in its order: what it is found by. */
export const wordsOf = (text: string): Word[] => runsOf(text).flatMap(wordsOfRun);
