// nsfwjs's own code imports all of TensorFlow.js, and with it what only browsers can use. Its two small models are taken
// out of the package and run by the parts that they need. `@tensorflow/tfjs` is the converter under the name that
// nsfwjs asks for as a peer (package.json), so that npm installs no second engine.
import { loadGraphModel } from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import { env, type io, setBackend, type Tensor, tensor4d, tidy } from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import type { ModelDefinition } from 'nsfwjs/core';
import { MobileNetV2Model } from 'nsfwjs/models/mobilenet_v2';
import { MobileNetV2MidModel } from 'nsfwjs/models/mobilenet_v2_mid';
import { z } from 'zod';
import type { Pixels } from '../decode.ts';
import { modelSide, sample } from './sample.ts';

/** What the models know, in the order of their answers, which is that of nsfwjs. */
export const nsfwKinds = ['drawing', 'hentai', 'neutral', 'porn', 'sexy'] as const;
/** From 0 to 1 each, together 1: the mean of both models. */
export type NsfwScores = Readonly<Record<(typeof nsfwKinds)[number], number>>;

/** What TensorFlow.js keeps in `model.json`, as far as it is handed on; nsfwjs ships it as a module. */
const Written = z.object({
  modelTopology: z.record(z.string(), z.unknown()),
  weightsManifest: z.tuple([z.object({ weights: z.array(z.custom<io.WeightsManifestEntry>()) })]),
});

type Run = (input: Tensor) => Tensor;

/**
 * Loads both MobileNetV2 models of nsfwjs out of the package and warms WebAssembly up; nothing is fetched. Returns what
 * scores a picture. Throws when the machine has no WebAssembly or the package isn't whole.
 */
export async function loadNsfw(): Promise<(pixels: Pixels) => NsfwScores> {
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false); // one thread: the other ones of the machine serve readers
  if (!(await setBackend('wasm'))) throw new Error('WebAssembly is not available');
  const runs = [await readLayers(MobileNetV2Model), await readGraph(MobileNetV2MidModel)];
  return (pixels) => {
    const input = sample(pixels);
    const answers = runs.map((run) => answerOf(run, input));
    const mean = (kind: number) => answers.reduce((sum, answer) => sum + answer[kind]!, 0) / answers.length;
    return { drawing: mean(0), hentai: mean(1), neutral: mean(2), porn: mean(3), sexy: mean(4) };
  };
}

function answerOf(run: Run, input: Float32Array): Float32Array {
  const out = tidy(() => run(tensor4d(input, [1, modelSide, modelSide, 3])));
  const answer = out.dataSync<'float32'>();
  out.dispose();
  // What isn't a number would compare as harmless.
  if (answer.length !== nsfwKinds.length || !answer.every(Number.isFinite)) throw new Error('no scores');
  return answer;
}

async function readLayers(definition: ModelDefinition): Promise<Run> {
  const model = await loadLayersModel(await handlerOf(definition));
  return (input) => single(model.predict(input));
}

async function readGraph(definition: ModelDefinition): Promise<Run> {
  const model = await loadGraphModel(await handlerOf(definition));
  return (input) => single(model.predict(input));
}

function single(answer: Tensor | Tensor[] | Record<string, Tensor>): Tensor {
  const [first] = Array.isArray(answer) ? answer : 'dataSync' in answer ? [answer as Tensor] : [];
  if (!first) throw new Error('no scores');
  return first;
}

/** A model's parts in memory, where TensorFlow.js would fetch them. */
async function handlerOf({ modelJson, weightBundles }: ModelDefinition): Promise<io.IOHandler> {
  const { modelTopology, weightsManifest } = Written.parse((await modelJson()).default);
  const shards: Buffer[] = [];
  for (const bundle of weightBundles) shards.push(Buffer.from((await bundle()).default, 'base64'));
  const weightData = Uint8Array.from(Buffer.concat(shards)).buffer;
  return { load: async () => ({ modelTopology, weightSpecs: weightsManifest[0].weights, weightData }) };
}
