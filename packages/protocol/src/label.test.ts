import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromUtf8 } from './bytes.ts';
import { type CborValue, encodeCbor } from './cbor.ts';
import type { Credential } from './credential.ts';
import {
  type CountRecord,
  type Label,
  labelBytes,
  labelFor,
  labelFromBytes,
  labelKinds,
  labelMessages,
  matching,
  parseLabel,
  widen,
} from './label.ts';
import { codeOf, flipBit } from './testing.ts';

const credential: Credential = { epoch: '2026-11', company: 'acme', industry: 'games', standing: 'current' };
const count = (
  company: string,
  industry: string,
  n: number,
  rest: Partial<CountRecord> = {},
): CountRecord => ({
  epoch: '2026-11',
  standing: 'current',
  company,
  industry,
  n,
  ...rest,
});
const counts = [
  count('acme', 'games', 4),
  count('acme', 'games', 3),
  count('acme', 'games', 50, { standing: 'former' }),
  count('acme', 'games', 70, { epoch: '2026-10' }),
  count('pixel', 'games', 10),
  count('acme-labs', 'chips', 40),
];

describe('labels', () => {
  it('disclose v1 and epoch always, and the rest as their kind asks', () => {
    const shown = labelKinds.map((kind) =>
      labelMessages(labelFor(kind, credential)).map(({ index, message }) => [index, fromUtf8(message)]),
    );
    expect(shown).toEqual([
      [
        [0, 'v1'],
        [1, '2026-11'],
        [2, 'acme'],
        [4, 'current'],
      ],
      [
        [0, 'v1'],
        [1, '2026-11'],
        [3, 'games'],
        [4, 'current'],
      ],
      [
        [0, 'v1'],
        [1, '2026-11'],
        [4, 'current'],
      ],
      [
        [0, 'v1'],
        [1, '2026-11'],
      ],
    ]);
  });

  it('give back what was put in', () => {
    for (const kind of labelKinds) {
      const label = labelFor(kind, credential);
      expect(labelFromBytes(labelBytes(label))).toEqual(label);
    }
  });

  it.each([
    null,
    'company',
    {},
    { kind: 'department', epoch: '2026-11' },
    { kind: 'alias' },
    { kind: 'alias', epoch: '2026-11', standing: 'current' },
    { kind: 'company', epoch: '2026-11', company: 'Acme', standing: 'current' },
    { kind: 'company', epoch: '2026-11', company: 'acme', industry: 'games', standing: 'current' },
    { kind: 'industry', epoch: '2026-11', industry: 'games', standing: 'boss' },
    { kind: 'professional', epoch: 'today', standing: 'current' },
  ])('are not made of %j', (value) => {
    expect(codeOf(() => parseLabel(value))).toBe('label-invalid');
    expect(codeOf(() => labelFromBytes(encodeCbor(value as CborValue)))).toBe('label-invalid');
  });

  it('mean something else, or nothing, when a bit changes', () => {
    const bytes = labelBytes(labelFor('company', credential));
    for (let place = 0; place < bytes.length * 8; place++) {
      let changed: Label;
      try {
        changed = labelFromBytes(flipBit(bytes, place));
      } catch (error) {
        expect(error).toMatchObject({ code: 'label-invalid' });
        continue;
      }
      expect(changed).not.toEqual(labelFor('company', credential));
    }
  });

  it('are refused with one code, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(codeOf(() => labelFromBytes(bytes))).toBe('label-invalid');
      }),
    );
  });
});

describe('the anonymity meter', () => {
  it('counts the credentials of the epoch that match all that is disclosed', () => {
    expect(labelKinds.map((kind) => matching(labelFor(kind, credential), counts))).toEqual([7, 17, 57, 107]);
  });

  it('keeps a label that enough people share', () => {
    expect(widen({ kind: 'company', credential, counts, floor: 7 })).toEqual({
      label: labelFor('company', credential),
      n: 7,
    });
  });

  it('widens step by step to the first label that enough people share', () => {
    const widened = (floor: number) => widen({ kind: 'company', credential, counts, floor })?.label.kind;
    expect([8, 18, 58, 108].map(widened)).toEqual(['industry', 'professional', 'alias', undefined]);
  });

  it('never narrows', () => {
    expect(widen({ kind: 'professional', credential, counts, floor: 1 })?.label.kind).toBe('professional');
  });
});
