import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoteOf, withQuote } from './quote.ts';
import { wordsOf } from './words-of.ts';

test('words become lines of a quotation, with an empty line to write on', () => {
  expect(quoteOf('one\n\ntwo')).toBe('> one\n>\n> two\n\n');
});
test('the first 300 characters are enough, however they are encoded', () => {
  expect(quoteOf('🍵'.repeat(301))).toBe(`> ${'🍵'.repeat(300)}…\n\n`);
});
test('what was quoted there is not quoted again', () => {
  expect(quoteOf('> older\n\nnewer')).toBe('> newer\n\n');
  expect(quoteOf('> nothing else')).toBe('> > nothing else\n\n');
});
test('a quotation joins what was written before', () => {
  expect(withQuote('', '> a\n\n')).toBe('> a\n\n');
  expect(withQuote('mine\n', '> a\n\n')).toBe('mine\n\n> a\n\n');
});
test('whatever is quoted stays within the quotation', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab>-*`\n 1.#') }), (text) => {
      const kinds = wordsOf(`${quoteOf(text)}mine`).map(({ kind }) => kind);
      expect(kinds).toEqual(['quote', 'paragraph']);
    }),
    { numRuns: 1000 },
  );
});
