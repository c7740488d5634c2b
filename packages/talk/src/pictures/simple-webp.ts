import { pictureLimits } from './limits.ts';

export type PictureFaultCode = 'picture-invalid' | 'picture-too-large';

/** Why a picture is refused. The message is for developers and holds nothing of the file. */
export class PictureFault extends Error {
  readonly code: PictureFaultCode;
  constructor(code: PictureFaultCode, message: string) {
    super(message);
    this.name = 'PictureFault';
    this.code = code;
  }
}

/** In pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/* RFC 9649, 2.4 and 2.5: `RIFF` size `WEBP` `VP8 ` size, then one frame of RFC 6386. */
const riffHeader = 8;
const frameStart = 20;
/** RFC 6386, 9.1: three bytes of tag, three of start code, two each of width and height. */
const frameHeader = 10;

/**
 * The size of a picture in the one form that the app's encoder writes: a WebP file of a single lossy frame, nothing
 * before, between or behind (decision 10). No pixel is looked at: what this lets pass may still not decode.
 * Throws a PictureFault: `picture-too-large` for bytes or sides above the limits, `picture-invalid` for all else.
 */
export function readSimpleWebp(file: Uint8Array): PictureSize {
  if (file.length > pictureLimits.bytes) throw new PictureFault('picture-too-large', 'too many bytes');
  demand(file.length >= frameStart + frameHeader, 'shorter than a header');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  demand(nameAt(file, 0) === 'RIFF' && nameAt(file, 8) === 'WEBP', 'no WebP file');
  demand(view.getUint32(4, true) === file.length - riffHeader, 'not of the length it says');
  // Extended (VP8X), lossless (VP8L) and animated files are others: they may carry metadata, and decoders of their own.
  demand(nameAt(file, 12) === 'VP8 ', 'not the simple lossy form');
  const length = view.getUint32(16, true);
  const padding = length % 2;
  demand(frameStart + length + padding === file.length, 'something beside the frame');
  demand(padding === 0 || file.at(-1) === 0, 'a padding byte that is not zero');
  return readFrameHeader(view, length);
}

function readFrameHeader(view: DataView, length: number): PictureSize {
  const tag = view.getUint8(20) | (view.getUint8(21) << 8) | (view.getUint8(22) << 16);
  demand((tag & 1) === 0, 'no key frame');
  demand(((tag >> 1) & 7) === 0, 'a profile that the encoder does not write');
  demand(((tag >> 4) & 1) === 1, 'a frame that is not shown');
  demand(tag >> 5 > 0 && frameHeader + (tag >> 5) < length, 'no second partition');
  demand(view.getUint8(23) === 0x9d && view.getUint16(24) === 0x012a, 'no start code');
  const [width, height] = [view.getUint16(26, true), view.getUint16(28, true)];
  // The two upper bits ask a player to scale up.
  demand(width > 0 && height > 0 && width < 0x4000 && height < 0x4000, 'no such size');
  if (Math.max(width, height) > pictureLimits.side) {
    throw new PictureFault('picture-too-large', 'too many pixels');
  }
  return { width, height };
}

const nameAt = (file: Uint8Array, at: number) => String.fromCharCode(...file.subarray(at, at + 4));

function demand(holds: boolean, message: string): asserts holds {
  if (!holds) throw new PictureFault('picture-invalid', message);
}
