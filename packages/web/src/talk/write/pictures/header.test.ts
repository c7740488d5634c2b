import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PictureFault } from './fault.ts';
import { readHeader } from './header.ts';

const outcome = (bytes: Uint8Array) => {
  try {
    return readHeader(bytes);
  } catch (error) {
    if (error instanceof PictureFault) return error.code;
    throw error;
  }
};
const latin = (text: string) => Buffer.from(text, 'latin1');
const u16 = (value: number, little = false) => {
  const bytes = Buffer.alloc(2);
  if (little) bytes.writeUInt16LE(value);
  else bytes.writeUInt16BE(value);
  return bytes;
};
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const join = (...parts: (string | Uint8Array)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? latin(part) : part)));

const png = (width: number, height: number) =>
  join('\x89PNG\r\n\x1a\n', u32(13), 'IHDR', u32(width), u32(height), '\x08\x02\0\0\0');
const segment = (marker: number, payload: Uint8Array) =>
  join(Uint8Array.of(0xff, marker), u16(payload.length + 2), payload);
const jpeg = (width: number, height: number, frame = 0xc0) =>
  join(
    '\xff\xd8',
    segment(0xe1, join('Exif\0\0', Buffer.alloc(60_000, 0xff))),
    segment(0xc4, Buffer.alloc(20)),
    '\xff', // a fill byte
    segment(frame, join('\x08', u16(height), u16(width), '\x03', Buffer.alloc(9))),
  );
const gif = (width: number, height: number) => join('GIF89a', u16(width, true), u16(height, true), '\0\0\0');
const lossy = (width: number, height: number) =>
  join('RIFF\0\0\0\0WEBPVP8 \0\0\0\0\x10\0\0\x9d\x01\x2a', u16(width, true), u16(height, true));
const lossless = (width: number, height: number) => {
  const bits = Buffer.alloc(4);
  bits.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0);
  return join('RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f', bits);
};
const extended = (width: number, height: number) => {
  const size = Buffer.alloc(6);
  size.writeUIntLE(width - 1, 0, 3);
  size.writeUIntLE(height - 1, 3, 3);
  return join('RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x10\0\0\0', size);
};
const iso = (brand: string, ...sizes: [number, number][]) =>
  join(
    u32(20),
    `ftyp${brand}\0\0\0\0mif1`,
    ...sizes.map(([width, height]) => join(u32(20), 'ispe', u32(0), u32(width), u32(height))),
  );

describe('the header of a picture', () => {
  it('tells kind and size of every kind that is taken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7900 }), fc.integer({ min: 1, max: 7900 }), (width, height) => {
        expect(outcome(png(width, height))).toEqual({ kind: 'png', width, height });
        expect(outcome(jpeg(width, height))).toEqual({ kind: 'jpeg', width, height });
        expect(outcome(jpeg(width, height, 0xc2))).toEqual({ kind: 'jpeg', width, height });
        expect(outcome(gif(width, height))).toEqual({ kind: 'gif', width, height });
        for (const webp of [lossy, lossless, extended])
          expect(outcome(webp(width, height))).toEqual({ kind: 'webp', width, height });
        expect(outcome(iso('avif', [512, 1], [width, height]))).toMatchObject({ kind: 'avif' });
      }),
      { numRuns: 50 },
    );
  });

  it('of tiles and previews takes the largest', () => {
    const header = outcome(iso('heic', [512, 512], [4032, 3024], [320, 240]));
    expect(header).toEqual({ kind: 'heic', width: 4032, height: 3024 });
  });

  it('refuses a hundred megapixels, in every kind', () => {
    const [width, height] = [10_000, 10_000];
    const huge = [png, jpeg, gif, lossy, lossless, extended].map((make) => outcome(make(width, height)));
    expect(huge).toEqual(Array(6).fill('picture-too-large'));
    expect(outcome(iso('avif', [64, 64], [width, height]))).toBe('picture-too-large');
    expect(outcome(png(0xffffffff, 0xffffffff))).toBe('picture-too-large');
  });

  it('refuses a size of nothing', () => {
    for (const make of [png, jpeg, gif, lossy]) expect(outcome(make(0, 5))).toBe('picture-unreadable');
  });

  it('refuses what is no picture, or one that runs', () => {
    for (const text of [
      '',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '%PDF-1.7',
      'BM',
      'II*\0',
      '\0\0\0\x18ftypmp42',
    ])
      expect(outcome(latin(text))).toBe('picture-kind');
  });
});

describe('whatever the bytes', () => {
  const heads = [
    png(9, 9),
    jpeg(9, 9),
    gif(9, 9),
    lossy(9, 9),
    lossless(9, 9),
    extended(9, 9),
    iso('avif', [9, 9]),
  ];
  const codes = ['picture-kind', 'picture-unreadable', 'picture-too-large'];

  it('a header gives a size within the limit, or a code', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...heads),
        fc.nat(),
        fc.uint8Array({ maxLength: 80 }),
        (head, cut, tail) => {
          const found = outcome(join(head.subarray(0, cut % (head.length + 1)), tail));
          if (typeof found === 'string') {
            expect(codes).toContain(found);
            return;
          }
          expect(found.width * found.height).toBeLessThanOrEqual(64_000_000);
          expect(Math.min(found.width, found.height)).toBeGreaterThan(0);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
