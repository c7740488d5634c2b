import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveHints, segmentsOf } from './move-hints.ts';
import type { Hint } from './types.ts';

const hint = (text: string, start: number, end: number): Hint => ({
  kind: 'date',
  start,
  end,
  words: text.slice(start, end),
});

test('hints before a change stay, hints after it go with their words, changed ones are gone', () => {
  const before = 'aa 3/15 bb 4/16 cc 5/17';
  const hints = [hint(before, 3, 7), hint(before, 11, 15), hint(before, 19, 23)];
  const after = 'aa 3/15 bb 4/1x6 cc 5/17';
  expect(moveHints(hints, before, after).map(({ start, words }) => [start, words])).toEqual([
    [3, '3/15'],
    [20, '5/17'],
  ]);
});
test('a hint that moved stands on the words it stood on', () => {
  const span = fc.tuple(fc.nat(40), fc.nat(40));
  fc.assert(
    fc.property(
      fc.string({ maxLength: 40 }),
      span,
      fc.string({ maxLength: 5 }),
      span,
      (before, cut, put, at) => {
        const [from, to] = [...cut].sort((a, b) => a - b).map((n) => Math.min(n, before.length)) as [
          number,
          number,
        ];
        const after = before.slice(0, from) + put + before.slice(to);
        const [start, end] = [...at].sort((a, b) => a - b).map((n) => Math.min(n, before.length)) as [
          number,
          number,
        ];
        if (start === end) return;
        for (const moved of moveHints([hint(before, start, end)], before, after))
          expect(after.slice(moved.start, moved.end)).toBe(moved.words);
      },
    ),
  );
});
test('the segments of a text put together are the text, and what is hinted is what the hints cover', () => {
  const span = fc
    .tuple(fc.nat(30), fc.nat(30))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(span), (text, spans) => {
      const segments = segmentsOf(text, spans);
      expect(segments.map((segment) => segment.text).join('')).toBe(text);
      for (const { text: words, start, hinted } of segments)
        for (let i = start; i < start + words.length; i++)
          expect(hinted).toBe(spans.some((s) => s.start <= i && i < s.end));
    }),
  );
});
