import * as mcl from 'mcl-wasm';
import type { BbsBackend } from './backend.ts';
import { expandMessage } from './hash.ts';
import { isCompressed } from './octets.ts';
import { POINT_LENGTH, PUBLIC_KEY_LENGTH } from './params.ts';
import { scalarToOctets } from './scalars.ts';

/** Octets per field element in hash_to_field for this curve, RFC 9380 section 8.8.1: L = 64. */
const FIELD_OCTETS = 64;

/** BP2, the base point of G2, compressed. */
const BASE_G2_HEX =
  '93e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e' +
  '024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8';

function toFr(scalar: bigint): mcl.Fr {
  const element = new mcl.Fr();
  element.deserialize(scalarToOctets(scalar));
  return element;
}

/** Deserialises into `point`; mcl checks range, curve and subgroup (verifyOrder is on). */
function decode<T extends mcl.G1 | mcl.G2>(point: T, octets: Uint8Array): T | undefined {
  try {
    point.deserialize(octets);
  } catch {
    return undefined;
  }
  return point.isZero() ? undefined : point;
}

function mapToG1(uniform: Uint8Array): mcl.G1 {
  const element = new mcl.Fp();
  element.setBigEndianMod(uniform);
  return element.mapToG1();
}

function multiply(points: readonly mcl.G1[], scalars: readonly bigint[]): mcl.G1 {
  return points.length === 1
    ? mcl.mul(points[0]!, toFr(scalars[0]!))
    : mcl.mulVec([...points], scalars.map(toFr));
}

let loading: Promise<BbsBackend<mcl.G1, mcl.PrecomputedG2>> | undefined;

async function load(): Promise<BbsBackend<mcl.G1, mcl.PrecomputedG2>> {
  await mcl.init(mcl.BLS12_381);
  mcl.setETHserialization(true);
  mcl.setMapToMode(mcl.IRTF);
  mcl.verifyOrderG1(true);
  mcl.verifyOrderG2(true);
  const base = new mcl.G2();
  base.deserializeHexStr(BASE_G2_HEX);
  const baseLines = new mcl.PrecomputedG2(base);

  return {
    name: 'mcl',

    pointFromOctets(octets) {
      return isCompressed(octets, POINT_LENGTH) ? decode(new mcl.G1(), octets) : undefined;
    },

    pointsToOctets(points) {
      return points.map((point) => point.serialize());
    },

    hashToPoint(message, dst) {
      // mapToG1 clears the cofactor of each image; that is linear, so the sum is hash_to_curve's (section 3).
      const uniform = expandMessage(message, dst, 2 * FIELD_OCTETS);
      return mcl.add(mapToG1(uniform.subarray(0, FIELD_OCTETS)), mapToG1(uniform.subarray(FIELD_OCTETS)));
    },

    // mcl's multiplication builds its own small tables and has no way to keep them.
    keepTables() {},

    multiply,

    add(a, b) {
      return mcl.add(a, b);
    },

    isIdentity(point) {
      return point.isZero();
    },

    publicKey(secret) {
      return mcl.mul(base, toFr(secret)).serialize();
    },

    keyFromOctets(octets) {
      const point = isCompressed(octets, PUBLIC_KEY_LENGTH) ? decode(new mcl.G2(), octets) : undefined;
      return point && new mcl.PrecomputedG2(point);
    },

    releaseKey(key) {
      key.destroy();
    },

    pairingsEqual(a, key, b) {
      if (a.isZero() || b.isZero()) return a.isZero() && b.isZero();
      return mcl.finalExp(mcl.precomputedMillerLoop2(a, key, mcl.neg(b), baseLines)).isOne();
    },
  };
}

/**
 * Backend on mcl compiled to WebAssembly, about four times faster than noble: for the server.
 * The module has one global state, so it is initialised once per process.
 */
export function loadMclBackend(): Promise<BbsBackend<mcl.G1, mcl.PrecomputedG2>> {
  loading ??= load();
  return loading;
}
