import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import type { Dice } from '@teahouse/testbed/dice';

const file = new Uint8Array(
  readFileSync(new URL('../../packages/talk/fixtures/from-the-device.webp', import.meta.url)),
);

/** The picture that the town's people show: as the app's own encoder made it. */
export const somePicture = {
  file,
  hash: new Uint8Array(createHash('sha256').update(file).digest()),
  width: 64,
  height: 48,
};

const side = 32;

/** A PNG of one colour, square as a photo has to be, in base64url. No two are alike. */
export function paintedSquare(dice: Dice): string {
  const colour = [dice.below(256), dice.below(256), dice.below(256)];
  const line = Buffer.from([0, ...Array.from({ length: side }, () => colour).flat()]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8); // eight bits, red, green and blue
  const pixels = deflateSync(Buffer.concat(Array.from({ length: side }, () => line)));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const parts = [signature, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat(parts).toString('base64url');
}

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
