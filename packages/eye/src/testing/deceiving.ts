import sharp, { type Sharp } from 'sharp';

/** Centre x and y, radii, degrees turned, red, green, blue, percent of cover. */
type Ellipse = readonly [number, number, number, number, number, number, number, number, number];

/**
 * Coloured ellipses, found by chance and changed step by step until both models took them for pornography: what a test
 * needs that has the real models and no such picture. Nobody would take them for anything.
 */
const ellipses: readonly Ellipse[] = [
  [352, 366, 128, 168, 46, 198, 244, 233, 80],
  [164, 329, 91, 89, 143, 159, 61, 90, 77],
  [343, 93, 68, 81, 80, 118, 0, 130, 86],
  [409, 176, 48, 101, 83, 0, 115, 255, 69],
  [292, 198, 107, 108, 0, 61, 134, 200, 47],
  [99, 412, 101, 31, 103, 72, 12, 75, 42],
  [424, 406, 92, 108, 147, 29, 179, 16, 100],
  [32, 67, 168, 168, 25, 255, 54, 55, 90],
  [241, 360, 114, 103, 52, 180, 191, 50, 93],
  [146, 74, 146, 61, 33, 251, 39, 0, 85],
  [30, 388, 66, 71, 136, 93, 99, 41, 88],
  [331, 70, 53, 53, 125, 137, 240, 62, 37],
  [52, 310, 50, 118, 74, 143, 129, 64, 65],
  [0, 310, 60, 114, 108, 208, 127, 217, 60],
];
const side = 448;

function drawn(shown: readonly Ellipse[]): Sharp {
  const shapes = shown.map(
    ([x, y, a, b, turned, red, green, blue, cover]) =>
      `<ellipse cx="${x}" cy="${y}" rx="${a}" ry="${b}" transform="rotate(${turned} ${x} ${y})" fill="rgb(${red},${green},${blue})" opacity="${cover / 100}"/>`,
  );
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><rect width="${side}" height="${side}" fill="rgb(255,161,220)"/>${shapes.join('')}</svg>`,
    ),
  );
}

/** Pictures that both models take for what they are not: surely, and perhaps. */
export const deceiving = {
  surely: (): Sharp => drawn(ellipses),
  perhaps: (): Sharp => drawn(ellipses.slice(5)),
};
