import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaid, type PinHistory, planAccount, planEvidence, pointAt } from './pins.ts';

const epoch = '2026-11';
const first: PinHistory = [{ from: '2026-11', point: 'aa' }];

describe('an account', () => {
  const plan = (history: PinHistory, point: string, replace = false, now = epoch) =>
    planAccount({ history, point, epoch: now, replace });

  it('is pinned to its first point at once', () => expect(plan([], 'aa')).toEqual({ add: first }));
  it('may send the same point as often as it likes', () =>
    expect(plan(first, 'aa', true)).toEqual({ add: [] }));
  it('is not pinned to another one by accident', () =>
    expect(plan(first, 'bb')).toEqual({ refused: 'commitment-pinned' }));
  it('is pinned to another one from the next epoch on, when that is meant', () =>
    expect(plan(first, 'bb', true)).toEqual({ add: [{ from: '2026-12', point: 'bb' }] }));
  it('may take that back, or send what is still in force', () => {
    const waiting = overlaid(first, [{ from: '2026-12', point: 'bb' }]);
    expect(plan(waiting, 'aa')).toEqual({ add: [] });
    expect(plan(waiting, 'aa', true)).toEqual({ add: [{ from: '2026-12', point: 'aa' }] });
  });
  it('changes at most twice in twelve epochs', () => {
    const twice = overlaid(first, [
      { from: '2026-12', point: 'bb' },
      { from: '2027-01', point: 'cc' },
    ]);
    expect(plan(twice, 'dd', true, '2027-02')).toEqual({ refused: 'commitment-limit' });
    expect(plan(twice, 'dd', true, '2027-11')).toEqual({ refused: 'commitment-limit' });
    expect(plan(twice, 'dd', true, '2027-12')).toEqual({ add: [{ from: '2028-01', point: 'dd' }] });
  });
});

describe('a piece of evidence', () => {
  const plan = (history: PinHistory, account: PinHistory, freeFrom = epoch) =>
    planEvidence({ history, account, epoch, freeFrom });

  it('is pinned to the point of its first holder at once', () =>
    expect(plan([], first)).toEqual({ plan: { add: first }, from: '2026-11' }));
  it('follows a change of its holder in the epoch of the change', () => {
    const account = overlaid(first, [{ from: '2026-12', point: 'bb' }]);
    expect(plan(first, account)).toEqual({
      plan: { add: [{ from: '2026-12', point: 'bb' }] },
      from: '2026-11',
    });
  });
  it('stays with an earlier holder up to the epoch in which it is free', () =>
    expect(plan([{ from: '2026-03', point: 'ee' }], first, '2026-12')).toEqual({
      plan: { add: [{ from: '2026-12', point: 'aa' }] },
      from: '2026-12',
    }));
  it('goes to a new holder at once when it has been free since before', () =>
    expect(plan([{ from: '2026-03', point: 'ee' }], first, '2026-10')).toEqual({
      plan: { add: first },
      from: '2026-11',
    }));
  it('comes back to the same secrets at once, also in a new account', () =>
    expect(plan([{ from: '2026-03', point: 'aa' }], first, '2026-12')).toEqual({
      plan: { add: [] },
      from: '2026-11',
    }));
  it('changes at most twice in twelve epochs, whoever holds it', () => {
    const worn = ['2026-08', '2026-09', '2026-10'].map((from, n) => ({ from, point: `${n}${n}` }));
    expect(plan(worn, first).plan).toEqual({ refused: 'commitment-limit' });
  });

  it('has one point in any epoch, and keeps the one it had before it was free', () => {
    const history = fc
      .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom('aa', 'bb', 'cc')), {
        selector: ([month]) => month,
        maxLength: 3,
      })
      .map((entries) =>
        overlaid(
          [],
          entries.map(([month, point]) => ({ from: `2026-${String(month).padStart(2, '0')}`, point })),
        ),
      );
    fc.assert(
      fc.property(history, fc.constantFrom('2026-11', '2026-12'), (before, freeFrom) => {
        const { plan: made } = plan(
          before.filter(({ from }) => from <= freeFrom),
          first,
          freeFrom,
        );
        if ('refused' in made) return;
        const after = overlaid(
          before.filter(({ from }) => from <= freeFrom),
          made.add,
        );
        expect(new Set(after.map(({ from }) => from)).size).toBe(after.length);
        expect(pointAt(after, freeFrom)).toBe('aa');
        const held = pointAt(before, epoch);
        if (held !== undefined && freeFrom > epoch) expect(pointAt(after, epoch)).toBe(held);
      }),
    );
  });
});
