import { unbounded } from '@teahouse/look/personal';
import { expect, test } from 'vitest';
import { rules } from './index.ts';

test('the reader of patterns sees a repetition without a bound', () => {
  expect(unbounded('a+b')).toEqual(['+']);
  expect(unbounded('(?:x|[*+])*')).toEqual(['*']);
  expect(unbounded('\\+\\d{3,}')).toEqual(['{3,}']);
  expect(unbounded('(?<=a|\\+)[+]{1,4}')).toEqual([]);
});
test('no rule repeats anything without a bound, so no text can hold the device up', () => {
  const found = rules.flatMap(({ find }) =>
    unbounded(find.source).map((sign) => `${sign} in ${find.source}`),
  );
  expect(found).toEqual([]);
});
test('every rule looks through the whole text, by code points', () => {
  for (const { find } of rules) expect(find.flags).toMatch(/^(?=.*d)(?=.*g)(?=.*u)/);
});
test('what is looked at around the words keeps no state between texts', () => {
  for (const rule of rules)
    for (const pattern of [rule.near, rule.not, rule.before, rule.after, rule.notBefore, rule.notAfter])
      expect(pattern?.flags ?? '').not.toMatch(/[gy]/);
});
