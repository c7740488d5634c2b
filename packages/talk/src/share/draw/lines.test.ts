import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from './lines.ts';

/** Chinese takes two columns and everything else one, as in a terminal. */
const measure = (text: string) =>
  [...text].reduce((sum, one) => sum + (/[\u2E80-\uFFEF]/.test(one) ? 2 : 1), 0);
const lines = (text: string, width: number, most = 9, balance = false) =>
  breakLines(text, { width, most, measure, balance }).lines;

describe('Chinese', () => {
  it('is broken between any two characters', () => {
    expect(lines('没有正式的通知', 6)).toEqual(['没有正', '式的通', '知']);
  });

  it('never begins a line with a comma nor ends one with an opening bracket', () => {
    expect(lines('没有邮件，真的', 8)).toEqual(['没有邮', '件，真的']);
    expect(lines('合同写（标准）工时', 8)).toEqual(['合同写', '（标准）', '工时']);
    expect(lines('说是“自愿”的', 6)).toEqual(['说是', '“自愿”', '的']);
  });

  it('keeps its words whole in a title, and its lines alike', () => {
    expect(lines('下个月开始全员强制加班到晚上', 24, 3, true)).toEqual(['下个月开始全员', '强制加班到晚上']);
  });
});

describe('English', () => {
  it('is broken between words, and a word that is too long between letters', () => {
    expect(lines('nothing in writing', 10)).toEqual(['nothing in', 'writing']);
    expect(lines('see abcdefghijkl', 8)).toEqual(['see', 'abcdefgh', 'ijkl']);
  });

  it('does not tear figures joined by hyphens', () => {
    expect(lines('强制 11-11-6 了', 8)).toEqual(['强制', '11-11-6', '了']);
  });
});

it('ends in three dots where more would follow, without a comma before them', () => {
  expect(breakLines('没有邮件，没有通知', { width: 10, most: 1, measure })).toEqual({
    lines: ['没有邮件…'],
    whole: false,
  });
  expect(breakLines('short', { width: 10, most: 1, measure })).toEqual({ lines: ['short'], whole: true });
});

it('fits any text into its width and lines, and loses nothing where all of it fits', () => {
  const text = fc.string({
    unit: fc.constantFrom('茶', '馆', 'a', 'b', '，', '（', ' ', '-', '“', '！', 'e\u0301'),
    maxLength: 120,
  });
  fc.assert(
    fc.property(
      text,
      fc.integer({ min: 8, max: 40 }),
      fc.integer({ min: 1, max: 6 }),
      fc.boolean(),
      (words, width, most, balance) => {
        const broken = breakLines(words, { width, most, measure, balance });
        expect(broken.lines.length).toBeLessThanOrEqual(most);
        for (const line of broken.lines) expect(measure(line)).toBeLessThanOrEqual(width);
        if (broken.whole) expect(broken.lines.join('').replace(/ /g, '')).toBe(words.replace(/ /g, ''));
      },
    ),
  );
});
