import { expect, it } from 'vitest';
import { createIdle } from './idle.ts';

const minutes = 60_000;

it('locks after so many minutes without use, counted from the last one', () => {
  const idle = createIdle(0);
  expect(idle.isOver(15, 14 * minutes)).toBe(false);
  idle.used(14 * minutes);
  expect(idle.isOver(15, 28 * minutes)).toBe(false);
  expect(idle.isOver(15, 29 * minutes)).toBe(true);
  expect(idle.isOver(60, 29 * minutes)).toBe(false);
});

it('locks a device that slept, or whose clock was set back, and never where only closing locks', () => {
  const idle = createIdle(100 * minutes);
  expect(idle.isOver(15, 900 * minutes)).toBe(true);
  expect(idle.isOver(15, 10 * minutes)).toBe(true);
  expect(idle.isOver('closed', 9000 * minutes)).toBe(false);
});
