import { describe, expect, it } from 'vitest';
import { aliasOf } from './alias.ts';
import { chineseFirst, chineseLast, englishFirst, englishLast } from './alias-words.ts';
import { seededRng } from './testing.ts';

const rng = seededRng('aliases');
const drawn = Array.from({ length: 4000 }, () => aliasOf(rng(48)));

describe('the words', () => {
  it.each([
    ['first parts', chineseFirst, 128, /^\p{Script=Han}{2}$/u],
    ['last parts', chineseLast, 64, /^\p{Script=Han}{1,2}$/u],
    ['English first words', englishFirst, 128, /^[A-Z][a-z]+$/],
    ['English last words', englishLast, 128, /^[A-Z][a-z]+$/],
  ])('%s are as many as a byte can draw evenly, all different', (_, words, count, form) => {
    expect(words).toHaveLength(count);
    expect(new Set(words).size).toBe(count);
    for (const word of words) expect(word).toMatch(form);
  });

  it('never make a name that says a character or a word twice', () => {
    const last = new Set(chineseLast.join(''));
    expect([...chineseFirst.join('')].filter((character) => last.has(character))).toEqual([]);
    const stem = (word: string) => word.toLowerCase().slice(0, 4);
    const stems = new Set(englishLast.map(stem));
    expect(englishFirst.filter((word) => stems.has(stem(word)))).toEqual([]);
  });

  it('differ by more than the last letter', () => {
    const stems = [...englishFirst, ...englishLast].map((word) =>
      word.toLowerCase().replace(/(y|ies|s)$/, ''),
    );
    expect(new Set(stems).size).toBe(stems.length);
  });
});

describe('aliases', () => {
  it('are the same for everybody who looks', () => {
    const pseudonym = rng(48);
    expect(aliasOf(pseudonym)).toEqual(aliasOf(pseudonym.slice()));
  });

  it('have a name in both languages and sixteen bytes of mask', () => {
    for (const { zh, en, mask } of drawn.slice(0, 200)) {
      expect(zh).toMatch(/^\p{Script=Han}{3,4}$/u);
      expect(en).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
      expect(mask).toHaveLength(16);
    }
  });

  it('come to use every word', () => {
    expect(new Set(drawn.map(({ zh }) => zh.slice(0, 2)))).toEqual(new Set(chineseFirst));
    expect(new Set(drawn.map(({ zh }) => zh.slice(2)))).toEqual(new Set(chineseLast));
    expect(new Set(drawn.map(({ en }) => en.split(' ')[0]))).toEqual(new Set(englishFirst));
    expect(new Set(drawn.map(({ en }) => en.split(' ')[1]))).toEqual(new Set(englishLast));
  });
});
