import { describe, expect, it } from 'vitest';
import { daysSince } from './age.ts';

describe('the age of a case', () => {
  const noon = Date.parse('2026-11-22T12:00:00Z');
  it('is nought on its own day, and counts calendar days', () => {
    expect(daysSince('2026-11-22', noon)).toBe(0);
    expect(daysSince('2026-11-21', noon)).toBe(1);
    expect(daysSince('2026-10-22', noon)).toBe(31);
  });
  it('is never less than nought, whatever this clock says', () => {
    expect(daysSince('2026-11-23', noon)).toBe(0);
  });
});
