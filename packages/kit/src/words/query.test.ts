import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactQuery, indexQuery, termsOf } from './query.ts';

const exact = (question: string) => exactQuery(termsOf(question));
const rough = (question: string) => indexQuery(termsOf(question));

describe('a question', () => {
  it('asks for all of its words', () => {
    expect(exact('overtime  年终奖\u3000P7')).toBe("'overtim' & ('年终' <-> '终奖') & 'p7'");
  });

  it('lets function words go where there are others, and only there', () => {
    expect(exact('how to ask for a raise')).toBe("'ask' & 'rais'");
    expect(exact('the')).toBe("'the'");
    expect(exact('怎么谈薪资')).toContain("'薪资'");
  });

  it('in Chinese without blanks is cut into words', () => {
    expect(exact('字节跳动裁员')).toBe("'字节' & '跳动' & '裁员'");
    expect(exact('内卷严重')).toBe("'内卷' & '严重'");
  });

  it('keeps an idiom together', () => {
    expect(exact('降本增效')).toBe("('降本' <-> '本增' <-> '增效')");
  });

  it('in quotation marks stands as it is', () => {
    const phrase = "('字节' <-> '节跳' <-> '跳动' <-> '动裁' <-> '裁员')";
    for (const marks of ['""', '“”', '「」'])
      expect(exact(`${marks[0]}字节跳动裁员${marks[1]}`)).toBe(phrase);
    expect(exact('"the layoffs" bonus')).toBe("('the' <-> 'layoff') & 'bonu'");
  });

  it('for one character asks for all words that begin with it, but not the index', () => {
    expect([exact('茶'), rough('茶')]).toEqual(["'茶':*", '']);
    expect([exact('茶 bonus'), rough('茶 bonus')]).toEqual(["'bonu'", "'bonu'"]);
  });

  it('asks the index for the words of a phrase in any order', () => {
    expect(rough('“末位淘汰” on-call')).toBe("('末位' & '位淘' & '淘汰') & ('on' & 'call')");
  });

  it('without a word asks for nothing', () => {
    for (const empty of ['', ' ', '!?', '🎉', '""', '“ ”', "' \\ & | ! ( ) : * <->"])
      expect(termsOf(empty)).toEqual([]);
  });

  it('may be anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (question) => {
        const terms = termsOf(question);
        expect(terms.flat().every(({ words }) => words.length > 0)).toBe(true);
        expect(exactQuery(terms) === '').toBe(terms.length === 0);
      }),
      { numRuns: 2000 },
    );
  });
});
