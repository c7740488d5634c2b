import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, hex } from './bytes.ts';
import { CborError, type CborErrorCode, type CborValue, decodeCbor, encodeCbor } from './cbor.ts';

function refusal(bytes: string): CborErrorCode {
  try {
    decodeCbor(fromHex(bytes));
  } catch (error) {
    if (error instanceof CborError) return error.code;
    throw error;
  }
  throw new Error(`${bytes} was accepted`);
}

const value: fc.Arbitrary<CborValue> = fc.letrec<{ value: CborValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.maxSafeInteger().map((n) => n + 0),
    fc.string({ unit: 'grapheme' }),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Uint8Array.from(bytes)),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.string({ maxLength: 30 }), tie('value'), { maxKeys: 5, noNullPrototype: false }),
  ),
})).value;

describe('deterministic CBOR', () => {
  // RFC 8949 Appendix A.
  it.each<[CborValue, string]>([
    [0, '00'],
    [23, '17'],
    [24, '1818'],
    [1000, '1903e8'],
    [1000000, '1a000f4240'],
    [1000000000000, '1b000000e8d4a51000'],
    [-1, '20'],
    [-1000, '3903e7'],
    [false, 'f4'],
    [true, 'f5'],
    [null, 'f6'],
    [Uint8Array.of(1, 2, 3, 4), '4401020304'],
    ['IETF', '6449455446'],
    ['水', '63e6b0b4'],
    [[1, [2, 3], [4, 5]], '8301820203820405'],
    [{ a: 1, b: [2, 3] }, 'a26161016162820203'],
  ])('writes %j as the RFC does', (example, encoded) => {
    expect(hex(encodeCbor(example))).toBe(encoded);
    expect(encodeCbor(decodeCbor(fromHex(encoded)))).toEqual(fromHex(encoded));
  });

  it('orders keys by their encoding: shorter first, then bytewise', () => {
    expect(hex(encodeCbor({ b: 1, aa: 2, a: 3 }))).toBe('a3616103616201626161'.concat('02'));
  });

  it.each<[string, CborErrorCode]>([
    ['', 'cbor-truncated'],
    ['18', 'cbor-truncated'],
    ['4401', 'cbor-truncated'],
    ['9bffffffffffffffff', 'cbor-unsupported'],
    ['0000', 'cbor-trailing'],
    ['1817', 'cbor-not-canonical'],
    ['190018', 'cbor-not-canonical'],
    ['1a0000ffff', 'cbor-not-canonical'],
    ['1b00000000ffffffff', 'cbor-not-canonical'],
    ['1b0020000000000000', 'cbor-unsupported'],
    ['3b001fffffffffffff', 'cbor-unsupported'],
    ['9fff', 'cbor-not-canonical'],
    ['5f42010243030405ff', 'cbor-not-canonical'],
    ['a2616201616102', 'cbor-not-canonical'],
    ['a2616101616102', 'cbor-not-canonical'],
    ['a10102', 'cbor-unsupported'],
    ['c000', 'cbor-unsupported'],
    ['f90000', 'cbor-unsupported'],
    ['f7', 'cbor-unsupported'],
    ['f818', 'cbor-unsupported'],
    ['62c080', 'cbor-unsupported'],
    ['63eda080', 'cbor-unsupported'],
    ['81'.repeat(20).concat('00'), 'cbor-depth'],
  ])('refuses %s as %s', (bytes, code) => {
    expect(refusal(bytes)).toBe(code);
  });

  it.each([1.5, Number.NaN, -0, 2 ** 53, undefined, () => 1, Symbol('x'), 10n, '\uDC00'])(
    'does not write %s',
    (given) => {
      expect(() => encodeCbor(given as CborValue)).toThrow(CborError);
    },
  );

  it('gives back what was put in', () => {
    fc.assert(
      fc.property(value, (given) => {
        const bytes = encodeCbor(given);
        expect(encodeCbor(decodeCbor(bytes))).toEqual(bytes);
        expect(decodeCbor(bytes)).toEqual(given);
      }),
    );
  });

  it('takes a key named __proto__ as any other', () => {
    const map = decodeCbor(fromHex('a1695f5f70726f746f5f5f01')) as Record<string, CborValue>;
    expect(Object.keys(map)).toEqual(['__proto__']);
  });

  it('accepts random bytes only when they are the canonical form, and throws nothing but its own error', () => {
    const close = value.chain((given) =>
      fc.tuple(fc.constant(encodeCbor(given)), fc.nat(), fc.nat({ max: 255 })).map(([bytes, at, byte]) => {
        const changed = bytes.slice();
        changed[at % changed.length] = byte;
        return changed;
      }),
    );
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 64 }), close), (bytes) => {
        let decoded: CborValue;
        try {
          decoded = decodeCbor(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(CborError);
          return;
        }
        expect(hex(encodeCbor(decoded))).toBe(hex(bytes));
      }),
      { numRuns: 2000 },
    );
  });
});
