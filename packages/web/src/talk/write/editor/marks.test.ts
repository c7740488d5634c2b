import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Mark, markChange } from './marks.ts';

/** A text with its selection between `[` and `]`, before and after a mark was set. */
function after(mark: Mark, marked: string): string {
  const from = marked.indexOf('‹');
  const to = marked.indexOf('›') - 1;
  const text = marked.replace('‹', '').replace('›', '');
  const { from: start, to: end, insert, select } = markChange(mark, text, from, to);
  const changed = text.slice(0, start) + insert + text.slice(end);
  return `${changed.slice(0, select[0])}‹${changed.slice(select[0], select[1])}›${changed.slice(select[1])}`;
}

test('bold stands around the selection, and goes when it is asked for again', () => {
  expect(after('bold', 'a ‹b› c')).toBe('a **‹b›** c');
  expect(after('bold', 'a **‹b›** c')).toBe('a ‹b› c');
  expect(after('bold', 'a‹›')).toBe('a**‹›**');
});
test('quotations and lists take whole lines', () => {
  expect(after('quote', 'a\nb‹b\nc›c\nd')).toBe('a\n‹> bb\n> cc›\nd');
  expect(after('quote', 'a\n‹> bb\n> cc›\nd')).toBe('a\n‹bb\ncc›\nd');
  expect(after('list', 'a\nb‹›')).toBe('a\n- b‹›');
  expect(after('list', '‹›')).toBe('- ‹›');
});
test('a link asks for what is missing', () => {
  expect(after('link', '‹›')).toBe('[‹›](https://)');
  expect(after('link', '‹here›')).toBe('[here](‹https://›)');
  expect(after('link', '‹https://x.example›')).toBe('[‹›](https://x.example)');
});
test('code has more backticks around it than in it, and fences where it has lines', () => {
  expect(after('code', 'a ‹b›')).toBe('a `‹b›`');
  expect(after('code', '‹a`b›')).toBe('``‹a`b›``');
  expect(after('code', 'x‹a\nb›y')).toBe('x\n```\n‹a\nb›\n```\ny');
});
test('whatever is selected, every letter stays', () => {
  const kinds = fc.constantFrom<Mark>('bold', 'quote', 'list', 'link', 'code');
  const text = fc.string({ unit: fc.constantFrom(...'ab\n*>-` ') });
  fc.assert(
    fc.property(kinds, text, fc.nat(), fc.nat(), (mark, written, i, j) => {
      const [from = 0, to = 0] = [i % (written.length + 1), j % (written.length + 1)].sort((a, b) => a - b);
      const change = markChange(mark, written, from, to);
      const changed = written.slice(0, change.from) + change.insert + written.slice(change.to);
      const letters = (words: string) => words.replace('https://', '').replace(/[^ab]/g, '');
      expect(letters(changed)).toBe(letters(written));
      expect(change.select[1]).toBeLessThanOrEqual(changed.length);
      expect(change.select[0]).toBeLessThanOrEqual(change.select[1]);
    }),
  );
});
