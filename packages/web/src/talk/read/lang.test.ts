import { expect, test } from 'vitest';
import { languageOf, setTitle } from './lang.ts';

test('a text with some Chinese in it is read as Chinese', () => {
  expect(languageOf('昨天组会上主管口头说的')).toBe('zh');
  expect(languageOf('我们组的 KPI 又变了，see the wiki')).toBe('zh');
});
test('a text with a single Chinese name stays English', () => {
  expect(languageOf('Has anyone at 星河 received a formal notice about the new working hours yet?')).toBe(
    'en',
  );
});
test('figures without letters are not Chinese', () => {
  expect(languageOf('996?')).toBe('en');
});
test('figures joined by hyphens hold together in a title', () => {
  expect(setTitle('11-11-6 or not')).toBe('11\u2060-\u206011\u2060-\u20606 or not');
  expect(setTitle('well-known')).toBe('well-known');
});
test('a title is set without letters that leave no mark, and without towers of marks', () => {
  expect(setTitle(`加\u200B薪${'\u0301'.repeat(50)}`)).toBe(`加薪${'\u0301'.repeat(4)}`);
});
