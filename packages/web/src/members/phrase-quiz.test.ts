import { expect, test } from 'vitest';
import { quizOf } from './phrase-quiz.ts';

const words = Array.from({ length: 24 }, (_, i) => `word${i}`);
const seeded = () => {
  let state = 7;
  return (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % below;
  };
};

test('asks for three different places in ascending order', () => {
  const places = quizOf(words, seeded()).map(({ place }) => place);
  expect(new Set(places).size).toBe(3);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('offers the right word once, among three others of the phrase', () => {
  for (const { place, choices } of quizOf(words, seeded())) {
    expect(choices).toHaveLength(4);
    expect(choices.filter((word) => word === words[place])).toHaveLength(1);
    expect(new Set(choices).size).toBe(4);
  }
});

test('copes with a phrase that has a word twice', () => {
  const twice = [...words.slice(0, 23), 'word0'];
  for (const { choices } of quizOf(twice, seeded())) expect(new Set(choices).size).toBe(4);
});
