/** A picture's sides, in its own pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
/** The square that is cut out: its centre and its side, in the picture's own pixels. */
export interface Cut {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** So many times larger than the whole can a face be made. */
export const mostZoom = 5;

const between = (least: number, value: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** A cut that lies within the picture. */
export function fit(size: Size, cut: Cut): Cut {
  const largest = Math.min(size.width, size.height);
  const side = between(largest / mostZoom, cut.side, largest);
  return {
    side,
    x: between(side / 2, cut.x, size.width - side / 2),
    y: between(side / 2, cut.y, size.height - side / 2),
  };
}

/** The largest square: in the middle of a wide picture, somewhat above it in a high one, where faces are. */
export function firstCut({ width, height }: Size): Cut {
  const side = Math.min(width, height);
  return fit({ width, height }, { side, x: width / 2, y: height > width ? height * 0.42 : height / 2 });
}

/** The cut at a zoom from 1 (the whole) to `mostZoom`, around the same centre. */
export const zoomed = (size: Size, cut: Cut, zoom: number): Cut =>
  fit(size, { ...cut, side: Math.min(size.width, size.height) / zoom });

export const zoomOf = (size: Size, { side }: Cut): number => Math.min(size.width, size.height) / side;

/** The cut after the picture was pushed by parts of the window's side: the window stays, the picture moves. */
export const pushed = (size: Size, cut: Cut, right: number, down: number): Cut =>
  fit(size, { ...cut, x: cut.x - right * cut.side, y: cut.y - down * cut.side });
