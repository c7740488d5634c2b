import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainWords } from './plain.ts';

const anything = fc.string({ unit: 'binary', maxLength: 400 });

it('leaves plain words of either language as they are', () => {
  for (const text of [
    '听说下个月起全组强制 11-11-6，有人收到正式通知吗？',
    'Don’t say it’s “just” us: 2.5 %…',
  ]) {
    expect(plainWords(text, 120)).toBe(text);
  }
});

it('puts everything on one line and cuts it with three dots', () => {
  expect(plainWords('one\n\n two\tthree', 20)).toBe('one two three');
  expect(plainWords('一二三四五六', 4)).toBe('一二三四…');
});

it('drops emoji, what reorders text, what is not seen, and halves of characters', () => {
  expect(plainWords('go\u202Eod \u2066x\u2069 a\u200Bb\uFEFF 😀👩‍👩‍👧🇨🇳5️⃣ \uD800end\u0007', 60)).toBe(
    'good x ab 5 end',
  );
});

it('keeps two marks on a letter, of however many', () => {
  expect(plainWords(`a${'\u0335'.repeat(10_000)}`, 60)).toBe('a\u0335\u0335');
  expect(plainWords('\u0301\u0302x', 60)).toBe('x');
});

it('makes of any string one that is bounded, whole and harmless', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anything,
        fc.string({
          unit: fc.constantFrom('a', '\u0301', '\uD83D', '\uDE00', ' ', '茶', '\u202E'),
          maxLength: 300,
        }),
      ),
      fc.integer({ min: 1, max: 150 }),
      (text, length) => {
        const plain = plainWords(text, length);
        expect([...plain].length).toBeLessThanOrEqual(length + 1);
        expect(plain).not.toMatch(/[\p{C}\p{Default_Ignorable_Code_Point}\n]|\p{M}{3}/u);
        expect(plain).toBe(plain.trim());
      },
    ),
  );
});
