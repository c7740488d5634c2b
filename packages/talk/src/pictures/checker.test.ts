import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import { createLogger } from '@teahouse/kit/log';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPictureChecker, type PictureChecker } from './checker.ts';
import { readSimpleWebp } from './simple-webp.ts';
import { chunk, declaring, frameOf, pixels, simpleFile, webpOf } from './test-files.ts';

const size = { width: 320, height: 200 };
const lines: string[] = [];
const log = createLogger({ name: 'test', write: (line) => lines.push(line) });
let checker: PictureChecker;
let file: Buffer;
let others: Record<string, Buffer>;
beforeAll(async () => {
  file = await simpleFile(size);
  // Made before there is a checker: it takes every decoder but one out of the process.
  others = await otherFiles(file);
  checker = createPictureChecker({ workers: 1, queue: 2, log });
});
afterAll(() => checker.close());

/** Files that are no picture of ours, though programs open them. */
async function otherFiles(simple: Buffer): Promise<Record<string, Buffer>> {
  const strip = Buffer.alloc(320 * 400 * 3, 90);
  const frames = () =>
    sharp(strip.fill(200, 0, 320 * 200 * 3), {
      raw: { width: 320, height: 400, channels: 3, pageHeight: 200 },
    });
  const png = await pixels(size).png().toBuffer();
  const vp8 = chunk('VP8 ', frameOf(simple));
  return {
    svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    'moving png': Buffer.concat([png.subarray(0, 33), chunk('acTL', Buffer.alloc(8)), png.subarray(33)]),
    'moving gif': await frames()
      .gif({ loop: 0, delay: [10, 10] })
      .toBuffer(),
    'moving webp': await frames()
      .webp({ loop: 0, delay: [10, 10] })
      .toBuffer(),
    jpeg: await pixels(size).jpeg().toBuffer(),
    tiff: await pixels(size).tiff().toBuffer(),
    'webp without loss': await pixels(size).webp({ lossless: true }).toBuffer(),
    'webp with a profile': await pixels(size).withIccProfile('p3').webp().toBuffer(),
    'webp with markup': webpOf(vp8, chunk('EXIF', html)),
    'webp, then markup': Buffer.concat([simple, html]),
    'markup, then webp': Buffer.concat([html, simple]),
    'webp, then zip': Buffer.concat([simple, jar]),
    'gif, then jar': Buffer.concat([await pixels(size).gif().toBuffer(), jar]),
    'png of a hundred megapixels': bigPng(),
  };
}
const html = Buffer.from('<html><script>alert(document.domain)</script>');
const jar = Buffer.from('PK\x03\x04\x14\0\0\0 META-INF/MANIFEST.MF PK\x05\x06');
/** Black and white, 10,000 pixels a side: twelve kilobytes. */
function bigPng(): Buffer {
  const header = Buffer.from([0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10, 1, 0, 0, 0, 0]);
  const part = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const data = deflateSync(Buffer.alloc(10_000 * 1251));
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([start, part('IHDR', header), part('IDAT', data), part('IEND', Buffer.alloc(0))]);
}

const codeOf = (bytes: Uint8Array, declared = size) =>
  checker.checkPicture(bytes, declaring(bytes, declared)).then(
    () => 'passed',
    (error: { code?: string }) => error.code,
  );

describe('a picture as the app makes it', () => {
  it("is shown in the server's own encoding: the same picture, in other bytes", async () => {
    const { shown, width, height } = await checker.checkPicture(file, declaring(file, size));
    expect({ width, height }).toEqual(size);
    expect(readSimpleWebp(shown)).toEqual(size);
    expect(shown.equals(file)).toBe(false);
    const [before, after] = await Promise.all([file, shown].map((one) => sharp(one).raw().toBuffer()));
    const apart = before!.reduce((sum, value, i) => sum + Math.abs(value - after![i]!), 0) / before!.length;
    expect(apart).toBeLessThan(12);
  });

  it("is what the app's encoder writes", async () => {
    const made = readFileSync(new URL('../../fixtures/from-the-device.webp', import.meta.url));
    // The same bytes as are frozen in the app's own test: whoever changes one has to change both.
    const hash = 'bc6e5353f570521e30c7218c08d17fa2383c8ed0b54677daf12cef0a266a3732';
    const declared = { hash: Buffer.from(hash, 'hex'), width: 64, height: 48 };
    await expect(checker.checkPicture(made, declared)).resolves.toMatchObject({ width: 64, height: 48 });
  });

  it('stays with its caller, byte by byte', async () => {
    const before = Buffer.from(file);
    await checker.checkPicture(file, declaring(file, size));
    expect(file.equals(before)).toBe(true);
  });

  it('is refused when another size or file was signed', async () => {
    expect(await codeOf(file, { width: 200, height: 320 })).toBe('picture-invalid');
    const other = declaring(await simpleFile(size, 2), size);
    await expect(checker.checkPicture(file, other)).rejects.toMatchObject({ code: 'picture-invalid' });
    const short = { ...size, hash: new Uint8Array(3) };
    await expect(checker.checkPicture(file, short)).rejects.toMatchObject({ code: 'picture-invalid' });
  });
});

describe('what is no such picture', () => {
  it('is refused with a code: other kinds, moving ones, drawings that run, files that are something else as well', async () => {
    expect(others['moving gif']!.includes('NETSCAPE2.0') && others['moving webp']!.includes('ANIM')).toBe(
      true,
    );
    for (const [name, bytes] of Object.entries(others))
      expect([name, await codeOf(bytes)]).toEqual([name, expect.stringMatching(/^picture-/)]);
  });

  it('is refused with a code: headers that lie about the size', async () => {
    const stretched = (side: number) => {
      const lying = Buffer.from(file);
      lying.writeUInt16LE(side, 26);
      lying.writeUInt16LE(side, 28);
      return codeOf(lying, { width: side, height: side });
    };
    expect(await stretched(10_000)).toBe('picture-too-large');
    expect(await stretched(1600)).toBe('picture-invalid'); // within the limits, but far larger than what follows
  });

  it('is refused with a code: a whole header and half a picture, or noise behind it', async () => {
    const frame = frameOf(file);
    const half = webpOf(chunk('VP8 ', frame.subarray(0, frame.length >> 1)));
    expect(await codeOf(half)).toBe('picture-invalid');
    const noise = Buffer.concat([frame.subarray(0, 10), Buffer.alloc(600, 0xa5)]);
    expect(await codeOf(webpOf(chunk('VP8 ', noise)))).toBe('picture-invalid');
  });

  it('never reaches the log, nor its words the caller', async () => {
    await codeOf(webpOf(chunk('VP8 ', frameOf(file).subarray(0, 300))));
    expect(lines).toEqual([]);
  });
});

describe('under load', () => {
  it('has a queue with an end, and says when to come back', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => checker.checkPicture(file, declaring(file, size))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3); // one in hand, two waiting
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject({ code: 'busy', headers: { 'retry-after': '2' } });
    }
  });

  it('lets nobody wait for ever when it closes', async () => {
    const closing = createPictureChecker({ workers: 1, queue: 8, log });
    const waiting = Array.from({ length: 4 }, () => closing.checkPicture(file, declaring(file, size)));
    const settled = Promise.allSettled(waiting);
    await closing.close();
    for (const outcome of await settled) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'busy' });
    }
    await expect(closing.checkPicture(file, declaring(file, size))).rejects.toMatchObject({ code: 'busy' });
  });
});
