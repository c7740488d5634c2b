import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanHolding, spansBetween, spansOf } from './spans.ts';

const slots = fc.integer({ min: 0, max: 8_000_000 });

describe('the spans of a search', () => {
  it('hold every slot between two, once', () => {
    fc.assert(
      fc.property(slots, slots, slots, (a, b, c) => {
        const [from, slot, to] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
        const spans = spansBetween(from, to);
        expect(spansOf(slot).filter((span) => spans.includes(span))).toHaveLength(1);
      }),
    );
  });

  it('hold a slot at each size', () => {
    fc.assert(
      fc.property(slots, fc.integer({ min: 1, max: 7 }), (slot, level) => {
        const { lexeme, from } = spanHolding(slot, level);
        expect(spansOf(slot)[level - 1]).toBe(lexeme);
        expect(spansOf(from)).toContain(lexeme);
        expect(from === 0 || !spansOf(from - 1).includes(lexeme)).toBe(true);
      }),
    );
  });

  it('run from the newest to the oldest', () => {
    fc.assert(
      fc.property(slots, slots, slots, (to, a, b) => {
        const [older, newer] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(newer <= to);
        const spans = spansBetween(0, to);
        const place = (slot: number) => spans.findIndex((span) => spansOf(slot).includes(span));
        expect(place(newer)).toBeLessThanOrEqual(place(older));
      }),
    );
  });

  it('are few, and never much longer than all that is newer', () => {
    fc.assert(
      fc.property(slots, (to) => {
        const spans = spansBetween(0, to);
        expect(spans.length).toBeLessThanOrEqual(80);
        let behind = 8;
        for (const span of spans) {
          const length = 8 ** Number(span[1]);
          expect(length).toBeLessThanOrEqual(Math.max(8, 2 * behind));
          behind += length;
        }
      }),
    );
  });

  it('end where a search for some days ends', () => {
    expect(spansBetween(5_979_000, 5_980_000).length).toBeLessThan(spansBetween(0, 5_980_000).length);
    expect(spansBetween(10, 9)).toHaveLength(1);
  });
});
