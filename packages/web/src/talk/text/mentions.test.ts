import type { PresentedAlias } from '@teahouse/client/talk/present';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutAtNames, mentionsIn, namesOf } from './mentions.ts';

const alias = (zh: string, en: string, numeral: number | null = null): PresentedAlias => ({
  zh,
  en,
  numeral,
  mask: new Uint8Array(16),
});
const thread = new Map([
  ['A', alias('青衫客', 'Jade Guest')],
  ['B', alias('青衫客人', 'Jade Guests')],
  ['C', alias('青衫客', 'Jade Guest', 2)],
  ['D', alias('听雨账房', 'Misty Clerk')],
]);

test('a name is called with @, in either language', () => {
  expect(mentionsIn('@听雨账房你怎么看', thread)).toEqual(['D']);
  expect(mentionsIn('What do you say, @Misty Clerk?', thread)).toEqual(['D']);
  expect(mentionsIn('谢谢@听雨账房！', thread)).toEqual(['D']);
});
test('of names that begin alike, the longest is meant', () => {
  expect(mentionsIn('@Jade Guest 2 and @Jade Guests and @Jade Guest', thread)).toEqual(['C', 'B', 'A']);
  expect(mentionsIn('@青衫客人在吗', thread)).toEqual(['B']);
});
test('a name within another word, or a mail address, calls nobody', () => {
  expect(mentionsIn('@Misty Clerks', thread)).toEqual([]);
  expect(mentionsIn('me@Misty Clerk', thread)).toEqual([]);
  expect(mentionsIn('Misty Clerk', thread)).toEqual([]);
});
test('a name that is quoted, or stands in code, calls nobody', () => {
  expect(mentionsIn('> @Misty Clerk\n\nno', thread)).toEqual([]);
  expect(mentionsIn('`@Misty Clerk`', thread)).toEqual([]);
  expect(mentionsIn('- **@Misty Clerk**', thread)).toEqual(['D']);
});
test('everyone is called once, and ten at most', () => {
  expect(mentionsIn('@Misty Clerk @听雨账房', thread)).toEqual(['D']);
  const many = new Map(Array.from({ length: 20 }, (_, i) => [`${i}`, alias('青衫客', 'Jade Guest', i + 2)]));
  const text = [...many.values()].map(({ numeral }) => `@Jade Guest ${numeral}`).join(' ');
  expect(mentionsIn(text, many)).toHaveLength(10);
});
test('cutting a text at names loses nothing', () => {
  const names = namesOf(thread);
  const unit = fc.constantFrom('@', 'Jade Guest', ' 2', '青衫客', '人', 'a', ' ');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      const cut = cutAtNames(text, names);
      expect(cut.map((stretch) => stretch.text).join('')).toBe(text);
      for (const { text: words, pseudonym } of cut) {
        if (pseudonym !== null) expect(names.of.get(words.slice(1))).toBe(pseudonym);
      }
    }),
  );
});
