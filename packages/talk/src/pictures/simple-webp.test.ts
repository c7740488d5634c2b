import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { pictureLimits } from './limits.ts';
import { PictureFault, readSimpleWebp } from './simple-webp.ts';
import { chunk, frameOf, pixels, simpleFile, webpOf } from './test-files.ts';

const size = { width: 61, height: 47 };
let file: Buffer;
beforeAll(async () => {
  file = await simpleFile(size);
});

const refusal = (bytes: Uint8Array): string => {
  try {
    readSimpleWebp(bytes);
  } catch (error) {
    if (error instanceof PictureFault) return error.code;
    throw error;
  }
  return 'passed';
};
/** The file with one change at a place. */
const changed = (change: (copy: Buffer) => void) => {
  const copy = Buffer.from(file);
  change(copy);
  return copy;
};

describe('the simple form', () => {
  it('tells its size', () => expect(readSimpleWebp(file)).toEqual(size));

  it('is read from any view, wherever its bytes begin', () => {
    const within = Buffer.concat([Buffer.from('before'), file, Buffer.from('after')]);
    expect(readSimpleWebp(within.subarray(6, 6 + file.length))).toEqual(size);
  });

  it('is refused with anything behind it, whether counted or not', () => {
    for (const tail of ['\0', '<script>alert(1)</script>', 'PK\x03\x04zip']) {
      const longer = Buffer.concat([file, Buffer.from(tail)]);
      expect(refusal(longer)).toBe('picture-invalid');
      longer.writeUInt32LE(longer.length - 8, 4);
      expect(refusal(longer)).toBe('picture-invalid');
    }
  });

  it('has no room in its padding', () => {
    const odd = webpOf(
      chunk('VP8 ', Buffer.concat([frameOf(file), Buffer.alloc(1 - (frameOf(file).length % 2))])),
    );
    expect(refusal(odd)).toBe('passed');
    odd[odd.length - 1] = 1;
    expect(refusal(odd)).toBe('picture-invalid');
  });

  it('is refused with another chunk before or behind the frame: EXIF, XMP, colour profile, alpha, animation', () => {
    const vp8 = chunk('VP8 ', frameOf(file));
    for (const name of ['EXIF', 'XMP ', 'ICCP', 'ALPH', 'ANIM', 'ANMF', 'VP8X', 'VP8L', 'VP8 ', 'junk']) {
      const other = chunk(name, Buffer.alloc(10));
      expect([name, refusal(webpOf(other, vp8))]).toEqual([name, 'picture-invalid']);
      expect([name, refusal(webpOf(vp8, other))]).toEqual([name, 'picture-invalid']);
    }
  });

  it('is refused when it was written with metadata, with alpha, or without loss', async () => {
    const exif = { IFD0: { Copyright: 'me' }, IFD3: { GPSLatitude: '39/1 54/1 0/1' } };
    expect(refusal(await pixels(size).withExif(exif).webp().toBuffer())).toBe('picture-invalid');
    expect(refusal(await pixels(size).withIccProfile('p3').webp().toBuffer())).toBe('picture-invalid');
    expect(refusal(await pixels(size).ensureAlpha(0.5).webp().toBuffer())).toBe('picture-invalid');
    expect(refusal(await pixels(size).webp({ lossless: true }).toBuffer())).toBe('picture-invalid');
  });

  it('is refused when its header does not say a plain key frame', () => {
    const frame = 20;
    const breaks: Record<string, (copy: Buffer) => void> = {
      'between frames': (copy) => (copy[frame] = copy[frame]! | 1),
      profile: (copy) => (copy[frame] = copy[frame]! | 2),
      hidden: (copy) => (copy[frame] = copy[frame]! & ~16),
      'start code': (copy) => (copy[frame + 3] = 0),
      'scaled up': (copy) => (copy[frame + 7] = copy[frame + 7]! | 0x40),
      'no width': (copy) => copy.writeUInt16LE(0, frame + 6),
      'first partition beyond the end': (copy) => (copy[frame + 2] = 0xff),
    };
    for (const [name, change] of Object.entries(breaks)) {
      expect([name, refusal(changed(change))]).toEqual([name, 'picture-invalid']);
    }
  });

  it('has an end to its bytes and its sides', () => {
    const tall = changed((copy) => copy.writeUInt16LE(pictureLimits.side + 1, 28));
    expect(refusal(tall)).toBe('picture-too-large');
    expect(refusal(changed((copy) => copy.writeUInt16LE(16383, 26)))).toBe('picture-too-large');
    expect(refusal(Buffer.alloc(pictureLimits.bytes + 1))).toBe('picture-too-large');
  });
});

describe('whatever the bytes', () => {
  const outcomes = ['picture-invalid', 'picture-too-large', 'passed'];

  it('random ones are refused with a code', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(refusal(bytes)).toBe('picture-invalid');
      }),
    );
  });

  it('a file cut anywhere is refused', () => {
    fc.assert(
      fc.property(fc.nat({ max: file.length - 1 }), (length) => {
        expect(refusal(file.subarray(0, length))).toBe('picture-invalid');
      }),
    );
  });

  it('one changed byte of the header is refused, or gives a size within the limits', () => {
    fc.assert(
      fc.property(fc.nat({ max: 29 }), fc.nat({ max: 255 }), (at, byte) => {
        const copy = changed((bytes) => (bytes[at] = byte));
        expect(outcomes).toContain(refusal(copy));
        if (refusal(copy) !== 'passed') return;
        const { width, height } = readSimpleWebp(copy);
        expect(Math.min(width, height)).toBeGreaterThan(0);
        expect(Math.max(width, height)).toBeLessThanOrEqual(pictureLimits.side);
      }),
      { numRuns: 500 },
    );
  });
});
