import type { BbsBackend } from './backend.ts';
import { BoundedCache } from './bounded-cache.ts';
import { BbsError } from './errors.ts';
import { createGenerators, type Generators } from './generators.ts';
import { hashToScalar } from './hash.ts';
import { bytesToHex, concatBytes, hexToBytes, lengthPrefixed, uint64, utf8ToBytes } from './octets.ts';
import { API_ID, HASH_TO_SCALAR_DST, NYM_VECTOR_DST, P1_HEX } from './params.ts';

/** What is remembered: a verifier meets a handful of keys and issuances, and the same context from many holders. */
const KEYS_KEPT = 8;
const ISSUANCES_KEPT = 32;
const CONTEXTS_KEPT = 256;
const LABELS_KEPT = 256;

/** How many messages of each kind a credential has. */
export interface Shape {
  /** Messages the signer knows (L). */
  readonly messageCount: number;
  /** Messages the prover committed to (M). */
  readonly committedCount: number;
  /** Secrets of the pseudonym (N). */
  readonly nymCount: number;
}

/** What all credentials of one key, header and shape have in common. */
export interface Issuance<Point> {
  /** calculate_domain, draft-irtf-cfrg-bbs-signatures "Domain Calculation". */
  readonly domain: bigint;
  /** P1 + Q_1·domain. */
  readonly base: Point;
  /** (H_1 … H_L, Q_2, J_1 … J_(M+N)): the generator of each signed scalar, in the order they are signed. */
  readonly generators: readonly Point[];
}

/** What a context stands for: the point OP that is multiplied, and z at which the nym secrets are evaluated. */
export interface ContextPoint<Point> {
  readonly op: Point;
  readonly z: bigint;
}

/** A backend together with all that is worth keeping between operations. */
export interface Scheme<Point, Key> {
  readonly backend: BbsBackend<Point, Key>;
  readonly generators: Generators<Point>;
  /** @throws BbsError key-invalid */
  key(publicKey: Uint8Array): Key;
  issuance(publicKey: Uint8Array, header: Uint8Array, shape: Shape): Issuance<Point>;
  /**
   * Bv = P1 + Q_1·domain + Σ H_i·m_i over the disclosed messages, draft-irtf-cfrg-bbs-signatures "Proof Verification
   * Initialization". The same for all who show the same label, so it is kept.
   */
  disclosedPoint(issuance: Issuance<Point>, indexes: readonly number[], scalars: readonly bigint[]): Point;
  /** Draft "Pseudonym Calculation Procedure". */
  context(contextId: Uint8Array): ContextPoint<Point>;
}

/** Signed scalars are (L messages, prover blind, M committed messages, N nym secrets). */
export function signedScalarCount(shape: Shape): number {
  return shape.messageCount + 1 + shape.committedCount + shape.nymCount;
}

export function createScheme<Point, Key>(backend: BbsBackend<Point, Key>): Scheme<Point, Key> {
  const generators = createGenerators(backend);
  const p1 = backend.pointFromOctets(hexToBytes(P1_HEX))!;
  const keys = new BoundedCache<Key>(KEYS_KEPT, (key) => backend.releaseKey(key));
  const issuances = new BoundedCache<Issuance<Point>>(ISSUANCES_KEPT);
  const contexts = new BoundedCache<ContextPoint<Point>>(CONTEXTS_KEPT);
  const labels = new BoundedCache<Point>(LABELS_KEPT);

  function decodeKey(publicKey: Uint8Array): Key {
    const key = backend.keyFromOctets(publicKey);
    if (key === undefined) throw new BbsError('key-invalid', 'not a public key of this suite');
    return key;
  }

  function makeIssuance(publicKey: Uint8Array, header: Uint8Array, shape: Shape): Issuance<Point> {
    const signer = generators.signer(shape.messageCount + 1);
    const blind = generators.blind(1 + shape.committedCount + shape.nymCount);
    // combined_header = header || I2OSP(length_nym_vector, 8), "Blind Issuance" step 9.
    const combinedHeader = concatBytes(header, uint64(shape.nymCount));
    const domain = hashToScalar(
      concatBytes(
        publicKey,
        uint64(signedScalarCount(shape)),
        ...signer.octets,
        ...blind.octets,
        utf8ToBytes(API_ID),
        lengthPrefixed(combinedHeader),
      ),
      HASH_TO_SCALAR_DST,
    );
    const base = backend.add(p1, backend.multiply([signer.points[0]!], [domain]));
    backend.keepTables([base]);
    return { domain, base, generators: [...signer.points.slice(1), ...blind.points] };
  }

  return {
    backend,
    generators,
    key: (publicKey) => keys.get(bytesToHex(publicKey), () => decodeKey(publicKey)),
    issuance(publicKey, header, shape) {
      const { messageCount, committedCount, nymCount } = shape;
      const name = `${messageCount},${committedCount},${nymCount},${bytesToHex(publicKey)},${bytesToHex(header)}`;
      return issuances.get(name, () => makeIssuance(publicKey, header, shape));
    },
    disclosedPoint(issuance, indexes, scalars) {
      if (indexes.length === 0) return issuance.base;
      // The domain is a hash over key, header and shape, and stands for the issuance.
      const name = [issuance.domain, ...indexes, ...scalars].join();
      const generators = indexes.map((index) => issuance.generators[index]!);
      return labels.get(name, () => backend.add(issuance.base, backend.multiply(generators, scalars)));
    },
    context(contextId) {
      // z is a hash of the context and stands for it here, so that a long context costs no memory.
      const z = hashToScalar(contextId, NYM_VECTOR_DST);
      return contexts.get(z.toString(16), () => ({ op: backend.hashToPoint(contextId, API_ID), z }));
    },
  };
}
