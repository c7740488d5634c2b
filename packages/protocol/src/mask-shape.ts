/** One painted shape of a mask, in a box of 64 × 72. */
export interface MaskShape {
  /** SVG path data. */
  readonly d: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly opacity?: number;
  /** Painted a second time, reflected about x = 32. */
  readonly mirror?: true;
}

/** A shape in one colour. */
export const fill = (d: string, colour: string): MaskShape => ({ d, fill: colour });
/** A shape and its reflection. */
export const both = (d: string, colour: string): MaskShape => ({ d, fill: colour, mirror: true });
/** A stroke and its reflection. */
export const line = (d: string, colour: string, width: number): MaskShape => ({
  d,
  stroke: colour,
  strokeWidth: width,
  mirror: true,
});
/** Path of a circle. */
export const circle = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
