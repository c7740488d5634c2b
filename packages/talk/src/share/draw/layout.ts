import { cardSize, type Drawing } from '../drawing.ts';
import { type Type, widthOf } from './glyphs.ts';
import { breakLines } from './lines.ts';
import { plainWords } from './plain.ts';

/** A line of text at its place; `y` is the baseline. */
export interface Line {
  readonly text: string;
  readonly type: Type;
  readonly x: number;
  readonly y: number;
  readonly colour: 'ink' | 'quiet' | 'celadon';
  /** A check mark before it: a credential was shown. */
  readonly checked?: boolean;
}

interface Block {
  readonly lines: readonly string[];
  readonly type: Type;
  /** From baseline to baseline. */
  readonly leading: number;
}

const margin = 84;
/** The column beside the mask; without a mask the words have the whole width. */
const column = { x: 372, width: cardSize.width - 372 - margin, top: 54, bottom: 514 };
const footBaseline = 583;
/** Room that the check mark takes before a label. */
export const checkWidth = 32;

/** Sizes of a title from the largest to the smallest, each with the lines that it may take. */
const titleSteps = [
  [72, 1],
  [58, 2],
  [52, 3],
  [44, 4],
  [38, 4],
] as const;
/** The same for the words of a reply, which stand alone. */
const quoteSteps = [
  [60, 1],
  [46, 3],
  [40, 4],
  [34, 6],
] as const;
const textSize = 29;

const small: Type = { size: 25, weight: 400 };
const nameType: Type = { size: 31, weight: 700 };
const labelType: Type = { size: 28, weight: 400 };

const oneLine = (text: string, type: Type, width: number): string =>
  breakLines(text, { width, most: 1, measure: (part) => widthOf(part, type) }).lines[0] ?? '';

/** The largest size at which the words fit their lines; at the smallest they end in three dots. */
function fitted(
  words: string,
  steps: readonly (readonly [size: number, most: number])[],
  weight: Type['weight'],
): Block {
  let block: Block = { lines: [], type: { size: 0, weight }, leading: 0 };
  if (words === '') return block;
  for (const [size, most] of steps) {
    const type: Type = { size, weight };
    const measure = (part: string) => widthOf(part, type);
    const { lines, whole } = breakLines(words, { width: column.width, most, measure, balance: true });
    block = { lines, type, leading: size * (weight === 700 ? 1.36 : 1.55) };
    if (whole) break;
  }
  return block;
}

const heightOf = ({ lines, leading }: Block) => lines.length * leading;

/** First words below a title, in as many lines as still have room: three to six of both together. */
function below(title: Block, words: string, room: number): Block {
  const type: Type = { size: textSize, weight: 400 };
  const leading = textSize * 1.6;
  const most = Math.min(6 - title.lines.length, 3, Math.floor(room / leading));
  if (most < 1 || words === '') return { lines: [], type, leading };
  const measure = (part: string) => widthOf(part, type);
  return { lines: breakLines(words, { width: column.width, most, measure }).lines, type, leading };
}

function stack(block: Block, top: number, colour: Line['colour']): Line[] {
  const { lines, type, leading } = block;
  // The baseline stands where the letters have as much room above as below.
  const first = top + leading / 2 + type.size * 0.36;
  return lines.map((text, i) => ({ text, type, x: column.x, y: first + i * leading, colour }));
}

const gaps = { afterAbove: 14, afterTitle: 14, beforeSpeaker: 26, speaker: 42, among: 38 };

/** Name and label on one line where they fit, else below one another; then among how many. */
function signature(speaker: NonNullable<Drawing['speaker']>): { lines: Omit<Line, 'y'>[][]; height: number } {
  const name = oneLine(plainWords(speaker.name, 60), nameType, column.width);
  const check = speaker.verified ? checkWidth : 0;
  const label = oneLine(plainWords(speaker.label, 120), labelType, column.width - check);
  const nameLine = { text: name, type: nameType, x: column.x, colour: 'ink' } as const;
  const labelAt = (x: number): Omit<Line, 'y'> => ({
    text: label,
    type: labelType,
    x: x + check,
    colour: speaker.verified ? 'celadon' : 'quiet',
    checked: speaker.verified,
  });
  const after = widthOf(name, nameType) + 24;
  const fits = after + check + widthOf(label, labelType) <= column.width;
  const lines = fits ? [[nameLine, labelAt(column.x + after)]] : [[nameLine], [labelAt(column.x)]];
  const among = speaker.among === null ? '' : oneLine(plainWords(speaker.among, 120), small, column.width);
  if (among !== '') lines.push([{ text: among, type: small, x: column.x, colour: 'quiet' }]);
  return { lines, height: lines.length * gaps.speaker };
}

function foot({ house, motto, address }: Drawing): Line[] {
  const nameOf: Type = { size: 29, weight: 700 };
  const x = margin + 60;
  const where = oneLine(plainWords(address, 120), small, 420);
  const right = cardSize.width - margin - widthOf(where, small);
  const after = x + widthOf(house, nameOf) + 22;
  return [
    { text: house, type: nameOf, x, y: footBaseline, colour: 'ink' },
    {
      text: oneLine(motto, small, right - after - 30),
      type: small,
      x: after,
      y: footBaseline,
      colour: 'quiet',
    },
    { text: where, type: small, x: right, y: footBaseline, colour: 'quiet' },
  ];
}

/** Places all words of a card. The words may be any strings whatsoever. */
export function layOut(drawing: Drawing): Line[] {
  const room = column.bottom - column.top;
  const sign = drawing.speaker && signature(drawing.speaker);
  const signRoom = sign ? sign.height + gaps.beforeSpeaker : 0;
  const aboveWords =
    drawing.above === null ? '' : oneLine(plainWords(drawing.above, 160), small, column.width);
  const above: Block = { lines: aboveWords === '' ? [] : [aboveWords], type: small, leading: 40 };
  const head =
    drawing.title === null
      ? fitted(plainWords(drawing.text, 220), quoteSteps, 400)
      : fitted(plainWords(drawing.title, 140), titleSteps, 700);
  const used = heightOf(above) + heightOf(head) + gaps.afterTitle + signRoom;
  const text = below(head, drawing.title === null ? '' : plainWords(drawing.text, 220), room - used);

  const all = used + heightOf(text);
  let top = column.top + Math.max(0, (room - all) / 2);
  const lines = stack(above, top, 'quiet');
  top += heightOf(above) + (above.lines.length > 0 ? gaps.afterAbove : 0);
  lines.push(...stack(head, top, 'ink'));
  top += heightOf(head) + (text.lines.length > 0 ? gaps.afterTitle : 0);
  lines.push(...stack(text, top, 'quiet'));
  top += heightOf(text) + gaps.beforeSpeaker;
  for (const row of sign?.lines ?? []) {
    lines.push(...row.map((line) => ({ ...line, y: top + gaps.speaker * 0.7 })));
    top += gaps.speaker;
  }
  return [...lines, ...foot(drawing)];
}
