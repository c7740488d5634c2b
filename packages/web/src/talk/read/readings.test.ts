import { expect, test } from 'vitest';
import { dropRoom, threadsOf } from './readings.ts';
import { threadOf } from './thread-reading.ts';

test('a room that is dropped leaves nothing of its lists, however sorted, and of its threads; others stay', () => {
  const inside = () => [threadsOf('in-x'), threadsOf('in-x', 'hot'), threadOf({ room: 'in-x', thread: 'a' })];
  const outside = () => [threadsOf(null), threadsOf('pay', 'new'), threadOf({ room: 'pay', thread: 'b' })];
  const [before, others] = [inside(), outside()];
  dropRoom('in-x');
  const after = inside();
  for (const [i, reading] of before.entries()) expect(after[i]).not.toBe(reading);
  expect(outside().every((reading, i) => reading === others[i])).toBe(true);
});
