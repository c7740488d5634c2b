import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { atLeast, atMost, median, percentile, report, tableOf, told } from './figures.ts';

afterEach(() => vi.restoreAllMocks());

describe('a figure', () => {
  it('holds up to its limit, the limit included', () => {
    expect(atMost('bench.a', 3, 'ms', 3).holds).toBe(true);
    expect(atMost('bench.a', 3.01, 'ms', 3).holds).toBe(false);
    expect(atLeast('bench.a', 100, '1/s', 100).holds).toBe(true);
    expect(atLeast('bench.a', 99.9, '1/s', 100).holds).toBe(false);
  });

  it('is judged before it is rounded', () => {
    expect(atLeast('bench.a', 99.97, '1/s', 100)).toMatchObject({ value: 100, holds: false });
  });

  it('that was not measured does not hold', () => {
    expect(atMost('bench.a', Number.NaN, 'ms', 3).holds).toBe(false);
    expect(atLeast('bench.a', Number.NaN, 'ms', 3).holds).toBe(false);
  });

  it('shows three digits', () => {
    expect(told('bench.a', 0.123456, 's').value).toBe(0.123);
    expect(told('bench.a', 12345.6, '1/s').value).toBe(12346);
  });
});

describe('a report', () => {
  it('fails when one limit does not hold, and says which', () => {
    vi.spyOn(console, 'log').mockImplementation(() => {});
    const good = [told('bench.a', 1, 's'), atMost('bench.b', 1, 's', 2)];
    const bad = atMost('bench.c', 3, 's', 2);
    expect(report('bench', good, undefined)).toBe(0);
    expect(report('bench', [...good, bad], undefined)).toBe(1);
    expect(tableOf([...good, bad]).match(/^BAD .*$/m)?.[0]).toContain('bench.c');
  });

  it('is written in the one form', () => {
    vi.spyOn(console, 'log').mockImplementation(() => {});
    const folder = mkdtempSync(path.join(tmpdir(), 'tea-figures-'));
    const file = path.join(folder, 'bench.json');
    report('bench', [atMost('bench.b', 1, 's', 2, 'a word')], file);
    const written = JSON.parse(readFileSync(file, 'utf8'));
    rmSync(folder, { recursive: true });
    expect(written).toEqual({
      program: 'bench',
      commit: expect.any(String),
      machine: expect.stringContaining('Node'),
      figures: [{ name: 'bench.b', value: 1, unit: 's', limit: 2, holds: true, note: 'a word' }],
    });
  });
});

describe('the middle', () => {
  it('of an odd and an even number of values', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([7])).toBe(7);
    expect(median([])).toBeNaN();
  });

  it('and the tail', () => {
    const values = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(percentile(values, 0.5)).toBe(50);
    expect(percentile(values, 0.99)).toBe(99);
    expect(percentile(values, 1)).toBe(100);
    expect(percentile([], 0.5)).toBeNaN();
  });
});
