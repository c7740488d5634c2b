import { describe, expect, it } from 'vitest';
import { nextDue, plan, randomGap, retryDelay } from './plan.ts';
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

describe('the plan of the outbox', () => {
  it('lets the very first act leave at once', () => {
    expect(times([item('a', 'one')])).toEqual([100 * minute]);
  });

  it('keeps a distance to the last act in another thread, and none in the same', () => {
    const last = { context: 'one', at: 99 * minute };
    expect(times([item('a', 'one'), item('b', 'two')], last)).toEqual([100 * minute, 104 * minute]);
  });

  it('keeps the distance between acts that wait, each its own', () => {
    const items = [
      item('a', 'one'),
      item('b', 'two', { gap: 2 * minute }),
      item('c', 'three', { gap: 9 * minute }),
    ];
    expect(times(items)).toEqual([100 * minute, 102 * minute, 111 * minute]);
  });

  it('does not wait again for what left long ago', () => {
    expect(times([item('a', 'two')], { context: 'one', at: 10 * minute })).toEqual([100 * minute]);
  });

  it('obeys who insists, and leaves out what is sent or refused', () => {
    const sent = { name: 'sent', id: 'i', thread: 'one', seq: 0, slot: 's' } as const;
    const items = [item('a', 'one', { state: sent }), item('b', 'two', { insisted: true })];
    expect([...plan(items, { context: 'one', at: 100 * minute })]).toEqual([['b', 100 * minute]]);
  });

  it('draws a distance of 1 to 10 minutes out of all that lies between', () => {
    expect(randomGap((length) => new Uint8Array(length))).toBe(minute);
    expect(randomGap((length) => new Uint8Array(length).fill(255))).toBeLessThan(10 * minute);
    expect(randomGap((length) => new Uint8Array(length).fill(255))).toBeGreaterThan(9.99 * minute);
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
