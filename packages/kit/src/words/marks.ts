import type { Phrase, Term } from './query.ts';
import { type Word, wordsOf } from './words.ts';

/** A piece of a text, and whether it is what was asked for. As `Found` of the contract. */
export interface Part {
  readonly text: string;
  readonly hit: boolean;
}
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Characters of a fragment, and of what stands before the first hit in it. */
const fragmentLength = 160;
const leadLength = 36;

/** Where a text says what was asked for: in order, none touching another. */
export function hitsIn(text: string, terms: readonly Term[]): Stretch[] {
  const words = wordsOf(text);
  const phrases = terms.flat();
  const said = new Set(words.map(({ word }) => word));
  const likely = phrases.filter(({ words: [first = ''], open }) => open || said.has(first));
  const hits = words.flatMap((_, i) => likely.flatMap((phrase) => hitAt(words, i, phrase)));
  return joined(hits.sort((a, b) => a.from - b.from));
}

function hitAt(words: readonly Word[], start: number, phrase: Phrase): Stretch[] {
  const last = phrase.words.length - 1;
  const fits = phrase.words.every((word, i) => {
    const said = words[start + i]?.word;
    return phrase.open && i === last ? said?.startsWith(word) : said === word;
  });
  if (!fits) return [];
  const end = words[start + last]!;
  // Of two characters the first alone was asked for: the next word begins where it ends.
  const half = phrase.open && end.word !== phrase.words[last];
  return [{ from: words[start]!.from, to: half ? words[start + last + 1]!.from : end.to }];
}

function joined(hits: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const hit of hits) {
    const before = whole.at(-1);
    if (before && hit.from <= before.to)
      whole[whole.length - 1] = { from: before.from, to: Math.max(before.to, hit.to) };
    else whole.push(hit);
  }
  return whole;
}

/** A whole text in parts. */
export const markWhole = (text: string, terms: readonly Term[]): Part[] =>
  cut(text, hitsIn(text, terms), { from: 0, to: text.length });

/** The stretch of a text that says most of what was asked for, in parts; its beginning where nothing does. */
export function markFragment(text: string, terms: readonly Term[]): Part[] {
  const hits = hitsIn(text, terms);
  const stretch = bestStretch(text, hits);
  const parts = cut(text, hits, stretch).map(({ text: part, hit }) => ({
    text: part.replace(/\s+/g, ' '),
    hit,
  }));
  const dots = { text: '…', hit: false };
  return [...(stretch.from > 0 ? [dots] : []), ...parts, ...(stretch.to < text.length ? [dots] : [])];
}

function bestStretch(text: string, hits: readonly Stretch[]): Stretch {
  let best = { from: 0, hits: 0 };
  let end = 0;
  for (const [i, { from }] of hits.entries()) {
    while (end < hits.length && hits[end]!.to <= from + fragmentLength - leadLength) end += 1;
    if (end - i > best.hits) best = { from, hits: end - i };
  }
  const from = best.from <= leadLength ? 0 : wholePoint(text, best.from - leadLength);
  return { from, to: wholePoint(text, Math.min(text.length, from + fragmentLength)) };
}

/** Not in the middle of a character that is two units. */
const wholePoint = (text: string, at: number): number =>
  at < text.length && /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;

function cut(text: string, hits: readonly Stretch[], { from, to }: Stretch): Part[] {
  const parts: Part[] = [];
  let at = from;
  const upTo = (end: number, hit: boolean) => {
    if (end > at) parts.push({ text: text.slice(at, end), hit });
    at = Math.max(at, end);
  };
  for (const hit of hits) {
    upTo(Math.min(hit.from, to), false);
    upTo(Math.min(hit.to, to), true);
  }
  upTo(to, false);
  return parts;
}
