import { PictureFault } from './fault.ts';
import { pictureLimits } from './limits.ts';

export type PictureKind = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'heic';
/** What a file says of itself before anything is decoded; sizes in pixels, before it is turned upright. */
export interface PictureHeader {
  readonly kind: PictureKind;
  readonly width: number;
  readonly height: number;
}

/**
 * Reads kind and size by the first bytes, never by name or claimed type. Throws a PictureFault: `picture-kind` for
 * what is no picture that is taken here, `picture-unreadable` for a broken header, `picture-too-large` for more pixels
 * than are decoded (a file of some kilobytes can unfold to gigabytes).
 */
export function readHeader(file: Uint8Array): PictureHeader {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const header = withinBounds(() => headerOf(view));
  if (header.width < 1 || header.height < 1) throw new PictureFault('picture-unreadable');
  if (header.width * header.height > pictureLimits.sourcePixels) throw new PictureFault('picture-too-large');
  return header;
}

/** A DataView throws a RangeError beyond its end: the file ends where its header says that more follows. */
function withinBounds<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new PictureFault('picture-unreadable');
    throw error;
  }
}

const textAt = (view: DataView, at: number, length: number): string =>
  at + length > view.byteLength
    ? ''
    : String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, length));

function headerOf(view: DataView): PictureHeader {
  if (textAt(view, 0, 8) === '\x89PNG\r\n\x1a\n') return png(view);
  if (textAt(view, 0, 3) === '\xff\xd8\xff') return jpeg(view);
  if (/^GIF8[79]a$/.test(textAt(view, 0, 6))) return gif(view);
  if (textAt(view, 0, 4) === 'RIFF' && textAt(view, 8, 4) === 'WEBP') return webp(view);
  if (textAt(view, 4, 4) === 'ftyp') return isoMedia(view);
  throw new PictureFault('picture-kind');
}

/** PNG 3, 11.2.1: IHDR is the first chunk. */
function png(view: DataView): PictureHeader {
  if (textAt(view, 12, 4) !== 'IHDR') throw new PictureFault('picture-unreadable');
  return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** GIF89a: the logical screen. */
const gif = (view: DataView): PictureHeader => ({
  kind: 'gif',
  width: view.getUint16(6, true),
  height: view.getUint16(8, true),
});

/** ITU T.81, B.2.2: the size stands in the frame header, behind segments of any number. */
function jpeg(view: DataView): PictureHeader {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) throw new PictureFault('picture-unreadable');
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { kind: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // A scan before any frame, or the end.
    if (marker === 0xda || marker === 0xd9) throw new PictureFault('picture-unreadable');
    at += 2 + view.getUint16(at + 2);
  }
}

/** RFC 9649: lossy, lossless or extended. */
function webp(view: DataView): PictureHeader {
  const form = textAt(view, 12, 4);
  if (form === 'VP8 ') {
    const [width, height] = [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
    return { kind: 'webp', width, height };
  }
  if (form === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { kind: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (form !== 'VP8X') throw new PictureFault('picture-unreadable');
  const three = (at: number) => (view.getUint16(at, true) | (view.getUint8(at + 2) << 16)) + 1;
  return { kind: 'webp', width: three(24), height: three(27) };
}

/** How far into a file the properties of an AVIF or HEIC picture are looked for, in bytes. */
const propertiesWithin = 64 * 1024;

/** ISO 23008-12: of all `ispe` properties (tiles, previews) the largest counts. */
function isoMedia(view: DataView): PictureHeader {
  const brands = textAt(view, 8, Math.min(Math.max(view.getUint32(0), 12), 64) - 8);
  const kind = /avi[fs]/.test(brands) ? 'avif' : /hei[cxms]|hev[cx]|mif1|msf1/.test(brands) ? 'heic' : null;
  if (!kind) throw new PictureFault('picture-kind');
  let found: PictureHeader | undefined;
  for (let at = 12; at + 16 <= Math.min(view.byteLength, propertiesWithin); at++) {
    if (view.getUint32(at) !== 0x69737065) continue;
    const [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (!found || width * height > found.width * found.height) found = { kind, width, height };
  }
  if (!found) throw new PictureFault('picture-unreadable');
  return found;
}
