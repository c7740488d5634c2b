import { featuresOf } from './features.ts';
import { type Line, type Model, type ModelKind, modelKinds } from './file.ts';

/** The sum of a line over features, before it is pressed between 0 and 1. */
export function sumOf({ bias, scale, weights }: Line, features: Uint32Array): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature] ?? 0;
  return bias + (scale * sum) / Math.sqrt(features.length || 1);
}

/** From any number to 0…1, half at 0; without an exponential, so that every machine gives the same. */
const pressed = (sum: number): number => 0.5 + sum / (2 * (1 + Math.abs(sum)));

/** What the model thinks of a text, for each of its kinds from 0 to 1. A rank, no probability. */
export function scoresOf(model: Model, tight: string): { kind: ModelKind; value: number }[] {
  const features = featuresOf(tight);
  return modelKinds.map((kind) => ({ kind, value: pressed(sumOf(model[kind], features)) }));
}
