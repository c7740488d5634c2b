import type { Hint } from './types.ts';

function commonStart(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let i = 0;
  while (i < end && a[i] === b[i]) i++;
  return i;
}

function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let i = 0;
  while (i < most && a[a.length - 1 - i] === b[b.length - 1 - i]) i++;
  return i;
}

/**
 * Hints of an earlier text where they stand in a later one: what lies before and after the change goes with its
 * words, what was changed itself is gone until the rules have run again.
 */
export function moveHints<H extends Hint>(hints: readonly H[], before: string, after: string): readonly H[] {
  if (before === after || hints.length === 0) return hints;
  const start = commonStart(before, after);
  const tail = before.length - commonEnd(before, after, start);
  const shift = after.length - before.length;
  return hints.flatMap((hint) => {
    if (hint.end <= start) return [hint];
    if (hint.start >= tail) return [{ ...hint, start: hint.start + shift, end: hint.end + shift }];
    return [];
  });
}

/** A stretch of a text, underlined or not. */
export interface Segment {
  readonly text: string;
  readonly start: number;
  readonly hinted: boolean;
}

/** A text cut where underlines begin and end; its segments put together are the text. */
export function segmentsOf(text: string, hints: readonly { start: number; end: number }[]): Segment[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of hints) cuts.add(Math.min(start, text.length)).add(Math.min(end, text.length));
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => ({
    text: text.slice(start, sorted[i + 1]),
    start,
    hinted: hints.some((hint) => hint.start <= start && start < hint.end),
  }));
}
