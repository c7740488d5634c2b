/**
 * The operations on BLS12-381 that BBS needs, so that the scheme itself is written once.
 * `Point` is an element of G1, `Key` a checked public key with its pairing lines worked out.
 * Scalars are integers from 0 to r − 1.
 */
export interface BbsBackend<Point = unknown, Key = unknown> {
  readonly name: string;

  /**
   * Decodes a compressed point of G1 (48 octets).
   * @returns undefined unless canonical, on the curve, in the subgroup and not the identity
   */
  pointFromOctets(octets: Uint8Array): Point | undefined;

  /** Encodes points in compressed form, together because they can share one inversion. */
  pointsToOctets(points: readonly Point[]): Uint8Array[];

  /** hash_to_curve of suite BLS12381G1_XMD:SHA-256_SSWU_RO_, RFC 9380 section 8.8.1. */
  hashToPoint(message: Uint8Array, dst: string): Point;

  /** Says that these points are multiplied again and again, so that tables are worth keeping. */
  keepTables(points: readonly Point[]): void;

  /**
   * Σ scalars[i]·points[i]; both lists have the same length, at least 1.
   * Its time may depend on the scalars: callers blind a long-lived secret first.
   */
  multiply(points: readonly Point[], scalars: readonly bigint[]): Point;

  add(a: Point, b: Point): Point;

  isIdentity(point: Point): boolean;

  /** secret·BP2, compressed (96 octets). */
  publicKey(secret: bigint): Uint8Array;

  /**
   * Decodes a public key W (96 octets).
   * @returns undefined unless canonical, on the curve, in the subgroup and not the identity
   */
  keyFromOctets(octets: Uint8Array): Key | undefined;

  /** Frees what `keyFromOctets` allocated; the key must not be used afterwards. */
  releaseKey(key: Key): void;

  /** Whether e(a, W) = e(b, BP2), by one product of pairings with one final exponentiation. */
  pairingsEqual(a: Point, key: Key, b: Point): boolean;
}
