import type { ThreadSort, ThreadSummary } from '@teahouse/contract/talk';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merge, type RoomList } from './merge.ts';

const at = (slot: number) => new Date(1.7e12 + slot * 300_000).toISOString();
const thread = (id: string, slot: number, voices: number): ThreadSummary => ({
  ...{
    id,
    room: 'r',
    title: '',
    excerpt: '',
    lang: null,
    replies: 0,
    voices,
    pictures: 0,
    poll: false,
    highlight: null,
  },
  opener: { pseudonym: '', publicKey: '', label: { kind: 'alias', epoch: '2026-11' } },
  ...{ slot: at(slot), lastSlot: at(slot + voices), deleted: false },
  order: { state: 'shown', locked: false, slowMinutes: 0 },
});
const value: Record<ThreadSort, (t: ThreadSummary) => number> = {
  active: (t) => Date.parse(t.lastSlot),
  new: (t) => Date.parse(t.slot),
  hot: (t) => Date.parse(t.slot) / 300_000 + 144 * Math.log2(1 + t.voices),
  day: (t) => t.voices * 1e15 + Date.parse(t.slot),
  week: (t) => t.voices * 1e15 + Date.parse(t.slot),
};
const sorted = (threads: readonly ThreadSummary[], sort: ThreadSort) =>
  [...threads].sort((a, b) => value[sort](b) - value[sort](a));

describe('lists of several rooms', () => {
  const room = fc.array(fc.tuple(fc.nat(2000), fc.integer({ min: 1, max: 9 })), { maxLength: 12 });
  const sorts = fc.constantFrom<ThreadSort>('active', 'new', 'hot', 'day', 'week');

  test('read on page by page come out as one list, in order and with nothing left out', () => {
    fc.assert(
      fc.property(
        fc.array(room, { maxLength: 4 }),
        sorts,
        fc.integer({ min: 1, max: 4 }),
        (rooms, sort, size) => {
          const whole = rooms.map((threads, r) =>
            sorted(
              threads.map(([slot, voices], i) => thread(`${r}-${i}`, slot, voices)),
              sort,
            ),
          );
          const shown = whole.map(() => size);
          const lists = (): RoomList[] =>
            whole.map((threads, r) => {
              const threadsShown = threads.slice(0, shown[r]);
              return {
                room: String(r),
                threads: threadsShown,
                next: threadsShown.length < threads.length ? 'more' : null,
              };
            });
          let merged = merge(lists(), sort);
          let before: readonly ThreadSummary[] = [];
          for (let i = 0; merged.waiting.length > 0; i += 1) {
            expect(i).toBeLessThan(100);
            expect(merged.threads.slice(0, before.length).map(value[sort])).toEqual(before.map(value[sort]));
            before = merged.threads;
            for (const one of merged.waiting) shown[Number(one)] = (shown[Number(one)] ?? 0) + size;
            merged = merge(lists(), sort);
          }
          expect(merged.threads.map(value[sort])).toEqual(sorted(whole.flat(), sort).map(value[sort]));
          expect(new Set(merged.threads.map(({ id }) => id)).size).toBe(whole.flat().length);
        },
      ),
    );
  });

  test('end where it is not known what comes between', () => {
    const a = { room: 'a', threads: [thread('a1', 90, 1), thread('a2', 50, 1)], next: 'more' };
    const b = { room: 'b', threads: [thread('b1', 70, 1), thread('b2', 10, 1)], next: null };
    const { threads, waiting } = merge([a, b], 'new');
    expect(threads.map(({ id }) => id)).toEqual(['a1', 'b1', 'a2']);
    expect(waiting).toEqual(['a']);
  });
});
