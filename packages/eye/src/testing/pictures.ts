import sharp, { type Sharp } from 'sharp';
import { decode } from '../decode.ts';
import { formsOf } from '../hash/forms.ts';
import { greyOf } from '../hash/grey.ts';
import type { PictureHash } from '../kinds.ts';

/** Numbers from 0 to 1 that are the same for the same seed. */
export function dice(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822507) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

const drawn = (width: number, height: number, inside: string): Sharp =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inside}</svg>`,
    ),
  );

const words =
  'the team was told by mail that level review moves into next quarter and nobody asked why'.split(' ');
const sentence = (next: () => number, length: number) =>
  Array.from({ length }, () => words[Math.floor(next() * words.length)]).join(' ');
const colour = (next: () => number) => `rgb(${[0, 1, 2].map(() => Math.floor(next() * 256)).join(',')})`;

/** Overlapping shapes on a coloured ground: what stands for a photograph. */
export function scene(seed: number, width = 900, height = 700): Sharp {
  const next = dice(seed);
  const shapes = Array.from({ length: 22 }, () => {
    const [x, y, r] = [next() * width, next() * height, 20 + next() * 190];
    return next() < 0.5
      ? `<ellipse cx="${x}" cy="${y}" rx="${r}" ry="${r * (0.4 + next())}" fill="${colour(next)}" opacity="${0.4 + next() * 0.6}"/>`
      : `<rect x="${x - r}" y="${y - r}" width="${r * 2}" height="${r * (0.5 + next())}" fill="${colour(next)}" transform="rotate(${next() * 90} ${x} ${y})"/>`;
  });
  return drawn(
    width,
    height,
    `<rect width="${width}" height="${height}" fill="${colour(next)}"/>${shapes.join('')}`,
  );
}

/** A chat on a telephone: every one of them has the same bars, and bubbles of other words. */
export function chat(seed: number): Sharp {
  const next = dice(seed);
  let y = 120;
  const bubbles: string[] = [];
  while (y < 1400) {
    const lines = 1 + Math.floor(next() * 4);
    const mine = next() < 0.5;
    const width = 260 + next() * 280;
    const x = mine ? 720 - 40 - width : 40;
    bubbles.push(
      `<rect x="${x}" y="${y}" width="${width}" height="${lines * 34 + 24}" rx="16" fill="${mine ? '#95ec69' : '#fff'}"/>`,
      ...Array.from(
        { length: lines },
        (_, i) => `<text x="${x + 16}" y="${y + 40 + i * 34}" font-size="24">${sentence(next, 4)}</text>`,
      ),
    );
    y += lines * 34 + 60;
  }
  return drawn(
    720,
    1500,
    `<rect width="720" height="1500" fill="#ededed"/><rect width="720" height="90" fill="#393a3f"/>${bubbles.join('')}`,
  );
}

/** A page of a document: the same margins and lines, other words. */
export function page(seed: number): Sharp {
  const next = dice(seed);
  const lines = Array.from({ length: 34 }, (_, i) =>
    next() < 0.18
      ? ''
      : `<text x="80" y="${100 + i * 32}" font-size="22">${sentence(next, 5 + Math.floor(next() * 6))}</text>`,
  );
  return drawn(900, 1240, `<rect width="900" height="1240" fill="#fff"/>${lines.join('')}`);
}

/** The server's own encoding of a picture, as readers get it. */
export const shownOf = (picture: Sharp): Promise<Buffer> =>
  picture
    .flatten({ background: '#fff' })
    .resize(1600, 1600, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80, effort: 2 })
    .toBuffer();

/** All forms of a picture's hash, by the way that a file takes. */
export async function formsOfPicture(picture: Sharp): Promise<PictureHash[]> {
  const pixels = await decode(await shownOf(picture));
  if (!pixels) throw new Error('the picture of a test does not decode');
  return formsOf(greyOf(pixels.rgb, pixels.width, pixels.height));
}
