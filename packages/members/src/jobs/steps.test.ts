import { spansOf } from '@teahouse/kit/words/spans';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Step, stepsBelow } from './steps.ts';

/** Whether a step asks for a job at this place; one that meets everything else. */
const asks = ({ query, below }: Step, place: number, index: string) => {
  const rest = query.slice(index.length).replace(' & ', '').replaceAll("'", '');
  return place < below && (rest === '' || spansOf(place).includes(rest));
};

describe('the steps of a search for jobs', () => {
  it.each(["'~r.legal'", ''])('meet every job before the place, newest first (asking for "%s")', (index) => {
    const numbers = fc.integer({ min: 1, max: 300_000 });
    fc.assert(
      fc.property(numbers, numbers, numbers, (a, b, c) => {
        const [older, newer, before] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
        const steps = stepsBelow(before + 1, index);
        const first = (place: number) => steps.findIndex((step) => asks(step, place, index));
        expect(first(older)).toBeGreaterThanOrEqual(first(newer));
        expect(first(newer)).toBeGreaterThanOrEqual(0);
        // None is met twice.
        expect(steps.filter((step) => asks(step, older, index))).toHaveLength(1);
        expect(steps.some((step) => asks(step, before + 1, index))).toBe(false);
      }),
    );
  });

  it('are four where facts or words are asked for', () => {
    expect(stepsBelow(200_000, "'~w'")).toHaveLength(4);
    expect(stepsBelow(200_000, "'~w'").at(-1)).toEqual({ query: "'~w'", below: 196_608 });
  });
});
