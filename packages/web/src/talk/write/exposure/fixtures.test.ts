import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { measure, precisionOf, readMarked, recallOf } from './measure.ts';
import { kinds } from './types.ts';

const measured = (name: string) =>
  measure(
    readFileSync(path.join(import.meta.dirname, 'fixtures', name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(readMarked),
  );

/** By file: the least recall and precision over all kinds, and the least recall of any one kind. */
const floors = {
  'tuned.zh.txt': [0.95, 0.95, 0.8],
  'tuned.en.txt': [0.95, 0.95, 0.8],
  'held.zh.txt': [0.6, 0.9, 0],
  'held.en.txt': [0.7, 0.9, 0],
} as const;

for (const [file, [recall, precision, worst]] of Object.entries(floors)) {
  const { byKind, total, ordinary, interrupted } = measured(file);
  test(`${file}: what gives away is found, and little else (docs/exposure.md)`, () => {
    expect(recallOf(total)).toBeGreaterThanOrEqual(recall);
    expect(precisionOf(total)).toBeGreaterThanOrEqual(precision);
    for (const [kind, score] of byKind) {
      if (score.hits + score.missed > 0) expect(recallOf(score), kind).toBeGreaterThanOrEqual(worst);
    }
  });
  test(`${file}: at most 6 % of ordinary posts are interrupted`, () => {
    expect(ordinary).toBeGreaterThanOrEqual(40);
    expect(interrupted / ordinary).toBeLessThanOrEqual(0.06);
  });
}
test('every kind has sentences in both languages', () => {
  for (const lang of ['zh', 'en']) {
    const { byKind } = measured(`tuned.${lang}.txt`);
    for (const kind of kinds) expect(byKind.get(kind)?.hits, `${kind} ${lang}`).toBeGreaterThanOrEqual(3);
  }
});
test('a mark of a kind that there is not is told, not skipped', () => {
  expect(() => readMarked('{dates|3/15} was it')).toThrow('no kind "dates"');
});
