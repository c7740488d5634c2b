import { createDice } from '@teahouse/testbed/dice';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaCdf, upperBound } from './bounds.ts';
import { permute, tally } from './permute.ts';

describe('the upper bound of Clopper and Pearson', () => {
  it('is 1 − 0.01^(1/n) where nothing was hit', () => {
    expect(upperBound(0, 100)).toBeCloseTo(1 - 0.01 ** (1 / 100), 8);
    expect(upperBound(0, 10)).toBeCloseTo(0.369043, 5);
  });

  it('agrees with published tables', () => {
    expect(upperBound(5, 50, 0.975)).toBeCloseTo(0.218135, 4); // 95 % two-sided of 5/50
    expect(upperBound(10, 10)).toBe(1);
  });

  it('lies above the rate, and closer with more trials', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 60, max: 400 }), (hits, trials) => {
        const bound = upperBound(hits, trials);
        expect(bound).toBeGreaterThan(hits / trials);
        expect(upperBound(10 * hits, 10 * trials)).toBeLessThan(bound);
        expect(betaCdf(bound, hits + 1, trials - hits)).toBeCloseTo(0.99, 6);
      }),
    );
  });
});

describe('permuting the authors', () => {
  const authors = Array.from({ length: 400 }, (_, post) => post % 40);
  const strata = [Array.from({ length: 20 }, (_, n) => n), Array.from({ length: 20 }, (_, n) => 20 + n)];
  const blind = (seed: number) => {
    const dice = createDice(seed);
    return authors.map((author) => (author < 20 ? dice.below(20) : 20 + dice.below(20)));
  };
  const pOf = (guesses: number[], seed: number) =>
    permute([tally(guesses, authors, { strategy: 's', name: 'r' })], strata, 40, createDice(seed), 199)
      .familyP;

  it('finds who knows', () => {
    expect(pOf(authors, 1)).toBeLessThan(0.01);
  });

  it('finds who knows one author in ten', () => {
    const guesses = blind(2).map((guess, post) =>
      (authors[post] as number) % 10 === 0 ? (authors[post] as number) : guess,
    );
    expect(pOf(guesses, 2)).toBeLessThan(0.01);
  });

  it('gives every p as often to who knows nothing', () => {
    const ps = Array.from({ length: 60 }, (_, seed) => pOf(blind(seed + 10), seed));
    const below = (limit: number) => ps.filter((p) => p <= limit).length / ps.length;
    expect(below(0.1)).toBeLessThan(0.25);
    expect(below(0.5)).toBeGreaterThan(0.3);
    expect(below(0.5)).toBeLessThan(0.7);
  });

  it('counts all posts of an author together: one lucky name is no proof', () => {
    // The thief names one member for all posts of one author, and happens to be right.
    const guesses = authors.map((author) => (author === 7 ? 7 : -1));
    expect(pOf(guesses, 3)).toBeGreaterThan(0.01);
  });
});
