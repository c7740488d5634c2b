import { newSeed, phraseFromSeed, seedFromPhrase } from '@teahouse/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPhrase, completions, isPhraseWord, wordsOf } from './phrase-entry.ts';

const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });
const wordsOfSeed = (bytes: Uint8Array) => phraseFromSeed(bytes).split(' ');

describe('a phrase that is entered', () => {
  it('is good however it was written down', () => {
    const separators = fc.constantFrom(' ', '\n', ', ', '，', '、', '\t', ' 7. ', ' 12) ', '　');
    fc.assert(
      fc.property(seeds, separators, fc.boolean(), (bytes, between, loud) => {
        const words = wordsOfSeed(bytes);
        const text = words.join(between);
        expect(checkPhrase(wordsOf(loud ? text.toUpperCase() : text))).toEqual({
          name: 'good',
          phrase: words.join(' '),
        });
      }),
      { numRuns: 50 },
    );
  });

  it('names every word that is in no phrase, and what it may have been', () => {
    const words = wordsOfSeed(new Uint8Array(32).fill(5));
    const [first = '', fourth = ''] = [words[0], words[3]];
    const swapped = `${first[1]}${first[0]}${first.slice(2)}`;
    const check = checkPhrase(words.with(0, swapped).with(3, `${fourth}x`));
    expect(check).toMatchObject({
      name: 'unknown',
      faults: [
        { place: 0, word: swapped },
        { place: 3, word: `${fourth}x` },
      ],
    });
    if (check.name !== 'unknown') throw new Error();
    expect(check.faults[0]?.perhaps).toContain(first);
    expect(check.faults[1]?.perhaps).toContain(fourth);
  });

  it('says how many are missing, or too many', () => {
    const words = wordsOfSeed(newSeed((n) => new Uint8Array(n).fill(8)));
    expect(checkPhrase(words.slice(0, 20))).toEqual({ name: 'count', missing: 4 });
    expect(checkPhrase([...words, 'tea'])).toMatchObject({ name: 'unknown' });
    expect(checkPhrase([...words, 'abandon'])).toEqual({ name: 'count', missing: -1 });
    expect(checkPhrase([])).toEqual({ name: 'count', missing: 24 });
  });

  it('finds the one word that was misread for another, by the checksum', () => {
    // Each has a neighbour in the list that differs in one letter.
    const misreadings: Readonly<Record<string, string>> = { form: 'from', food: 'foot', able: 'cable' };
    let found = 0;
    fc.assert(
      fc.property(seeds, fc.nat(23), fc.constantFrom(...Object.keys(misreadings)), (bytes, place, right) => {
        const start = wordsOfSeed(bytes).with(place, right);
        // The last word holds the checksum: take the first that makes the phrase hold.
        const last = completionsOfAll().find((word) => checksumHolds(start.with(23, word)));
        if (place === 23 || last === undefined) return;
        const words = start.with(23, last);
        const check = checkPhrase(words.with(place, misreadings[right] ?? ''));
        if (check.name === 'good') return; // one in 256 holds as well
        expect(check.name).toBe('checksum');
        if (check.name !== 'checksum') return;
        expect(check.faults.find((fault) => fault.place === place)?.perhaps).toContain(right);
        expect(check.faults.length).toBeLessThan(8);
        found += 1;
      }),
      { numRuns: 6 },
    );
    expect(found).toBeGreaterThan(0);
  });

  it('never throws, and never calls something good that is not 24 words of the list', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const check = checkPhrase(wordsOf(text));
        if (check.name === 'good') expect(wordsOf(text).every(isPhraseWord)).toBe(true);
      }),
    );
  });
});

const completionsOfAll = () => 'abcdefghijklmnopqrstuvwxyz'.split('').flatMap((a) => completions(a, 2048));
const checksumHolds = (words: string[]): boolean => {
  try {
    return seedFromPhrase(words.join(' ')).length === 32;
  } catch {
    return false;
  }
};

describe('a word that is being entered', () => {
  it('is completed from its beginning; four letters name it', () => {
    expect(completions('aban')).toEqual(['abandon']);
    expect(completions('ab', 3)).toHaveLength(3);
    expect(completions('')).toEqual([]);
    expect(completions('xq')).toEqual([]);
    const all = completionsOfAll();
    expect(new Set(all.map((word) => word.slice(0, 4))).size).toBe(2048);
  });
});
