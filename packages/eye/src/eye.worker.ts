import { parentPort, workerData } from 'node:worker_threads';
import { decode } from './decode.ts';
import { formsOf } from './hash/forms.ts';
import { greyOf } from './hash/grey.ts';
import { loadNsfw } from './nsfw/model.ts';
import type { NumberedFile, NumberedSight, Sight } from './sight.ts';

const port = parentPort;
if (!port || workerData !== 'teahouse-eye') throw new Error('eye.worker runs as a worker thread only');

let loading: ReturnType<typeof loadNsfw> | undefined;

port.on('message', async ({ id, file }: NumberedFile) => {
  port.postMessage({ id, sight: await see(file) } satisfies NumberedSight);
});

/** Hashes and scores of one picture. Where the models fail the hashes are still worth having. */
async function see(file: Uint8Array): Promise<Sight> {
  const pixels = await decode(file);
  if (!pixels) return { kind: 'unreadable' };
  const hashes = formsOf(greyOf(pixels.rgb, pixels.width, pixels.height));
  try {
    loading ??= loadNsfw();
    const scores = (await loading)(pixels);
    return { kind: 'seen', hashes, scores };
  } catch {
    return { kind: 'seen', hashes, scores: undefined };
  }
}
