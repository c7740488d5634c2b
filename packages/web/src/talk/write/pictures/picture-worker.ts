/// <reference lib="webworker" />
import { loadEncoder } from './codec.ts';
import { applyCovers } from './cover.ts';
import { encodeWithin } from './encode.ts';
import { PictureFault } from './fault.ts';
import { type PictureHeader, readHeader } from './header.ts';
import { readPixels } from './read-pixels.ts';
import type { EncodedPicture, PrepareCall, PrepareReply } from './wire.ts';

/*
 * Makes the file of a picture, away from the thread that draws. What goes in is a file of any kind, what comes out is
 * made of its pixels alone: no name, no metadata, no byte of the file itself. Nothing leaves the device.
 */
const reply = (message: PrepareReply) => postMessage(message);

/** Decodes with the browser, upright as its metadata says; of moving pictures the first frame. */
async function decode(bytes: Uint8Array<ArrayBuffer>, { kind }: PictureHeader): Promise<ImageBitmap> {
  try {
    const blob = new Blob([bytes], { type: `image/${kind}` });
    return await createImageBitmap(blob, { imageOrientation: 'from-image' });
  } catch {
    // Not every browser has a decoder for these two; for the others the file is broken.
    throw new PictureFault(kind === 'heic' || kind === 'avif' ? 'picture-kind' : 'picture-unreadable');
  }
}

/** The file is gone, or its folder is in a cloud that is away. */
function unreadable(): never {
  throw new PictureFault('picture-unreadable');
}

async function prepare({ id, file, covers }: PrepareCall): Promise<EncodedPicture> {
  const progress = (part: number) => reply({ id, kind: 'progress', part });
  const bytes = new Uint8Array(await file.arrayBuffer().catch(unreadable));
  const header = readHeader(bytes);
  const encoder = loadEncoder();
  encoder.catch(() => undefined); // awaited below; until then a failure is nobody's yet
  const bitmap = await decode(bytes, header);
  progress(0.2);
  try {
    const pixels = readPixels(bitmap, (part) => progress(0.2 + 0.3 * part));
    applyCovers(pixels, covers);
    const encoded = encodeWithin(pixels, await encoder, (tried) => progress(1 - 0.5 / (1 + tried)));
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', encoded.file));
    return { ...encoded, hash };
  } finally {
    bitmap.close();
  }
}

// One after the other: a decoded picture can be a quarter of a gigabyte.
let last: Promise<unknown> = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<PrepareCall>) => {
  last = last.then(async () => {
    try {
      reply({ id: data.id, kind: 'done', picture: await prepare(data) });
    } catch (error) {
      reply({ id: data.id, kind: 'failed', code: error instanceof PictureFault ? error.code : 'internal' });
    }
  });
});
