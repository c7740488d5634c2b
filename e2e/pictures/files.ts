import { crc32 } from 'node:zlib';

/* Picture files with all that they can carry beside their pixels, laid around a plain file that a browser made. */

/** What must not be found in a prepared picture; each stands in one of the containers below. */
export const tellTales = [
  'LeakCamera X100',
  'leak-xmp-author',
  'leak-iptc-byline',
  'leak-png-text',
  'leak-comment',
  'leak-trailing',
  'leak-profile',
] as const;

const u16 = (value: number) => Buffer.from([value >> 8, value & 255]);
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const segment = (marker: number, ...payload: (string | Buffer)[]) => {
  const body = Buffer.concat(payload.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  return Buffer.concat([Buffer.from([0xff, marker]), u16(body.length + 2), body]);
};
/** An entry of a TIFF directory (TIFF 6.0, section 2). */
const entry = (tag: number, type: number, count: number, value: Buffer) =>
  Buffer.concat([u16(tag), u16(type), u32(count), value]);

/** EXIF with camera, orientation and a place (GPS). */
function exif(orientation: number): Buffer {
  const camera = Buffer.from('LeakCamera X100\0');
  const afterFirst = 8 + 2 + 3 * 12 + 4;
  const gps = afterFirst + camera.length;
  const degrees = Buffer.concat([39, 1, 54, 1, 26, 1].map(u32));
  return Buffer.concat([
    Buffer.from('MM\0*'),
    u32(8),
    u16(3),
    entry(0x010f, 2, camera.length, u32(afterFirst)),
    entry(0x0112, 3, 1, Buffer.concat([u16(orientation), u16(0)])),
    entry(0x8825, 4, 1, u32(gps)),
    u32(0),
    camera,
    u16(2),
    entry(1, 2, 2, Buffer.from('N\0\0\0')),
    entry(2, 5, 3, u32(gps + 2 + 2 * 12 + 4)),
    u32(0),
    degrees,
  ]);
}

/** A JPEG with EXIF, XMP, IPTC, a comment, and something behind its end. */
export function tellingJpeg(plain: Buffer, orientation = 1): Buffer {
  const iptc = Buffer.concat([Buffer.from([0x1c, 2, 80]), u16(16), Buffer.from('leak-iptc-byline')]);
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xe1, 'Exif\0\0', exif(orientation)),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', '<x:xmpmeta>leak-xmp-author</x:xmpmeta>'),
    segment(0xed, 'Photoshop 3.0\0', '8BIM', u16(0x0404), u16(0), u32(iptc.length), iptc),
    segment(0xfe, 'leak-comment'),
    plain.subarray(2),
    Buffer.from('PK\x03\x04 leak-trailing <script>alert(1)</script>'),
  ]);
}

function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  return Buffer.concat([u32(data.length), body, u32(crc32(body))]);
}

/** Behind the signature and IHDR. */
const pngHead = 33;

/** A PNG with texts, EXIF, a date, and something behind its end. */
export const tellingPng = (plain: Buffer): Buffer =>
  Buffer.concat([
    plain.subarray(0, pngHead),
    pngChunk('tEXt', Buffer.from('Author\0leak-png-text')),
    pngChunk('iTXt', Buffer.from('XML:com.adobe.xmp\0\0\0\0\0leak-xmp-author')),
    pngChunk('eXIf', exif(1)),
    pngChunk('tIME', Buffer.from([7, 234, 11, 22, 1, 2, 3])),
    plain.subarray(pngHead),
    Buffer.from('leak-trailing'),
  ]);

/** A JPEG with a colour profile that browsers cannot use, and so leave alone. */
export const profiledJpeg = (plain: Buffer): Buffer =>
  Buffer.concat([
    plain.subarray(0, 2),
    segment(0xe2, 'ICC_PROFILE\0', Buffer.from([1, 1]), 'leak-profile'),
    plain.subarray(2),
  ]);

/** A GIF of so many frames on a screen of this side; all in a few bytes each (GIF89a, appendix). */
export function animatedGif(side: number, frames: number): Buffer {
  const u16le = (value: number) => Buffer.from([value & 255, value >> 8]);
  const screen = [Buffer.from('GIF89a'), u16le(side), u16le(side), Buffer.from([0x80, 0, 0])];
  const colours = Buffer.from([0xa5, 0x40, 0x2d, 0xff, 0xff, 0xff]);
  const forEver = Buffer.from('21ff0b4e45545343415045322e300301000000', 'hex');
  // At once the next one, and a pixel in the corner.
  const frame = Buffer.from('21f90400000000002c00000000010001000002024401003b'.slice(0, -2), 'hex');
  return Buffer.concat([
    ...screen,
    colours,
    forEver,
    ...Array.from({ length: frames }, () => frame),
    Buffer.from([0x3b]),
  ]);
}

/** A GIF whose bytes are also a script and the head of a page. */
export const polyglotGif = (): Buffer =>
  Buffer.concat([
    animatedGif(64, 1),
    Buffer.from('=1;window.hit=1;/*</title><script>window.hit=1</script>*/'),
  ]);

/** A PNG that says it has so many pixels; twelve kilobytes would be enough for them. */
export function hugePng(plain: Buffer, side: number): Buffer {
  const header = Buffer.concat([u32(side), u32(side), plain.subarray(24, 29)]);
  return Buffer.concat([plain.subarray(0, 8), pngChunk('IHDR', header), plain.subarray(pngHead)]);
}
