import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPace } from './pace.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a pace', () => {
  it('lets the first of a crowd through at once, and then the last, once a gap', () => {
    const told: string[] = [];
    const pace = createPace(1000);
    for (let i = 0; i < 500; i++) pace.ask('post', () => told.push(`first ${i}`));
    expect(told).toEqual(['first 0']);
    vi.advanceTimersByTime(1000);
    expect(told).toEqual(['first 0', 'first 499']);
    pace.ask('post', () => told.push('too early'));
    pace.ask('post', () => told.push('second'));
    vi.advanceTimersByTime(999);
    expect(told).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(told.at(-1)).toBe('second');
  });

  it('lets one key wait for no other, and forgets what rests', () => {
    const told: string[] = [];
    const pace = createPace(1000);
    pace.ask('a', () => told.push('a'));
    pace.ask('b', () => told.push('b'));
    expect(told).toEqual(['a', 'b']);
    vi.advanceTimersByTime(1000);
    expect(vi.getTimerCount()).toBe(0);
    pace.ask('a', () => told.push('again'));
    expect(told).toEqual(['a', 'b', 'again']);
  });
});
