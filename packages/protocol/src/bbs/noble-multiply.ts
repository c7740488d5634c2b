import { normalizeZ } from '@noble/curves/abstract/curve.js';
import { bls12_381 } from '@noble/curves/bls12-381.js';

const { Point } = bls12_381.G1;
export type NoblePoint = InstanceType<typeof Point>;

/** The curve's parameter is −X. On G1, X²·P = −φ(P) with φ(x, y) = (βx, y): eprint 2021/1130 section 4. */
const X_SQUARED = 0xd201000000010000n ** 2n;
const BETA = 0x5f19672fdf76ce51ba69c6076a0f77eaddb3a93be6f89688de17d813620a00022e01fffffffefffen;

const WIDTH_KEPT = 6;
const WIDTH_ONCE = 4;

/** Odd multiples P, 3P, 5P, … and the same of X²·P. */
interface Table {
  readonly width: number;
  readonly low: readonly NoblePoint[];
  readonly high: readonly NoblePoint[];
}

const keptTables = new WeakMap<NoblePoint, Table>();

function buildTable(point: NoblePoint, width: number): Table {
  const twice = point.double();
  let low = [point];
  for (let i = 1; i < 2 ** (width - 2); i++) low.push(low[i - 1]!.add(twice));
  if (width === WIDTH_KEPT) low = normalizeZ(Point, low);
  const high = low.map((p) => new Point(Point.Fp.mul(p.X, BETA), Point.Fp.neg(p.Y), p.Z));
  return { width, low, high };
}

/** Builds the table of a point once; `multiply` finds it by the identity of the point. */
export function keepTable(point: NoblePoint): void {
  if (!keptTables.has(point)) keptTables.set(point, buildTable(point, WIDTH_KEPT));
}

/** Width-w non-adjacent form, least significant digit first: digits are 0 or odd, below 2^(w−1) in size. */
function nonAdjacentForm(scalar: bigint, width: number): number[] {
  const size = 1 << width;
  const mask = BigInt(size - 1);
  const digits: number[] = [];
  let rest = scalar;
  while (rest > 0n) {
    let digit = 0;
    if (rest & 1n) {
      digit = Number(rest & mask);
      if (digit >= size / 2) digit -= size;
      rest -= BigInt(digit);
    }
    digits.push(digit);
    rest >>= 1n;
  }
  return digits;
}

/**
 * Σ scalars[i]·points[i] by Straus' method on half-length scalars (k = k0 + k1·X², GLV), so that all
 * terms share some 128 doublings. Not constant-time.
 */
export function multiply(points: readonly NoblePoint[], scalars: readonly bigint[]): NoblePoint {
  const rows: { odd: readonly NoblePoint[]; digits: number[] }[] = [];
  points.forEach((point, i) => {
    const table = keptTables.get(point) ?? buildTable(point, WIDTH_ONCE);
    const scalar = scalars[i]!;
    rows.push({ odd: table.low, digits: nonAdjacentForm(scalar % X_SQUARED, table.width) });
    rows.push({ odd: table.high, digits: nonAdjacentForm(scalar / X_SQUARED, table.width) });
  });
  let sum: NoblePoint = Point.ZERO;
  for (let bit = Math.max(...rows.map((row) => row.digits.length)) - 1; bit >= 0; bit--) {
    sum = sum.double();
    for (const { odd, digits } of rows) {
      const digit = digits[bit] ?? 0;
      if (digit > 0) sum = sum.add(odd[(digit - 1) >> 1]!);
      else if (digit < 0) sum = sum.subtract(odd[(-digit - 1) >> 1]!);
    }
  }
  return sum;
}
