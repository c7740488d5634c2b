import { expect, it } from 'vitest';
import { byPeople, countOf, overturned, sumsBy } from './month-counts.ts';

const month = {
  month: '2026-11',
  posts: 900,
  decisions: [
    { action: 'hold', rule: 'advertising', by: 'program', n: 7 },
    { action: 'remove', rule: 'advertising', by: 'moderator', n: 5 },
    { action: 'remove', rule: 'insult', by: 'senior', n: 2 },
    { action: 'keep', rule: 'insult', by: 'moderator', n: 4 },
    { action: 'restore', rule: 'insult', by: 'senior', n: 1 },
  ],
  reported: [{ rule: 'insult', n: 9 }],
  appeals: { made: 4, granted: 1, refused: 2 },
} satisfies Parameters<typeof countOf>[0];

it('adds up what was decided, whole or in part', () => {
  expect(countOf(month)).toBe(19);
  expect(countOf(month, ({ action }) => action === 'remove')).toBe(7);
});

it('names the most frequent first', () => {
  expect(sumsBy(month, 'rule')).toEqual([
    { key: 'advertising', n: 12 },
    { key: 'insult', n: 7 },
  ]);
});

it('counts what people decided without their answers to appeals', () => {
  expect(byPeople(month)).toBe(11);
});

it('says which share of the answered appeals was granted, and nothing where none was', () => {
  expect(overturned(month)).toBeCloseTo(1 / 3);
  expect(overturned({ ...month, appeals: { made: 2, granted: 0, refused: 0 } })).toBeNull();
});
