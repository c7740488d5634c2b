import { expect, test } from 'vitest';
import { asksPeople, readQuestion } from './question.ts';

test('a question is read out of an address, and nothing else', () => {
  expect(readQuestion({ q: ' 王伟 ', of: 'posts', degree: 2, other: 'x' })).toEqual({
    q: ' 王伟 ',
    of: 'posts',
    degree: 2,
  });
  expect(readQuestion({ q: 2026, of: 'people', degree: 7, city: ['a'] })).toEqual({ q: '2026' });
  expect(readQuestion({ q: '  ' })).toEqual({});
});

test('anything to narrow by is enough to look for people', () => {
  expect(asksPeople({})).toBe(false);
  expect(asksPeople({ degree: 1 })).toBe(true);
});
