import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  equal,
  fromBase64url,
  fromHex,
  fromInteger,
  fromUtf8,
  hex,
  toBase64url,
  toInteger,
  utf8,
} from './bytes.ts';
import { codeOf } from './testing.ts';

describe('base64url', () => {
  it('gives back what was put in, as Buffer would', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64url(toBase64url(bytes))).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it.each(['A', 'AA==', 'A A', 'AB', 'AAB', '+/+/', 'é', 'AAAA\n'])('refuses %j', (text) => {
    expect(codeOf(() => fromBase64url(text))).toBe('bytes-invalid');
  });

  it('refuses another length than asked for', () => {
    expect(fromBase64url('AAAA', 3)).toHaveLength(3);
    expect(codeOf(() => fromBase64url('AAAA', 32))).toBe('bytes-invalid');
  });

  it('has one text for each byte string', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{0,40}$/), (text) => {
        try {
          expect(toBase64url(fromBase64url(text))).toBe(text);
        } catch (error) {
          expect(error).toMatchObject({ code: 'bytes-invalid' });
        }
      }),
    );
  });
});

describe('texts, hexadecimal and integers', () => {
  it('keeps a byte order mark and refuses what is not UTF-8', () => {
    expect(fromUtf8(utf8('\uFEFF茶'))).toBe('\uFEFF茶');
    expect(codeOf(() => fromUtf8(Uint8Array.of(0xc0, 0x80)))).toBe('bytes-invalid');
    expect(codeOf(() => utf8('\uD800'))).toBe('bytes-invalid');
  });

  it('reads hexadecimal in either case and nothing else', () => {
    expect(hex(fromHex('00fFa1'))).toBe('00ffa1');
    expect(codeOf(() => fromHex('0'))).toBe('bytes-invalid');
    expect(codeOf(() => fromHex('0x'))).toBe('bytes-invalid');
  });

  it('turns integers to bytes of a length and back', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 256n - 1n), (value) => toInteger(fromInteger(value, 32)) === value),
    );
    expect(codeOf(() => fromInteger(256n, 1))).toBe('bytes-invalid');
    expect(codeOf(() => fromInteger(-1n, 1))).toBe('bytes-invalid');
  });

  it('compares by content and length', () => {
    expect(equal(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(equal(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
    expect(equal(Uint8Array.of(1), Uint8Array.of(1, 0))).toBe(false);
  });
});
