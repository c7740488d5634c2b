import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PictureHash } from '../kinds.ts';
import { eyeLimits } from '../limits.ts';
import { chat, formsOfPicture, page, scene } from '../testing/pictures.ts';
import { uprightOf } from './forms.ts';
import { distance, makeKnownPictures } from './known.ts';

const kinds = { scene, chat, page };
const names = Object.keys(kinds) as (keyof typeof kinds)[];
const each = 3;

/** Pictures as PNG, and all forms of their hashes. */
const files: Record<string, Buffer[]> = {};
const banned: Record<string, PictureHash[][]> = {};
beforeAll(async () => {
  for (const name of names) {
    files[name] = await Promise.all(
      Array.from({ length: each }, (_, i) =>
        kinds[name](i + 1)
          .png()
          .toBuffer(),
      ),
    );
    banned[name] = [];
    for (const file of files[name]) banned[name].push(await formsOfPicture(sharp(file)));
  }
});

const apart = (known: readonly PictureHash[], seen: readonly PictureHash[]) =>
  Math.min(...uprightOf(seen).flatMap((form) => known.map((other) => distance(form, other))));
const again = async (picture: Sharp): Promise<Sharp> => sharp(await picture.png().toBuffer());
const extended = (file: Buffer, background: string, top: number, side: number) =>
  again(sharp(file).extend({ top, bottom: top + 40, left: side, right: side, background }));
const stamped = (text: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="500" height="80"><text x="10" y="60" font-size="36" fill="red">${text}</text></svg>`,
  );

/** What people do to a picture so that it passes, and how many bits it may cost. */
const changes: [what: string, bits: number, change: (file: Buffer) => Promise<Sharp>][] = [
  [
    'encoded anew, badly',
    16,
    async (file) => sharp(await sharp(file).flatten().jpeg({ quality: 30 }).toBuffer()),
  ],
  ['made small', 16, (file) => again(sharp(file).resize({ width: 300 }))],
  ['stretched', 16, (file) => again(sharp(file).resize(1000, 500, { fit: 'fill' }))],
  ['mirrored', 16, (file) => again(sharp(file).flop())],
  ['upside down', 16, (file) => again(sharp(file).flip())],
  ['turned by a right angle', 16, (file) => again(sharp(file).rotate(90))],
  ['in a dark frame', 24, (file) => extended(file, '#222', 80, 60)],
  ['between the bars of a player', 24, (file) => extended(file, '#000', 140, 0)],
  [
    'mirrored, in a white frame',
    24,
    async (file) => extended(await sharp(file).flop().png().toBuffer(), '#fff', 60, 90),
  ],
  [
    'with words over it',
    48,
    (file) => again(sharp(file).composite([{ input: stamped('SHARED BY ME'), top: 420, left: 60 }])),
  ],
  ['in shades of grey', 44, (file) => again(sharp(file).greyscale().toColourspace('srgb'))],
];

describe('the hash of a picture', () => {
  it.each(changes)('stays near when the picture is %s (at most %i bits)', async (_what, bits, change) => {
    for (const name of names)
      for (const [i, file] of files[name]!.entries()) {
        const seen = await formsOfPicture(await change(file));
        expect([name, i, apart(banned[name]![i]!, seen) <= bits]).toEqual([name, i, true]);
      }
  });

  it('is far from that of other pictures, of the same app or document too', () => {
    const all = names.flatMap((name) => banned[name]!);
    for (const [i, one] of all.entries())
      for (const [j, other] of all.entries())
        if (i !== j) expect(apart(one, other)).toBeGreaterThan(eyeLimits.knownHolds + 20);
  });

  it('is always the same for the same picture', async () => {
    expect(await formsOfPicture(sharp(files.scene![0]))).toEqual(banned.scene![0]);
  });

  it('does not exist for what has no detail: blank, one colour, a soft gradient', async () => {
    const plain = sharp({ create: { width: 600, height: 400, channels: 3, background: '#fafafa' } });
    const soft = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><defs><linearGradient id="g"><stop offset="0" stop-color="#ccc"/><stop offset="1" stop-color="#fff"/></linearGradient></defs><rect width="600" height="400" fill="url(#g)"/></svg>`;
    expect(await formsOfPicture(plain)).toEqual([]);
    expect(await formsOfPicture(sharp(Buffer.from(soft)))).toEqual([]);
  });

  it('can be made of pictures of one pixel, and of very long ones', async () => {
    const dot = sharp({ create: { width: 1, height: 1, channels: 3, background: '#f00' } });
    expect(await formsOfPicture(dot)).toEqual([]);
    const long = sharp(await scene(3, 1600, 40).png().toBuffer());
    for (const form of await formsOfPicture(long)) expect(form).toHaveLength(32);
  });
});

describe('the list of banned pictures', () => {
  const hash = (fill: number, ...first: number[]) =>
    Uint8Array.from({ length: 32 }, (_, i) => first[i] ?? fill);

  it('says how near the nearest is, and nothing of those past the limit', () => {
    const known = makeKnownPictures();
    expect(known.nearest([hash(0)])).toBe(Number.POSITIVE_INFINITY);
    known.add([hash(0), hash(255)]);
    expect(known.nearest([hash(0, 0b111)])).toBe(3);
    expect(known.nearest([hash(0b01010101), hash(255, 254)])).toBe(1);
    expect(known.nearest([hash(0b01010101)])).toBe(Number.POSITIVE_INFINITY);
    expect(known.nearest([])).toBe(Number.POSITIVE_INFINITY);
  });

  it('forgets what was taken back, and the oldest when it is full', () => {
    const known = makeKnownPictures(2);
    known.add([hash(1), hash(2)]);
    known.remove([hash(1)]);
    expect([known.size, known.nearest([hash(1)], 0)]).toEqual([1, Number.POSITIVE_INFINITY]);
    known.add([hash(3), hash(4)]);
    expect([known.size, known.nearest([hash(2)], 0), known.nearest([hash(4)], 0)]).toEqual([
      2,
      Number.POSITIVE_INFINITY,
      0,
    ]);
  });

  it('takes no hash of another length', () => {
    expect(() => makeKnownPictures().add([new Uint8Array(31)])).toThrow(RangeError);
    expect(() => distance(new Uint8Array(33), new Uint8Array(32))).toThrow(RangeError);
  });
});
