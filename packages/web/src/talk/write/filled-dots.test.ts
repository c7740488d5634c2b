import { expect, test } from 'vitest';
import { filledDots } from './filled-dots.ts';

test('nobody to hide among fills no dot', () => {
  expect(filledDots(0)).toBe(0);
  expect(filledDots(1)).toBe(0);
});
test('more people never mean fewer dots', () => {
  const filled = [2, 5, 12, 30, 80, 200, 412, 1000, 100_000].map(filledDots);
  expect(filled).toEqual(filled.toSorted((a, b) => a - b));
});
test('412 colleagues fill seven dots, a thousand all eight', () => {
  expect(filledDots(412)).toBe(7);
  expect(filledDots(1000)).toBe(8);
  expect(filledDots(5_000_000)).toBe(8);
});
