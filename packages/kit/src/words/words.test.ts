import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from './words.ts';

const words = (text: string) => wordsOf(text).map(({ word }) => word);
/** As the text was written. */
const pieces = (text: string) => wordsOf(text).map(({ from, to }) => text.slice(from, to));

describe('the words of a text', () => {
  it('are in Chinese each two characters that stand together, and the last one', () => {
    expect(words('加班严重,周末')).toEqual(['加班', '班严', '严重', '重', '周末', '末']);
    expect(words('茶')).toEqual(['茶']);
  });

  it('are in English the stems', () => {
    expect(words('Managers, managing: the LAYOFFS')).toEqual(['manag', 'manag', 'the', 'layoff']);
    expect(words("company's don't O'Brien")).toEqual(['compani', 'dont', 'obrien']);
  });

  it('keep numbers and names of languages whole', () => {
    expect(words('996 3.75 10,000 1,5 P7 k8s C++ c# (c)')).toEqual([
      '996',
      '3.75',
      '10000',
      '1,5',
      'p7',
      'k8s',
      'c++',
      'c#',
      'c',
    ]);
  });

  it('part where the script changes', () => {
    expect(words('用vue写P7答辩')).toEqual(['用', 'vue', '写', 'p7', '答辩', '辩']);
  });

  it('are the same however they are written', () => {
    expect(words('ＡＰＰ ｶﾀｶﾅ ㈱ ﬁx Café E\u0301TE\u0301')).toEqual(words('app カタカナ (株) fix cafe été'));
  });

  it('cannot hide behind characters that nobody sees', () => {
    for (const silent of ['\u200b', '\u200d', '\u00ad', '\ufeff', '\u2060', '\ufe0f', '\u0336']) {
      expect(words(`裁${silent}员 lay${silent}offs`)).toEqual(words('裁员 layoffs'));
    }
  });

  it('know where they stand, silent characters included', () => {
    expect(pieces('裁\u200b员了 caf\u0065\u0301!')).toEqual(['裁\u200b员', '员了', '了', 'cafe\u0301']);
    expect(pieces('㈱x')).toEqual(['㈱', 'x']);
  });

  it('are none where nothing is said', () => {
    expect(words(' \n!?…,。🎉\u0301\u200b')).toEqual([]);
  });

  const units = fc.oneof(
    fc.constantFrom(...`'\u2019".,+#-_ 茶馆ーかaZé9½㈱\u0301\u200b\u3164`),
    fc.string({ unit: 'binary', maxLength: 1 }),
  );
  it('come out of any text, in its order and inside of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: units, maxLength: 200 }), (text) => {
        const all = wordsOf(text);
        for (const [i, { word, from, to }] of all.entries()) {
          expect(word.length).toBeGreaterThan(0);
          expect(word.length).toBeLessThanOrEqual(80);
          expect(from >= (all[i - 1]?.from ?? 0) && from < to && to <= text.length).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('of a piece of Chinese are the same inside of any other', () => {
    const han = fc.string({ unit: fc.constantFrom(...'加班严重周末年终奖'), minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(han, han, han, (before, piece, after) => {
        expect(words(before + piece + after)).toEqual(expect.arrayContaining(words(piece).slice(0, -1)));
      }),
    );
  });
});
