import { deflateSync } from 'node:zlib';
import { createDice } from '../dice.ts';

const width = 720;
const height = 480;

/* PNG (W3C, third edition): a signature, then chunks of length, type, data and CRC. */
const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
function crc(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = (crcTable[(c ^ byte) & 0xff] as number) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

const mix = (from: readonly number[], to: readonly number[], at: number) =>
  from.map((value, i) => value + ((to[i] ?? 0) - value) * at);

/** A picture for the demo: terraces of a tea garden under an evening sky, another for each number. The file is PNG. */
export function drawGarden(seed: number): Buffer {
  const dice = createDice(seed);
  const sky = [mix([250, 224, 180], [196, 214, 226], dice.next()), [246, 238, 220]] as const;
  const sun = { x: dice.between(0.15, 0.85) * width, y: dice.between(0.15, 0.4) * height, r: 34 };
  const hills = [0.42, 0.55, 0.68, 0.82].map((base, n) => ({
    ...{
      base: base * height,
      swell: dice.between(14, 42),
      long: dice.between(120, 260),
      shift: dice.next() * 9,
    },
    colour: mix([168, 190, 160], [42, 92, 70], n / 3),
  }));
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let colour: readonly number[] = mix(sky[0], sky[1], y / height);
      if (Math.hypot(x - sun.x, y - sun.y) < sun.r) colour = [214, 96, 66];
      for (const { base, swell, long, shift, colour: green } of hills) {
        const top = base + Math.sin(x / long + shift) * swell;
        if (y > top) colour = mix(green, [255, 255, 240], Math.floor((y - top) / 9) % 2 ? 0.1 : 0);
      }
      rows.set(colour.map(Math.round), y * (width * 3 + 1) + 1 + x * 3);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
