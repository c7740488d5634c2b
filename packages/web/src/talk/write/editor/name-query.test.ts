import { expect, test } from 'vitest';
import { type Callable, callableBy, nameChange, nameQuery } from './name-query.ts';

const somebody = (zh: string, en: string): Callable => ({
  pseudonym: en,
  alias: { zh, en, numeral: null, mask: new Uint8Array(16) },
  opener: false,
});
const everyone = [somebody('青衫客', 'Jade Guest'), somebody('听雨账房', 'Misty Clerk')];
const found = (typed: string) => callableBy(typed, everyone).map(({ pseudonym }) => pseudonym);

test('a name is typed from the last @ to the caret', () => {
  expect(nameQuery('hi @Ja', 6)).toEqual({ at: 3, typed: 'Ja' });
  expect(nameQuery('谢谢@听', 4)).toEqual({ at: 2, typed: '听' });
  expect(nameQuery('谢谢＠', 3)).toEqual({ at: 2, typed: '' });
  expect(nameQuery('@Jade Gu and more', 8)).toEqual({ at: 0, typed: 'Jade Gu' });
});
test('there is none in a mail address, on another line, or far behind', () => {
  expect(nameQuery('me@Ja', 5)).toBeNull();
  expect(nameQuery('@Ja\nb', 5)).toBeNull();
  expect(nameQuery(`@${'a'.repeat(60)}`, 61)).toBeNull();
  expect(nameQuery('none', 4)).toBeNull();
});
test('everyone fits an @ alone; then who begins like it, in either language', () => {
  expect(found('')).toEqual(['Jade Guest', 'Misty Clerk']);
  expect(found('cl')).toEqual(['Misty Clerk']);
  expect(found('JADE')).toEqual(['Jade Guest']);
  expect(found('听')).toEqual(['Misty Clerk']);
  expect(found('nobody')).toEqual([]);
});
test('the chosen name takes the place of what was typed', () => {
  expect(nameChange({ at: 3, typed: 'Ja' }, 'Jade Guest')).toEqual({
    from: 3,
    to: 6,
    insert: '@Jade Guest ',
    select: [15, 15],
  });
});
