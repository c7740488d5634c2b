import fc from 'fast-check';
import { expect, test } from 'vitest';
import { painted } from './painted.ts';

test('a letter wears at most four marks', () => {
  expect(painted(`z${'\u0301'.repeat(10_000)}a`)).toBe(`z${'\u0301'.repeat(4)}a`);
});
test('what is not seen is not painted', () => {
  expect(painted('加\u200B微\u2060信\uFEFF\u00AD')).toBe('加微信');
  expect(painted('a\u{E0061}\u{E0062}b')).toBe('ab');
});
test('what shapes words and emoji stays', () => {
  for (const text of [
    '👩‍💻',
    '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
    'می\u200Cخواهم',
    'ภาษาไทย',
    'Việt',
    '葛\u{E0100}',
    '❤️',
  ]) {
    expect(painted(text)).toBe(text);
  }
});
test('a run of joiners is one', () => {
  expect(painted(`a${'\u200D'.repeat(500)}b`)).toBe('a\u200Db');
});
test('words that can be seen are left alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aé字。🍵 \n\t*') }), (text) => {
      expect(painted(text)).toBe(text);
    }),
  );
});
test('painting twice changes nothing more', () => {
  const unit = fc.constantFrom(
    'a',
    '\u0301',
    '\u200B',
    '\u200D',
    '\u{1F3F4}',
    '\u{E0067}',
    '\u{E007F}',
    '\uFE0F',
    '\u200E',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
      expect(painted(painted(text))).toBe(painted(text));
    }),
    { numRuns: 1000 },
  );
});
