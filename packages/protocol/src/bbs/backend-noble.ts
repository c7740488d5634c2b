import { normalizeZ } from '@noble/curves/abstract/curve.js';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import type { BbsBackend } from './backend.ts';
import { keepTable, multiply, type NoblePoint } from './noble-multiply.ts';
import { isCompressed } from './octets.ts';
import { POINT_LENGTH, PUBLIC_KEY_LENGTH } from './params.ts';

const { G1, G2 } = bls12_381;
const { Fp12 } = bls12_381.fields;
const { calcPairingPrecomputes } = bls12_381.utils;

/** Coefficients of the lines of the Miller loop for one point of G2. */
type NobleKey = ReturnType<typeof calcPairingPrecomputes>;

let baseLines: NobleKey | undefined;

function orUndefined<T>(decode: () => T): T | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}

/** Backend in JavaScript alone, on the audited @noble/curves: for the browser. */
export const nobleBackend: BbsBackend<NoblePoint, NobleKey> = {
  name: 'noble',

  pointFromOctets(octets) {
    if (!isCompressed(octets, POINT_LENGTH)) return undefined;
    // fromBytes checks range, curve and subgroup.
    return orUndefined(() => G1.Point.fromBytes(octets));
  },

  pointsToOctets(points) {
    return normalizeZ(G1.Point, [...points]).map((point) => point.toBytes());
  },

  hashToPoint(message, dst) {
    return G1.hashToCurve(message, { DST: dst });
  },

  keepTables(points) {
    points.forEach(keepTable);
  },

  multiply,

  add(a, b) {
    return a.add(b);
  },

  isIdentity(point) {
    return point.is0();
  },

  publicKey(secret) {
    return G2.Point.BASE.multiply(secret).toBytes();
  },

  keyFromOctets(octets) {
    if (!isCompressed(octets, PUBLIC_KEY_LENGTH)) return undefined;
    return orUndefined(() => calcPairingPrecomputes(G2.Point.fromBytes(octets)));
  },

  releaseKey() {},

  pairingsEqual(a, key, b) {
    if (a.is0() || b.is0()) return a.is0() && b.is0();
    baseLines ??= calcPairingPrecomputes(G2.Point.BASE);
    const [p, q] = normalizeZ(G1.Point, [a, b.negate()]);
    const product = bls12_381.millerLoopBatch([
      [key, p!.x, p!.y],
      [baseLines, q!.x, q!.y],
    ]);
    return Fp12.eql(Fp12.finalExponentiate(product), Fp12.ONE);
  },
};
