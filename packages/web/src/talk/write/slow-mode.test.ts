import { expect, it } from 'vitest';
import { waitFor } from './slow-mode.ts';

const at = (slot: string, pseudonym = 'mine') => ({ pseudonym, slot: `2026-11-22T${slot}:00Z` });
const now = Date.parse('2026-11-22T10:07:00Z');

it('lets a mask post at once that has not spoken yet, whatever others did', () => {
  expect(waitFor([], 'mine', 15, now)).toBe(0);
  expect(waitFor([at('10:05', 'other')], 'mine', 15, now)).toBe(0);
  expect(waitFor([at('10:05')], undefined, 15, now)).toBe(0);
});

it('counts from the slot of the last post of one’s own', () => {
  expect(waitFor([at('09:00'), at('10:05'), at('10:05', 'other')], 'mine', 15, now)).toBe(13);
  expect(waitFor([at('10:05'), at('09:00')], 'mine', 15, now)).toBe(13);
});

it('is over when the minutes have passed', () => {
  expect(waitFor([at('09:50')], 'mine', 15, now)).toBe(0);
});
