import { describe, expect, it } from 'vitest';
import { firstPlan, nextDue, pauseLimits, plan, planned, randomGap, retryDelay } from './plan.ts';
import type { StoredItem } from './types.ts';

const minute = 60_000;
const item = (id: string, thread: string, more: Partial<StoredItem> = {}): StoredItem => ({
  id,
  compose: { kind: 'reply', room: 'square', thread, target: 't', text: 'x' },
  state: { name: 'waiting', until: 0 },
  label: null,
  tries: 0,
  created: 0,
  built: null,
  insisted: false,
  notBefore: 100 * minute,
  gap: 4 * minute,
  recovered: [],
  ...more,
});
const times = (items: StoredItem[], last?: { context: string; at: number }) => [
  ...plan(items, last).values(),
];
const first = (items: StoredItem[], added: StoredItem, last?: { context: string; at: number }) =>
  firstPlan(items, added, last) / minute;
/** The same random bytes in every run. */
function repeatable(): (length: number) => Uint8Array {
  let state = 7;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  };
  return (length) => Uint8Array.from({ length }, next);
}
const sent = { name: 'sent', id: 'i', thread: 'one', seq: 0, slot: 's' } as const;

describe('the plan of the outbox', () => {
  it('lets the very first act leave at once', () => {
    expect(first([], item('a', 'one'))).toBe(100);
  });

  it('keeps a pause after the last act in another thread, and none in the same', () => {
    const last = { context: 'one', at: 99 * minute };
    expect(first([], item('a', 'one'), last)).toBe(100);
    expect(first([], item('b', 'two'), last)).toBe(103);
  });

  it('keeps a pause after an act in another thread that has not left yet, and none after one that was sent', () => {
    expect(first([item('a', 'one')], item('b', 'two'))).toBe(104);
    expect(first([item('a', 'one', { state: sent })], item('b', 'two'))).toBe(100);
  });

  it('gives each act a pause of its own: those before it do not add up', () => {
    const last = { context: 'one', at: 100 * minute };
    const waiting = [item('b', 'two', { notBefore: 700 * minute, gap: 600 * minute })];
    expect(first(waiting, item('c', 'three', { gap: 20 * minute }), last)).toBe(120);
    expect(times([...waiting, item('c', 'three', { notBefore: 120 * minute })], last)).toEqual([
      700 * minute,
      120 * minute,
    ]);
  });

  it('does not wait again for what left long ago', () => {
    expect(first([], item('a', 'two'), { context: 'one', at: 10 * minute })).toBe(100);
  });

  it('begins the pause anew for what was due while nothing could leave', () => {
    const items = [
      item('b', 'two'),
      item('c', 'three', { gap: 9 * minute }),
      item('d', 'four', { notBefore: 300 * minute }),
    ];
    expect(times(items, { context: 'one', at: 200 * minute })).toEqual(
      [204, 209, 300].map((at) => at * minute),
    );
  });

  it('lets an act wait for those before it in its own thread', () => {
    const items = [item('a', 'one', { notBefore: 300 * minute }), item('b', 'one')];
    expect(times(items)).toEqual([300 * minute, 300 * minute]);
  });

  it('obeys who insists, and leaves out what is sent or refused', () => {
    const last = { context: 'one', at: 100 * minute };
    const insisted = item('b', 'two', { insisted: true });
    expect(first([], insisted, last)).toBe(100);
    expect([...plan([item('a', 'one', { state: sent }), insisted], last)]).toEqual([['b', 100 * minute]]);
  });

  it('draws a pause out of all that lies between a minute and the reach', () => {
    const reach = 600 * minute;
    expect(randomGap((length) => new Uint8Array(length), reach)).toBe(minute);
    expect(randomGap((length) => new Uint8Array(length).fill(255), reach)).toBeLessThan(reach);
    expect(randomGap((length) => new Uint8Array(length).fill(255), reach)).toBeGreaterThan(0.999 * reach);
  });

  it('tries again later and later, five minutes at most, and never before the server allows', () => {
    const none = () => new Uint8Array(1);
    expect([1, 2, 3, 20].map((tries) => retryDelay(tries, undefined, none))).toEqual([
      2000, 4000, 8000, 300_000,
    ]);
    expect(retryDelay(1, undefined, () => new Uint8Array(1).fill(255))).toBeGreaterThan(1000);
    expect(retryDelay(1, 60, none)).toBe(60_000);
  });
});

describe('the plan of words', () => {
  it('makes those under two masks lie as far from each other as any two', () => {
    const rng = repeatable();
    const reach = pauseLimits.reachMost;
    const hour = 60 * minute;
    const last = { context: 'zero', at: 0 };
    const far = Array.from({ length: 3000 }, () => {
      const draw = (items: StoredItem[], id: string) =>
        planned(items, item(id, id, { notBefore: 0, gap: 0 }), last, { rng, reach });
      const one = draw([], 'a');
      return Math.abs(one.notBefore - draw([one], 'b').notBefore) / hour;
    });
    const within = (hours: number) => far.filter((one) => one <= hours).length / far.length;
    // A seventh of the longest pause: drawn evenly, 27 of 100 pairs lie within it, and 20 of 100 is what is even.
    expect(within(48 / 7)).toBeGreaterThan(0.17);
    expect(within(48 / 7)).toBeLessThan(0.23);
  });
});

describe('the plan beside the named half', () => {
  const day = 24 * 60 * minute;
  const start = 100 * day;
  const rng = repeatable();
  const plannedAt = (named: number | undefined, more: Partial<StoredItem> = {}, context = 'two') => {
    const last = { context, at: start - 30 * day };
    const added = item('a', 'one', { notBefore: start, ...more });
    return planned([], added, last, { rng, reach: 2 * day, named }).notBefore - start;
  };

  it('gives who wrote there within the week the pause of an act in another thread before words', () => {
    const pauses = Array.from({ length: 200 }, () => plannedAt(start - day));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(minute);
    expect(Math.max(...pauses)).toBeGreaterThan(1.8 * day);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(2 * day);
  });

  it('keeps nobody waiting who wrote nothing there for a week, insists, or goes on in the same thread', () => {
    expect(plannedAt(undefined)).toBe(0);
    expect(plannedAt(start - 8 * day)).toBe(0);
    expect(plannedAt(start - day, { insisted: true })).toBe(0);
    expect(plannedAt(start - day, {}, 'one')).toBe(0);
  });
});

describe('the plan of a ballot', () => {
  const day = 24 * 60 * minute;
  const slot = '2026-11-02T10:00:00.000Z';
  const closes = Date.parse(slot) + 14 * day;
  const ballot = (id: string, more: Partial<StoredItem> = {}) =>
    item(id, 'one', {
      compose: {
        ...{ kind: 'ballot', room: 'square', thread: 'one', target: id, slot, company: null },
        choice: { choices: [0] },
      },
      gap: 6 * day,
      ...more,
    });

  it('lets words go while a ballot waits, and a ballot wait for words', () => {
    expect(first([ballot('a', { notBefore: 3 * day })], item('b', 'two'))).toBe(100);
    expect(first([item('b', 'two')], ballot('a')) * minute).toBe(100 * minute + 6 * day);
  });

  it('moves a ballot that would follow words at once', () => {
    const waiting = ballot('a', { notBefore: closes - 10 * day });
    const last = { context: 'two', at: closes - 10 * day - 1000 };
    expect(times([waiting], last)).toEqual([last.at + 6 * day]);
  });

  it('draws a pause that would outlast the vote anew out of what is left of it', () => {
    for (const left of [0.5, 1.2, 2, 4, 6.5]) {
      const at = closes - left * day;
      const until = first([item('b', 'two')], ballot('a', { notBefore: at, gap: 6.3 * day })) * minute;
      expect(until).toBeGreaterThanOrEqual(at + pauseLimits.least);
      expect(until).toBeLessThanOrEqual(Math.max(closes - day, at + pauseLimits.reachLeast));
    }
  });

  it('makes two of a person lie as far from each other as any two', () => {
    const rng = repeatable();
    const reach = pauseLimits.ballotReachMost;
    const last = { context: 'two', at: 0 };
    const far = Array.from({ length: 3000 }, () => {
      const draw = (items: StoredItem[], id: string) =>
        planned(items, ballot(id, { notBefore: 0, gap: 0 }), last, { rng, reach });
      const one = draw([], 'a');
      return Math.abs(one.notBefore - draw([one], 'b').notBefore) / day;
    });
    const within = (days: number) => far.filter((one) => one <= days).length / far.length;
    // Two evenly drawn pauses alone lie within a day of each other in 27 of 100 cases; 20 of 100 are what is even.
    expect(within(1)).toBeGreaterThan(0.17);
    expect(within(1)).toBeLessThan(0.23);
    expect(within(7)).toBe(1);
  });
});

describe('the next act to try', () => {
  const failed = { name: 'failed', code: 'offline', retryAt: 200 * minute } as const;

  it('is the oldest that is due', () => {
    const items = [item('a', 'one', { state: failed }), item('b', 'two')];
    expect(nextDue(items, 100 * minute)?.id).toBe('b');
    expect(nextDue(items, 200 * minute)?.id).toBe('a');
  });

  it('never overtakes an earlier one of its own thread', () => {
    const items = [item('a', 'one', { state: failed }), item('b', 'one')];
    expect(nextDue(items, 100 * minute)).toBeUndefined();
  });

  it('is at once what a crash interrupted', () => {
    expect(nextDue([item('a', 'one', { state: { name: 'sending' } })], 0)?.id).toBe('a');
  });
});
