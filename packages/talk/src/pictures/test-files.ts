import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { DeclaredPicture } from './checker.ts';
import type { PictureSize } from './simple-webp.ts';

/** Pixels with edges, colours and grain: nothing that compresses to nothing. */
export function pixels({ width, height }: PictureSize, seed = 1) {
  const data = Buffer.alloc(width * height * 3);
  let state = seed;
  for (let i = 0; i < data.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    data[i] = 127 + 90 * Math.sin(i / 97) + (state >>> 28);
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** A file such as the app makes: lossy WebP in the simple form. */
export const simpleFile = (size: PictureSize, seed?: number): Promise<Buffer> =>
  pixels(size, seed).webp({ quality: 70 }).toBuffer();

/** What an honest author signs of a file. */
export const declaring = (file: Uint8Array, size: PictureSize): DeclaredPicture => ({
  ...size,
  hash: createHash('sha256').update(file).digest(),
});

/** A chunk of a RIFF file, padded. */
export function chunk(name: string, payload: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(payload.length, 4);
  return Buffer.concat([head, payload, Buffer.alloc(payload.length % 2)]);
}

/** A WebP file of these chunks. */
export const webpOf = (...chunks: Buffer[]): Buffer =>
  chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]));

/** The lossy frame of a simple file. */
export const frameOf = (file: Buffer): Buffer => file.subarray(20, 20 + file.readUInt32LE(16));
