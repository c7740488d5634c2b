import { expect, it } from 'vitest';
import { fakeClock } from './clock.ts';

it('moves only when told, in either direction', () => {
  const clock = fakeClock('2026-01-31T23:59:00Z');
  const before = clock.now();
  clock.advance(60_000);
  expect(clock.now().toISOString()).toBe('2026-02-01T00:00:00.000Z');
  clock.advance(-60_000);
  expect(clock.now()).toEqual(before);
  clock.set('2027-01-01');
  expect(clock.now().getUTCFullYear()).toBe(2027);
});
