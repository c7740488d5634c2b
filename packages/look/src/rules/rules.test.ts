import { expect, test } from 'vitest';
import type { LookRule } from '../finding.ts';
import { unbounded } from '../personal/bounds.ts';
import { describing, hinting } from './describing.ts';
import { insultRules } from './insult.ts';
import { offers } from './offers.ts';
import { validResidentId } from './personal.ts';
import { sexualRules } from './sexual.ts';
import { threatRules } from './threat.ts';

const rules: readonly LookRule[] = [...threatRules, ...insultRules, ...sexualRules];

test('no rule repeats anything without a bound, so no text can hold a server up', () => {
  const found = [...rules, ...describing, ...hinting, ...offers].flatMap(({ kind, name, find }) =>
    unbounded(find.source).map((sign) => `${sign} in ${name ?? kind}`),
  );
  expect(found).toEqual([]);
});
test('every rule looks through the whole text and remembers none', () => {
  for (const rule of [...rules, ...describing, ...hinting, ...offers]) {
    expect(rule.find.flags, rule.name).toMatch(/^(?=.*d)(?=.*g)(?=.*u)/);
    for (const pattern of [rule.near, rule.not, rule.before, rule.after, rule.notBefore, rule.notAfter])
      expect(pattern?.flags ?? '', rule.name).not.toMatch(/[gy]/);
  }
});
test('every rule has a name of its own', () => {
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
});
test('only threats refuse; insults and sexual talk are published and queued', () => {
  for (const { kind, verdict } of rules) if (verdict === 'block') expect(kind).toBe('threat');
});
test('an identity number is known by its check figure', () => {
  expect(validResidentId('11010519491231002X')).toBe(true);
  expect(validResidentId('440306 19950818 251X')).toBe(true);
  expect(validResidentId('110105194912310021')).toBe(false);
  expect(validResidentId('1101051949123100')).toBe(false);
});
