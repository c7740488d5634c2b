import { isChinese } from './faces.ts';

/*
 * Breaking words into lines as Chinese and English printers do (GB/T 15834; CLREQ 3.1): Chinese between any two
 * characters but never a comma at the beginning or an opening bracket at the end of a line, English between words.
 */

const neverFirst = /^[\p{Pe}\p{Pf}，。、；：？！…—～·,.;:?!%‰’”»›)\]}°℃々ー]/u;
const neverLast = /[\p{Ps}\p{Pi}‘“«‹([{$¥￥£€#＃@]$/u;

/** What is never torn, and whether a space stands before it. */
interface Piece {
  readonly text: string;
  readonly spaced: boolean;
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const words = new Intl.Segmenter('zh', { granularity: 'word' });
const split = (text: string, by: Intl.Segmenter) => [...by.segment(text)].map(({ segment }) => segment);

/** The characters of a text, each Chinese one by itself; with `whole`, Chinese words of up to four as one. */
function charactersOf(text: string, whole: boolean): string[] {
  const parts = whole ? split(text, words) : [text];
  return parts.flatMap((part) =>
    whole && isChinese(part) && part.length <= 4 ? [part] : split(part, graphemes),
  );
}

function joins(before: string, next: string): boolean {
  if (neverLast.test(before) || neverFirst.test(next)) return true;
  return !isChinese(before.slice(-1)) && !isChinese(next);
}

function piecesOf(text: string, whole: boolean): Piece[] {
  const pieces: { text: string; spaced: boolean }[] = [];
  let spaced = false;
  for (const character of charactersOf(text, whole)) {
    const last = pieces.at(-1);
    if (character.trim() === '') spaced = true;
    else if (last && !spaced && joins(last.text, character)) last.text += character;
    else {
      pieces.push({ text: character, spaced: spaced && last !== undefined });
      spaced = false;
    }
  }
  return pieces;
}

/** Width of a text in pixels. */
export type Measure = (text: string) => number;

interface Sized extends Piece {
  readonly width: number;
}

/** A piece wider than the line is torn between characters after all: an address, or two hundred exclamation marks. */
function torn(piece: Piece, width: number, measure: Measure): Sized[] {
  const size = measure(piece.text);
  if (size <= width) return [{ ...piece, width: size }];
  const parts: Sized[] = [];
  let held = '';
  let used = 0;
  const put = () => parts.push({ text: held, spaced: piece.spaced && parts.length === 0, width: used });
  for (const character of split(piece.text, graphemes)) {
    const more = measure(character);
    if (held !== '' && used + more > width) {
      put();
      held = '';
      used = 0;
    }
    held += character;
    used += more;
  }
  put();
  return parts;
}

function fill(pieces: readonly Sized[], width: number, space: number): Sized[][] {
  const lines: Sized[][] = [];
  let used = 0;
  for (const piece of pieces) {
    const line = lines.at(-1);
    const more = (piece.spaced ? space : 0) + piece.width;
    if (line && used + more <= width) {
      line.push(piece);
      used += more;
    } else {
      lines.push([piece]);
      used = piece.width;
    }
  }
  return lines;
}

/** The narrowest width that needs no more lines, so that the last one is not a single word. */
function balanced(pieces: readonly Sized[], width: number, space: number): Sized[][] {
  const lines = fill(pieces, width, space).length;
  let narrow = width / 2;
  let wide = width;
  while (wide - narrow > 4) {
    const middle = (narrow + wide) / 2;
    if (pieces.every((piece) => piece.width <= middle) && fill(pieces, middle, space).length <= lines)
      wide = middle;
    else narrow = middle;
  }
  return fill(pieces, wide, space);
}

const textOf = (line: readonly Piece[]) =>
  line.map(({ text, spaced }, i) => (spaced && i > 0 ? ` ${text}` : text)).join('');

/** The last line where more would follow: as much of it as leaves room for the three dots. */
function ellipsed(line: string, width: number, measure: Measure): string {
  const characters = split(line, graphemes);
  for (;;) {
    const kept = characters.join('').replace(/[\s,;:、，；：—–-]+$/u, '');
    if (measure(`${kept}…`) <= width || characters.length === 0) return `${kept}…`;
    characters.pop();
  }
}

/** The same characters come again and again. */
function remembering(measure: Measure): Measure {
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text) ?? measure(text);
    known.set(text, width);
    return width;
  };
}

export interface LineOptions {
  readonly width: number;
  /** Lines at most; what is left over ends in three dots. */
  readonly most: number;
  readonly measure: Measure;
  /** For titles: lines of like length, Chinese words kept whole. */
  readonly balance?: boolean;
}

/** Breaks words of one paragraph (at most some hundred characters) into lines; says whether all of them fit. */
export function breakLines(text: string, options: LineOptions): { lines: string[]; whole: boolean } {
  const { width, most, balance = false } = options;
  const measure = remembering(options.measure);
  const pieces = piecesOf(text, balance).flatMap((piece) => torn(piece, width, measure));
  const space = measure(' ');
  const filled = fill(pieces, width, space);
  if (filled.length <= most) {
    const lines = balance ? balanced(pieces, width, space) : filled;
    return { lines: lines.map(textOf), whole: true };
  }
  const kept = filled.slice(0, most).map(textOf);
  kept[most - 1] = ellipsed(kept[most - 1] ?? '', width, measure);
  return { lines: kept, whole: false };
}
