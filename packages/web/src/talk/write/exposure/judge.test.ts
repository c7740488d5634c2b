import { expect, test } from 'vitest';
import { graveFirst, interrupts } from './judge.ts';
import { type Kind, kinds } from './types.ts';

const hints = (...found: Kind[]) => found.map((kind) => ({ kind }));

test('nothing and two kinds do not interrupt, however often they occur', () => {
  expect(interrupts([])).toBe(false);
  expect(interrupts(hints('date', 'level'))).toBe(false);
  expect(interrupts(hints('date', 'date', 'date', 'date'))).toBe(false);
});
test('three kinds do', () => {
  expect(interrupts(hints('date', 'level', 'size'))).toBe(true);
});
test('a quote, a staff number and the only one do by themselves, and nothing else does', () => {
  expect(kinds.filter((kind) => interrupts(hints(kind)))).toEqual(['staff', 'quote', 'only']);
});
test('in the question what alone is enough comes first', () => {
  expect(graveFirst(hints('date', 'quote', 'level', 'only')).map(({ kind }) => kind)).toEqual([
    'quote',
    'only',
    'date',
    'level',
  ]);
});
