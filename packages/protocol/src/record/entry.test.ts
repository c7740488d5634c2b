import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex } from '../bytes.ts';
import { type CborValue, decodeCbor, encodeCbor } from '../cbor.ts';
import { ProtocolError } from '../errors.ts';
import { bytes32, codeOf, flipBit } from '../testing.ts';
import { decodeEntry, type Entry, encodeEntry } from './entry.ts';
import { recordLimits } from './fields.ts';
import { sortActs } from './hashes.ts';
import { anyEntry, entryArbitraries, leavesOf, someIssuerLog } from './test-entries.ts';

const raw = (value: unknown) => encodeCbor({ v: 1, ...(value as object) } as CborValue);
const refuses = (value: unknown) => {
  expect(codeOf(() => decodeEntry(raw(value)))).toBe('entry-invalid');
  expect(codeOf(() => encodeEntry(value as Entry))).toBe('entry-invalid');
};

describe('an entry', () => {
  it.each(Object.entries(entryArbitraries))('of type %s comes back as it was', (_type, entries) => {
    fc.assert(
      fc.property(entries as fc.Arbitrary<Entry>, (entry) => {
        const bytes = encodeEntry(entry);
        expect(decodeEntry(bytes)).toEqual(entry);
        expect(hex(encodeEntry(decodeEntry(bytes)))).toBe(hex(bytes));
      }),
    );
  });

  it('with one more field, or one less, is none', () => {
    fc.assert(
      fc.property(anyEntry, fc.nat(), (entry, place) => {
        refuses({ ...entry, note: '' });
        const { [Object.keys(entry)[place % Object.keys(entry).length]!]: _, ...less } =
          entry as unknown as Record<string, unknown>;
        refuses(less);
      }),
    );
  });

  it('of another version, of no type, or of no map is none', () => {
    const { type: _, ...fields } = someIssuerLog()[1] as Extract<Entry, { type: 'issuer-key' }>;
    const values = [{ v: 2, type: 'issuer-key', ...fields }, { type: 'issuer-key', ...fields }, [1], null, 7];
    for (const value of values) {
      expect(codeOf(() => decodeEntry(encodeCbor(value as CborValue)))).toBe('entry-invalid');
    }
    for (const type of ['toString', '__proto__', 'LOG', '', 7, null]) refuses({ type, ...fields });
  });

  it('in other than its canonical bytes is none', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const bytes = encodeEntry(entry);
        expect(codeOf(() => decodeEntry(Uint8Array.of(...bytes, 0)))).toBe('entry-invalid');
        expect(codeOf(() => decodeEntry(bytes.subarray(0, -1)))).toBe('entry-invalid');
        // A map's head in two bytes instead of one.
        const long = Uint8Array.of(0xb8, bytes[0]! & 0x1f, ...bytes.subarray(1));
        expect(codeOf(() => decodeEntry(long))).toBe('entry-invalid');
      }),
    );
  });

  it('never comes of bytes but its own, and any other error is none of ours', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.tuple(anyEntry, fc.nat()).map(([entry, place]) => flipBit(encodeEntry(entry), place)),
    );
    fc.assert(
      fc.property(bytes, (of) => {
        try {
          expect(hex(encodeEntry(decodeEntry(of)))).toBe(hex(of));
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is no longer than a log takes', () => {
    expect(codeOf(() => decodeEntry(new Uint8Array(recordLimits.entryBytes + 1)))).toBe('entry-invalid');
    expect(encodeEntry(leavesOf('2026-11', 'acme', recordLimits.leavesPerEntry)).length).toBeLessThan(
      recordLimits.entryBytes,
    );
  });
});

describe('lists in an entry', () => {
  const a = { standing: 'current', evidence: 'a', n: 1 };
  const b = { standing: 'former', evidence: 'a', n: 1 };
  const counts = (rows: unknown) => ({ type: 'counts', epoch: '2026-11', of: { kind: 'all' }, rows });
  const leaves = (list: unknown) => ({ type: 'leaves', epoch: '2026-11', company: null, leaves: list });
  const some = sortActs(['1', '2', '3'].map(bytes32));

  it.each([
    ['out of order', [b, a]],
    ['twice', [a, a]],
    ['of zero', [{ ...a, n: 0 }]],
    ['of less', [{ ...a, n: -1 }]],
    ['with more in them', [{ ...a, company: 'acme' }]],
    ['of no standing', [{ ...a, standing: 'gone' }]],
    ['that are none', []],
    ['that are no list', { 0: a }],
    ['that are too many', Array.from({ length: 33 }, (_, i) => ({ ...a, evidence: `e${100 + i}` }))],
  ])('refuse rows %s', (_what, rows) => {
    expect(() => encodeEntry(counts([a, b]) as Entry)).not.toThrow();
    refuses(counts(rows));
  });

  it.each([
    ['out of order', some.toReversed()],
    ['twice', [some[0], some[0]]],
    ['that are short', [some[0]!.subarray(1)]],
    ['that are none', []],
    ['that are too many', sortActs(Array.from({ length: 129 }, (_, i) => bytes32(`${i}`)))],
  ])('refuse leaves %s', (_what, list) => {
    expect(() => encodeEntry(leaves(some) as Entry)).not.toThrow();
    refuses(leaves(list));
  });

  it.each([
    { kind: 'all', company: 'acme' },
    { kind: 'company', company: 'acme' },
    { kind: 'industry', industry: 'Games' },
    { kind: 'planet' },
    null,
  ])('refuse counts over %j', (of) => {
    refuses({ ...counts([a]), of });
  });
});

it('the bytes of an entry are a CBOR map with its version', () => {
  expect(decodeCbor(encodeEntry({ type: 'log', instance: 'tea.example', plane: 'talk' }))).toEqual({
    v: 1,
    type: 'log',
    instance: 'tea.example',
    plane: 'talk',
  });
});
