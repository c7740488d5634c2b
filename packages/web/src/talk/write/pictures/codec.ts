import createModule, { type EncodeOptions } from '@jsquash/webp/codec/enc/webp_enc.js';
import wasmUrl from '@jsquash/webp/codec/enc/webp_enc.wasm?url';
import type { Encode } from './encode.ts';
import { PictureFault } from './fault.ts';

/*
 * libwebp in WebAssembly, the same bytes for everybody (decision 10). The build without SIMD on purpose: what a device
 * can do must not choose the encoder. Every option is said, so that no update of the package changes one.
 */
const options: EncodeOptions = {
  quality: 0,
  target_size: 0,
  target_PSNR: 0,
  method: 4,
  sns_strength: 50,
  filter_strength: 60,
  filter_sharpness: 0,
  filter_type: 1,
  partitions: 0,
  segments: 4,
  pass: 1,
  show_compressed: 0,
  preprocessing: 0,
  autofilter: 0,
  partition_limit: 0,
  alpha_compression: 1,
  alpha_filtering: 1,
  alpha_quality: 100,
  lossless: 0,
  exact: 0,
  image_hint: 0,
  emulate_jpeg_size: 0,
  thread_level: 0,
  low_memory: 0,
  near_lossless: 100,
  use_delta_palette: 0,
  use_sharp_yuv: 0,
};

/** Of the package's module what is used; its own types lean on a namespace that it does not export. */
interface EncoderModule {
  encode(pixels: BufferSource, width: number, height: number, options: EncodeOptions): Uint8Array | null;
}
interface Overrides {
  readonly noInitialRun: boolean;
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance) => void,
  ): WebAssembly.Exports;
}
/** Makes the encoder of its compiled code. */
export async function encoderOf(wasm: WebAssembly.Module): Promise<Encode> {
  const create: (overrides: Overrides) => Promise<EncoderModule> = createModule;
  const module = await create({
    noInitialRun: true,
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(wasm, imports);
      done(instance);
      return instance.exports;
    },
  });
  return ({ data, width, height }, quality) => {
    const file = module.encode(data, width, height, { ...options, quality });
    if (!file) throw new Error('the encoder refused the pixels');
    return new Uint8Array(file); // a copy: the module's own memory is used again
  };
}

let loading: Promise<Encode> | undefined;

/** Loads the encoder, once; a failure is forgotten, so that the next picture tries again. */
export function loadEncoder(): Promise<Encode> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Compiled here: the policy lets WebAssembly compile (`wasm-unsafe-eval`), and nothing turn text into code. */
async function load(): Promise<Encode> {
  const answer = await fetch(wasmUrl).catch(() => undefined);
  if (!answer?.ok) throw new PictureFault('offline');
  return encoderOf(await WebAssembly.compile(await answer.arrayBuffer()));
}
