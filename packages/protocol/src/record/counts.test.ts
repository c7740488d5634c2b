import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex } from '../bytes.ts';
import { labelFor, labelKinds, matching } from '../label.ts';
import { emptyRoot } from '../log/hash.ts';
import { countsEntries, countsRoot, isScopeOf, type PublishedCount, rowsFor } from './counts.ts';
import { encodeEntry } from './entry.ts';
import { someCounts } from './test-entries.ts';

const counts = someCounts('2026-11');
const total = (rows: readonly { n: number }[]) => rows.reduce((sum, { n }) => sum + n, 0);
const acme = { epoch: '2026-11', company: 'acme', industry: 'games', standing: 'current' } as const;

describe('the counts of an epoch', () => {
  it('are taken over everybody, industries and companies, in this order', () => {
    expect(countsEntries('2026-11', counts).map(({ of, rows }) => [of, total(rows)])).toEqual([
      [{ kind: 'all' }, 20],
      [{ kind: 'industry', industry: 'chips' }, 6],
      [{ kind: 'industry', industry: 'games' }, 14],
      [{ kind: 'company', company: 'acme', industry: 'games' }, 10],
      [{ kind: 'company', company: 'pixel', industry: 'games' }, 4],
      [{ kind: 'company', company: 'zeta', industry: 'chips' }, 6],
    ]);
  });

  it('are the same whatever the order they are published in', () => {
    const all = [...counts, ...someCounts('2026-10'), { ...counts[0]!, company: 'none', n: 0 }];
    const root = hex(countsRoot(countsEntries('2026-11', counts)));
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(hex(countsRoot(countsEntries('2026-11', shuffled)))).toBe(root);
      }),
    );
  });

  it('have another root when one of them is another', () => {
    const root = hex(countsRoot(countsEntries('2026-11', counts)));
    for (const place of counts.keys()) {
      const other = counts.map((count, i) => (i === place ? { ...count, n: count.n + 1 } : count));
      expect(hex(countsRoot(countsEntries('2026-11', other)))).not.toBe(root);
    }
  });

  it('are none where nobody has a credential', () => {
    expect(countsEntries('2026-12', counts)).toEqual([]);
    expect(countsRoot([])).toEqual(emptyRoot);
  });

  it('are entries of a log', () => {
    for (const entry of countsEntries('2026-11', counts)) expect(() => encodeEntry(entry)).not.toThrow();
  });
});

describe('the counts that a label is measured by', () => {
  const entriesFor = (of: Parameters<typeof isScopeOf>[1], list: readonly PublishedCount[] = counts) =>
    countsEntries('2026-11', list).filter((entry) => isScopeOf(entry.of, of));

  it.each(labelKinds)('are one entry for a %s label, which says what the meter says', (kind) => {
    const label = labelFor(kind, acme);
    const [entry, ...more] = entriesFor(label);
    expect(more).toEqual([]);
    expect(total(rowsFor(label, entry!.rows))).toBe(matching(label, counts));
  });

  it('are not those of another company or industry', () => {
    expect(entriesFor(labelFor('company', { ...acme, company: 'rival' }))).toEqual([]);
    expect(entriesFor(labelFor('industry', { ...acme, industry: 'acme' }))).toEqual([]);
  });
});
