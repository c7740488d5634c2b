import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { shuffled } from './shuffle.ts';

let calls = 0;
const rng = (length: number) => {
  calls += 1;
  return createHash('shake256', { outputLength: length }).update(String(calls)).digest();
};

describe('shuffling', () => {
  it('keeps every item once and leaves the list alone', () => {
    const list = Array.from({ length: 50 }, (_, n) => n);
    const mixed = shuffled(list, rng);
    expect(mixed).not.toEqual(list);
    expect(mixed.toSorted((a, b) => a - b)).toEqual(list);
    expect(list[0]).toBe(0);
    expect(shuffled([], rng)).toEqual([]);
  });

  it('puts each item at each place equally often', () => {
    const rounds = 4000;
    const seen = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
    for (let round = 0; round < rounds; round += 1) {
      for (const [place, item] of shuffled([0, 1, 2, 3], rng).entries()) seen[item]![place]! += 1;
    }
    // Chi squared with 9 degrees of freedom exceeds 33.7 by chance once in 10,000; the rng is seeded.
    const expected = rounds / 4;
    const chi = seen.flat().reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    expect(chi).toBeLessThan(33.7);
  });
});
