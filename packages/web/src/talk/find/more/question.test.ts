import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { squareSearch } from '../lists/sort.ts';
import { searchSearch } from './question.ts';

describe('an address', () => {
  test('of a search keeps what is a question, and drops the rest', () => {
    expect(searchSearch({ q: 996, room: 'pay', lang: 'zh', label: 'company', days: '7', x: 1 })).toEqual({
      q: '996',
      room: 'pay',
      lang: 'zh',
      label: 'company',
      days: 7,
    });
    expect(searchSearch({ q: '', room: '../x', lang: 'fr', label: 'boss', days: 8 })).toEqual({});
    expect(searchSearch({ q: '茶'.repeat(200) }).q).toHaveLength(80);
  });

  test('of the square says the order and whose threads, or nothing', () => {
    expect(squareSearch({ sort: 'week', of: 'followed' })).toEqual({ sort: 'week', of: 'followed' });
    expect(squareSearch({ sort: 'best', of: 'me' })).toEqual({});
  });

  test('may say anything', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('q', 'room', 'lang', 'label', 'days', 'sort', 'of'), fc.anything()),
        (search) => {
          expect(searchSearch(searchSearch(search) as Record<string, unknown>)).toEqual(searchSearch(search));
          expect(squareSearch(squareSearch(search) as Record<string, unknown>)).toEqual(squareSearch(search));
        },
      ),
    );
  });
});
