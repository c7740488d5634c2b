import { buckets, featuresOf } from '../model/features.ts';
import { type Line, type Model, type ModelKind, modelKinds } from '../model/file.ts';
import { readText } from '../read.ts';
import { type Decision, decisionsOf, languages, sentencesOf, templateLines } from './sentences.ts';
import { dice, generate } from './templates.ts';

interface Example {
  readonly features: Uint32Array;
  readonly kinds: readonly string[];
}

const rounds = 10;
const rate = 0.35;
const decay = 2e-5;

/** Everything in an order that depends on the data alone. */
function shuffled<T>(all: readonly T[], seed: number): T[] {
  const order = [...all];
  const roll = dice(seed);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(roll() * (i + 1));
    const [a, b] = [order[i], order[j]];
    if (a !== undefined && b !== undefined) [order[i], order[j]] = [b, a];
  }
  return order;
}

/**
 * One line by squared hinge loss, each step shortened by what its weight has moved already (AdaGrad). Only sums,
 * products, quotients and square roots, which IEEE 754 fixes to the last bit: the same data give the same bytes.
 */
function fitLine(examples: readonly Example[], kind: ModelKind): Line {
  const weights = new Float64Array(buckets);
  const moved = new Float64Array(buckets).fill(1e-3);
  let bias = 0;
  const positive = examples.filter(({ kinds }) => kinds.includes(kind)).length;
  // The rarer side counts for more, but not for all: most posts are nothing.
  const weightOf = (is: boolean): number =>
    is ? Math.sqrt((examples.length - positive) / (positive || 1)) : 1;
  for (let round = 0; round < rounds; round++) {
    for (const { features, kinds } of shuffled(examples, 7 + round)) {
      const is = kinds.includes(kind);
      const norm = Math.sqrt(features.length || 1);
      let sum = 0;
      for (const feature of features) sum += weights[feature] ?? 0;
      const short = 1 - (is ? 1 : -1) * (bias + sum / norm);
      if (short <= 0) continue;
      const push = ((is ? 1 : -1) * short * weightOf(is)) / norm;
      bias += 0.01 * push;
      for (const feature of features) {
        const weight = weights[feature] ?? 0;
        const step = push - decay * weight;
        moved[feature] = (moved[feature] ?? 0) + step * step;
        weights[feature] = weight + (rate * step) / Math.sqrt(moved[feature] ?? 1);
      }
    }
  }
  return quantised(weights, bias);
}

/** Weights in one byte each; the few largest are cut, so that the many small ones keep their differences. */
function quantised(weights: Float64Array, bias: number): Line {
  const sizes = Float64Array.from(weights, Math.abs).sort();
  const top = sizes[Math.floor(sizes.length * 0.9995)] || 1;
  const scale = Math.fround(top / 127);
  return {
    bias: Math.fround(bias),
    scale,
    weights: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))),
  };
}

/** How often the tuned sentences and the moderators' decisions are shown beside the generated: they are real. */
const real = 6;

/** What the model learns from: templates, the sentences that rules were tuned on, and decisions where there are any. */
export function trainingTexts(decisions?: string): Decision[] {
  const written = languages.flatMap((language) => sentencesOf('tuned', language));
  const own = decisions === undefined ? [] : decisionsOf(decisions);
  const generated = languages.flatMap((language, i) => generate(templateLines(language), 11 + i));
  return [...generated, ...Array.from({ length: real }, () => [...written, ...own]).flat()];
}

/** Fits the model. Deterministic: the same texts give the same model. */
export function fit(texts: readonly Decision[]): Model {
  const examples = texts.map(({ text, kinds }) => ({
    features: featuresOf(readText(text).tight.text),
    kinds,
  }));
  const lines = modelKinds.map((kind) => [kind, fitLine(examples, kind)] as const);
  const [threat, insult, sexual, advertising] = lines.map(([, line]) => line);
  if (!threat || !insult || !sexual || !advertising) throw new Error('a kind was not fitted');
  return { threat, insult, sexual, advertising };
}
