import { inflateSync } from 'node:zlib';

const headerLength = 44;
const entryLength = 20;

/** Tables lie at multiples of four bytes. */
const aligned = (length: number) => (length + 3) & ~3;

/** The OpenType font inside a WOFF 1.0 file (W3C WOFF, 4 to 6). For files of our own packages: it trusts them. */
export function openWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF file');
  const tables = woff.readUInt16BE(12);
  const font = Buffer.alloc(woff.readUInt32BE(16));
  woff.copy(font, 0, 4, 8);
  font.writeUInt16BE(tables, 4);
  let place = 12 + 16 * tables;
  for (let i = 0; i < tables; i++) {
    const entry = headerLength + entryLength * i;
    const [offset, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(offset, offset + packed);
    const record = 12 + 16 * i;
    woff.copy(font, record, entry, entry + 4);
    woff.copy(font, record + 4, entry + 16, entry + 20);
    font.writeUInt32BE(place, record + 8);
    font.writeUInt32BE(length, record + 12);
    (packed < length ? inflateSync(bytes) : bytes).copy(font, place);
    place += aligned(length);
  }
  return font;
}
