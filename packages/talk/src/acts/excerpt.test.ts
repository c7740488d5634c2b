import fc from 'fast-check';
import { expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';

it('shows words without their marks', () => {
  expect(excerptOf('**奖金**还发吗？*别急*，`HR` ~~说过~~')).toBe('奖金还发吗？别急，HR 说过');
  expect(excerptOf('> they said\n\n- one\n- two\n1. three')).toBe('they said one two three');
  expect(excerptOf('see [the **post**](https://x.example/a "b") and [](https://x.example)')).toBe(
    'see the post and https://x.example',
  );
  expect(excerptOf('```ts\nlet a = b_c_d;\n```\n\n---\nafter')).toBe('let a = b_c_d; after');
});

it('leaves alone what only looks like a mark', () => {
  for (const text of [
    '5 * 3 * 2',
    '某**公司的加班',
    'snake_case_name',
    '# 话题',
    '-5 度',
    '3.5 折',
    'a > b',
    '[a](javascript:b)',
  ]) {
    expect(excerptOf(text)).toBe(text);
  }
});

it('shows a text of nothing but marks as it is', () => {
  expect(excerptOf('---')).toBe('---');
  expect(excerptOf('> ')).toBe('>');
});

const written = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'*_~`>-+[]()\n .1a字🍵'),
    fc.constantFrom('**', '~~', '](https://x.example)', '```', '\n> ', '\n- '),
  ),
  maxLength: 400,
});

it('is one line of at most 140 characters, whatever is written', () => {
  fc.assert(
    fc.property(written, (text) => {
      const excerpt = excerptOf(text);
      expect(excerpt).not.toMatch(/\n/);
      expect([...excerpt].length).toBeLessThanOrEqual(141);
    }),
  );
});

it('loses no word but the addresses of links and the numbers of lists', () => {
  const words = (text: string) => text.replace(/https:\/\/x\.example/g, '').replace(/[^a字🍵]/gu, '');
  const short = written.filter((text) => !text.includes('```') && !text.includes('~~~') && text.length < 140);
  fc.assert(
    fc.property(short, (text) => {
      expect(words(excerptOf(text))).toBe(words(text));
    }),
    { numRuns: 1000 },
  );
});

it('has plain words as they are', () => {
  const unmarked = fc.string({
    unit: fc.constantFrom('a', '字', '，', ' b', '🍵', '"', '？'),
    maxLength: 60,
  });
  fc.assert(
    fc.property(unmarked, (text) => {
      expect(excerptOf(text)).toBe(text.replace(/\s+/g, ' ').trim());
    }),
  );
});
