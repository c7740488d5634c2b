import type { BbsBackend } from './backend.ts';
import { expandMessage } from './hash.ts';
import { concatBytes, uint64, utf8ToBytes } from './octets.ts';
import { API_ID, BLIND_API_ID, EXPAND_LENGTH } from './params.ts';

/** Generators in order with their encodings, which every domain and commitment challenge hashes. */
interface GeneratorList<Point> {
  readonly points: readonly Point[];
  readonly octets: readonly Uint8Array[];
}

export interface Generators<Point> {
  /** The first `count` of (Q_1, H_1, H_2, …). */
  signer(count: number): GeneratorList<Point>;
  /** The first `count` of (Q_2, J_1, J_2, …). */
  blind(count: number): GeneratorList<Point>;
}

/** create_generators, draft-irtf-cfrg-bbs-signatures "Generators Calculation", extended on demand and kept. */
function generatorSource<Point>(
  backend: BbsBackend<Point>,
  apiId: string,
): (count: number) => GeneratorList<Point> {
  const seedDst = `${apiId}SIG_GENERATOR_SEED_`;
  const pointDst = `${apiId}SIG_GENERATOR_DST_`;
  const points: Point[] = [];
  const octets: Uint8Array[] = [];
  let state = expandMessage(utf8ToBytes(`${apiId}MESSAGE_GENERATOR_SEED`), seedDst, EXPAND_LENGTH);

  return (count) => {
    const added: Point[] = [];
    while (points.length + added.length < count) {
      const index = points.length + added.length + 1;
      state = expandMessage(concatBytes(state, uint64(index)), seedDst, EXPAND_LENGTH);
      added.push(backend.hashToPoint(state, pointDst));
    }
    if (added.length > 0) {
      backend.keepTables(added);
      points.push(...added);
      octets.push(...backend.pointsToOctets(added));
    }
    return { points: points.slice(0, count), octets: octets.slice(0, count) };
  };
}

/** Both lists of generators of the pseudonym interface. */
export function createGenerators<Point>(backend: BbsBackend<Point>): Generators<Point> {
  return { signer: generatorSource(backend, API_ID), blind: generatorSource(backend, BLIND_API_ID) };
}
