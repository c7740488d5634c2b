import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf } from './testing.ts';
import { checkText, checkTitle, normaliseText } from './text.ts';

describe('texts', () => {
  it.each(['水开了。\n\t坐。', 'e\u0301', '👩🏽‍🔧🍵', 'می‌خواهم', '\u2028 a'])('may say %j', (text) => {
    expect(() => checkText(text)).not.toThrow();
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t\u3000'],
    ['nothing that can be seen', '\u200b\u2060\ufeff\u00ad\ufe0f\u3164\u2800'],
    ['a null', 'a\0'],
    ['a carriage return', 'a\r\nb'],
    ['an escape', '\u001b[31m'],
    ['a C1 control', 'a\u0085'],
    ['a bidi override', 'a\u202eb'],
    ['a bidi isolate', '\u2066a'],
    ['an unpaired surrogate', 'a\ud83c'],
    ['10,001 characters', '茶'.repeat(10_001)],
  ])('may not say %s', (_, text) => {
    expect(codeOf(() => checkText(text))).toBe('text-invalid');
  });

  it('are counted in code points, as people count', () => {
    expect(() => checkText('🍵'.repeat(10_000))).not.toThrow();
    expect(codeOf(() => checkText('🍵'.repeat(10_001)))).toBe('text-invalid');
    expect(() => checkTitle('🍵'.repeat(120))).not.toThrow();
    expect(codeOf(() => checkTitle('a'.repeat(121)))).toBe('title-invalid');
  });

  it('that are titles have one line', () => {
    expect(codeOf(() => checkTitle('a\nb'))).toBe('title-invalid');
    expect(codeOf(() => checkTitle('a\tb'))).toBe('title-invalid');
    expect(codeOf(() => checkTitle(7))).toBe('title-invalid');
  });

  it('are composed, with line feeds for line ends', () => {
    expect(normaliseText('e\u0301\r\nb\rc')).toBe('é\nb\nc');
  });

  it('stay as they are when normalised twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
      }),
    );
  });
});
