import { aliasOf, maskSvg } from '@teahouse/protocol';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Drawing } from '../drawing.ts';
import { widthOf } from './glyphs.ts';
import { layOut } from './layout.ts';
import { cardSvg } from './svg.ts';

const mask = maskSvg(aliasOf(new Uint8Array(48)).mask);
const speaker = { name: '秋霜学徒', label: '星河科技员工', verified: true, among: '412 人之一', mask };
const around = { lang: 'zh', house: '茶馆', motto: '没有人能查出是谁。', address: 'tea.example' } as const;
const card: Drawing = { ...around, above: null, title: '年终奖？', text: '还发吗。', speaker };

describe('a card', () => {
  it('is shapes alone: no text that needs a font, no link, nothing to be fetched', () => {
    expect(cardSvg(card)).not.toMatch(/<(?:text|image|use|style|script|foreignObject)|href|url\(|font/);
  });

  it('has a shape for every letter that can be seen', () => {
    const count = (drawing: Drawing) => cardSvg(drawing).split('<path').length;
    expect(count({ ...card, title: '年终奖？还' }) - count(card)).toBe(1);
    expect(count({ ...card, title: '年终奖？é' }) - count(card)).toBe(1);
  });

  it('has a square for letters of a writing that it does not know, and nothing for emoji', () => {
    expect(widthOf('สวัสดี', { size: 10, weight: 400 })).toBe(widthOf('□', { size: 10, weight: 400 }));
    expect(cardSvg({ ...card, title: '年终奖？😀' })).toBe(cardSvg(card));
  });

  it('sets quotation marks wide in Chinese and narrow in English', () => {
    const type = { size: 100, weight: 400 } as const;
    expect(widthOf('说“好”的', type) - widthOf('说好的', type)).toBeGreaterThan(150);
    expect(widthOf('say “yes” or', type) - widthOf('say yes or', type)).toBeLessThan(100);
  });
});

describe('whatever was said', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom(
        '<',
        '&',
        '"',
        '>',
        'a',
        '茶',
        '\u0301',
        '\u202E',
        '\uD800',
        '！',
        ' ',
        '\n',
        '𠮷',
        'ก',
      ),
      maxLength: 300,
    }),
    fc.constantFrom(
      `a${'\u0301'.repeat(10_000)}`,
      '！'.repeat(10_000),
      'W'.repeat(10_000),
      ']]>&#0;<svg onload=x>',
      '茶'.repeat(120),
    ),
  );
  const said = fc.record({
    title: fc.option(words),
    text: words,
    name: words,
    label: words,
    address: words,
    above: fc.option(words),
  });
  const drawingOf = ({
    name,
    label,
    ...rest
  }: {
    title: string | null;
    text: string;
    name: string;
    label: string;
    address: string;
    above: string | null;
  }): Drawing => ({
    ...card,
    ...rest,
    speaker: { ...speaker, name, label },
  });

  it('stays inside of the card, in three to six lines at most', () => {
    fc.assert(
      fc.property(said, (one) => {
        const lines = layOut(drawingOf(one));
        for (const { text, type, x, y } of lines) {
          expect(x + widthOf(text, type)).toBeLessThanOrEqual(1200 - 83);
          expect(y).toBeGreaterThan(60);
          expect(y).toBeLessThan(600);
        }
        const quote = lines.filter(({ y, type }) => y < 510 && type.size !== 25);
        expect(quote.length).toBeLessThanOrEqual(6 + 3);
      }),
      { numRuns: 150 },
    );
  });

  it('is drawn, and costs a bounded amount of markup', async () => {
    await fc.assert(
      fc.asyncProperty(said, async (one) => {
        const svg = cardSvg(drawingOf(one));
        expect(svg.length).toBeLessThan(600_000);
        const { width, height } = await sharp(Buffer.from(svg)).metadata();
        expect([width, height]).toEqual([1200, 630]);
      }),
      { numRuns: 60 },
    );
  });
});
