import type { ThreadSummary } from '@teahouse/contract/talk';
import { describe, expect, it } from 'vitest';
import type { TalkCaller } from '../call.ts';
import { createTraffic } from './traffic.ts';

const start = Date.parse('2026-11-18T12:00:00Z');
const minute = 60_000;

function stage(lastSlots: readonly number[]) {
  let now = start;
  let asked = 0;
  let isAway = false;
  const talk = {
    latest: async () => {
      asked += 1;
      if (isAway) throw new TypeError('no network');
      const threads = lastSlots.map((ago) => ({ lastSlot: new Date(start - ago * minute).toISOString() }));
      return { threads: threads as unknown as ThreadSummary[], next: null };
    },
  } as unknown as TalkCaller;
  const traffic = createTraffic(talk, { now: () => new Date(now) });
  return {
    reach: async () => (await traffic.reach({ kind: 'reply' })) / minute,
    ballots: async () => (await traffic.reach({ kind: 'ballot' })) / minute,
    later: (minutes: number) => {
      now += minutes * minute;
    },
    away: () => {
      isAway = true;
    },
    asked: () => asked,
  };
}
const threads = (oldest: number) => Array.from({ length: 30 }, (_, i) => Math.min(i, oldest));

describe('the longest pause', () => {
  it('is eight times that in which thirty threads last saw an act', async () => {
    expect(await stage(threads(29)).reach()).toBe(8 * 29);
    expect(await stage(Array.from({ length: 30 }, (_, i) => i * 10)).reach()).toBe(8 * 290);
  });

  it('is ten minutes where much goes on, and two days where little does', async () => {
    expect(await stage(threads(1)).reach()).toBe(10);
    expect(await stage(Array.from({ length: 30 }, () => 5000)).reach()).toBe(48 * 60);
    expect(await stage([0, 0, 0]).reach()).toBe(48 * 60);
  });

  it('is eight times as long for a ballot, and a week where little goes on', async () => {
    expect(await stage(threads(29)).ballots()).toBe(8 * 8 * 29);
    expect(await stage([0, 0, 0]).ballots()).toBe(7 * 24 * 60);
  });

  it('is asked for again after ten minutes, and stays what it was where nobody answers', async () => {
    const place = stage(threads(29));
    expect([await place.reach(), await place.reach(), place.asked()]).toEqual([232, 232, 1]);
    place.later(11);
    place.away();
    expect([await place.reach(), place.asked()]).toEqual([232, 2]);
  });

  it('is two days where nothing is known', async () => {
    const place = stage([]);
    place.away();
    expect(await place.reach()).toBe(48 * 60);
  });
});
