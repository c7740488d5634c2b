import { createHash } from 'node:crypto';
import { createDice } from '@teahouse/testbed/dice';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, createFinder, findOwners } from './owners.ts';
import type { PlaneRows, Row } from './rows.ts';
import { createNearest } from './strategies/nearest.ts';
import { findTimeColumns } from './times.ts';

const row = (table: string, values: (string | null)[], raw = '', place = 1): Row => ({
  ...{ table, place, xid: 1, lsn: undefined, time: undefined, values, raw },
});
const plane = (rows: Row[], columns: Record<string, string[]> = {}): PlaneRows => ({
  rows,
  columns: new Map(
    Object.entries(columns).map(([table, names]) => [table, names.map((name) => ({ name, type: 'text' }))]),
  ),
});
const hash = (word: string) => createHash('sha256').update(word).digest('hex');

describe('finding whom a row is about', () => {
  it('follows values from table to table, and into dead rows', () => {
    const rows = [
      row('accounts', ['ann-account', 'zh']),
      row('accounts', ['bob-account', 'zh']),
      row('jobs', ['job-of-ann', 'ann-account', 'some-company']),
      row('jobs', ['job-of-bob', 'bob-account', 'some-company']),
      row('credentials', ['job-of-bob', '2026-11', 'some-company']),
      row('jobs', [], `00ff${bytesOf('job-of-ann')}00`),
    ];
    const { owners } = findOwners(
      plane(rows),
      new Map(
        [
          ['ann-account', 0],
          ['bob-account', 1],
        ].map(([k, v]) => [bytesOf(k as string), v as number]),
      ),
    );
    expect([...owners]).toEqual([0, 1, 0, 1, 1, 0]);
  });

  it('finds a known value at any place of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 40 }), (before, after) => {
        const find = createFinder(new Map([[hash('x'), 7]]));
        const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
        expect(find(hex(before) + hash('x') + hex(after))).toContain(7);
        expect(find(hex(before) + hex(after))).toEqual([]);
      }),
    );
  });
});

describe('columns that tell time', () => {
  it('are found by their values: days, moments, slots of five minutes', () => {
    const rows = [
      row('t', ['2026-11-03', '2026-11-03 10:00:00.5+00', '5982000', '3', 'x']),
      row('t', ['2026-11-04', '2026-11-04 10:00:00.5+00', '5982001', '4', 'y']),
    ];
    const side = {
      ...plane(rows, { t: ['day', 'moment', 'slot', 'count', 'word'] }),
      known: new Map(),
      owners: new Int32Array(2),
    };
    const found = findTimeColumns(side);
    expect(found.map(({ column }) => column)).toEqual(['day', 'moment', 'slot']);
    expect(found.map(({ step }) => step)).toEqual([86_400_000, 1, 300_000]);
    expect(found[2]?.read(rows[0] as Row)).toBe(5_982_000 * 300_000);
  });
});

describe('who was nearest', () => {
  it('is the closest candidate, before or around', () => {
    const nearest = createNearest(
      [
        { at: 1, who: 0 },
        { at: 5, who: 1 },
        { at: 6, who: 2 },
        { at: 9, who: 3 },
      ],
      createDice(1),
    );
    expect(nearest(7, new Set([1, 3]), 'before')).toBe(1);
    expect(nearest(8, new Set([1, 3]), 'around')).toBe(3);
    expect(nearest(0, new Set([1]), 'before')).toBe(-1);
  });
});
