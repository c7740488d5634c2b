import { expect, test } from 'vitest';
import { blocksOf } from './blocks.ts';

const plain = (text: string) =>
  blocksOf(text).map(({ quote, lines }) => `${quote ? 'quote' : 'words'}: ${lines}`);

test('empty lines part paragraphs, single line ends stay', () => {
  expect(plain('one\ntwo\n\n\nthree')).toEqual(['words: one\ntwo', 'words: three']);
});
test('a block whose lines all begin with > is a quotation', () => {
  expect(plain('> said\n> before\n\nanswer')).toEqual(['quote: said\nbefore', 'words: answer']);
});
test('a comparison in the midst of a text is none', () => {
  expect(plain('pay\n> rent')).toEqual(['words: pay\n> rent']);
});
test('markup is words like any other', () => {
  expect(plain('<img src=x onerror=alert(1)>')).toEqual(['words: <img src=x onerror=alert(1)>']);
});
