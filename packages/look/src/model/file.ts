import { buckets } from './features.ts';

/** Kinds that the model scores, in the order of the file. */
export const modelKinds = ['threat', 'insult', 'sexual', 'advertising'] as const;
export type ModelKind = (typeof modelKinds)[number];

/** One linear function a kind: the sum of its weights over a text's features, times `scale`, plus `bias`. */
export interface Line {
  readonly bias: number;
  readonly scale: number;
  readonly weights: Int8Array;
}
export type Model = Readonly<Record<ModelKind, Line>>;

const magic = 'tealook1';
const head = 8;
const size = head + modelKinds.length * (8 + buckets);

/** A file of weights that is not one. */
export class ModelError extends Error {
  readonly code = 'model-malformed';
}

/** Reads a model: the word `tealook1`, then for each kind bias and scale (float32, little-endian) and its weights. Throws {@link ModelError}. */
export function readModel(bytes: Uint8Array): Model {
  if (bytes.length !== size || new TextDecoder().decode(bytes.subarray(0, head)) !== magic)
    throw new ModelError('the file of weights has another form');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const line = (index: number): Line => {
    const at = head + index * (8 + buckets);
    const bias = view.getFloat32(at, true);
    const scale = view.getFloat32(at + 4, true);
    if (!Number.isFinite(bias) || !Number.isFinite(scale)) throw new ModelError('a weight is no number');
    return { bias, scale, weights: new Int8Array(bytes.buffer, bytes.byteOffset + at + 8, buckets) };
  };
  return { threat: line(0), insult: line(1), sexual: line(2), advertising: line(3) };
}

/** The bytes of a model, the same for the same numbers. */
export function writeModel(model: Model): Uint8Array {
  const bytes = new Uint8Array(size);
  bytes.set(new TextEncoder().encode(magic));
  const view = new DataView(bytes.buffer);
  for (const [index, kind] of modelKinds.entries()) {
    const at = head + index * (8 + buckets);
    view.setFloat32(at, model[kind].bias, true);
    view.setFloat32(at + 4, model[kind].scale, true);
    bytes.set(new Uint8Array(model[kind].weights.buffer, model[kind].weights.byteOffset, buckets), at + 8);
  }
  return bytes;
}
