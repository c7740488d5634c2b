import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askable, emptyPoll, moved, optionFaults } from './poll-draft.ts';

const poll = (...options: string[]) => ({ ...emptyPoll('everyone'), options });

describe('a poll that is being written', () => {
  it('needs two options, and leaves out what is empty beside them', () => {
    expect(askable(emptyPoll('everyone'))).toBeNull();
    expect(optionFaults(['Tea', ' '])).toEqual([null, 'empty']);
    expect(askable(poll(' Tea ', '', 'Water'))?.options).toEqual(['Tea', 'Water']);
  });

  it('says which option is too long, or there already', () => {
    expect(optionFaults(['茶'.repeat(60), '茶'.repeat(61)])).toEqual([null, 'long']);
    expect(optionFaults(['Café', 'x', 'Cafe\u0301'])).toEqual([null, null, 'twice']);
    expect(askable(poll('a', 'a'))).toBeNull();
  });

  it('keeps every option when one moves', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { minLength: 1 }),
        fc.nat(),
        fc.constantFrom(-1 as const, 1 as const),
        (options, at, by) => {
          expect(moved(options, at % options.length, by).toSorted()).toEqual(options.toSorted());
        },
      ),
    );
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});
