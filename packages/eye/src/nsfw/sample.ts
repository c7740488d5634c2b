import type { Pixels } from '../decode.ts';

/** The models take pictures of this side, squeezed into a square. */
export const modelSide = 224;

/**
 * A picture as the models take it: RGB from 0 to 1, by picking points and blending their four neighbours, corners on
 * corners. This is how nsfwjs does it and how the models were trained: pictures that were scaled smoothly to this
 * size look like no photograph to them, and clothed people scored above .85 (docs/first-look-pictures.md).
 */
export function sample({ width, height, rgb }: Pixels): Float32Array {
  const out = new Float32Array(modelSide * modelSide * 3);
  const columns = points(width);
  let to = 0;
  for (const [y0, y1, down] of points(height))
    for (const [x0, x1, across] of columns)
      for (let channel = 0; channel < 3; channel++) {
        const at = (y: number, x: number) => rgb[(y * width + x) * 3 + channel]!;
        const above = at(y0, x0) + (at(y0, x1) - at(y0, x0)) * across;
        const below = at(y1, x0) + (at(y1, x1) - at(y1, x0)) * across;
        out[to++] = (above + (below - above) * down) / 255;
      }
  return out;
}

/** For each point of the model's side: the pixels beside it, and how far it lies towards the second. */
function points(length: number): (readonly [number, number, number])[] {
  return Array.from({ length: modelSide }, (_, i) => {
    const place = (i * (length - 1)) / (modelSide - 1);
    const before = Math.floor(place);
    return [before, Math.min(length - 1, before + 1), place - before] as const;
  });
}
