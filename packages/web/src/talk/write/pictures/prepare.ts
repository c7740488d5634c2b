import { trustedScriptUrl } from '../../../crypto/trusted.ts';
import type { Cover } from './cover.ts';
import { PictureFault } from './fault.ts';
import { pictureLimits } from './limits.ts';
import workerUrl from './picture-worker.ts?worker&url';
import type { EncodedPicture, PrepareCall, PrepareReply } from './wire.ts';

interface Waiting {
  readonly resolve: (picture: EncodedPicture) => void;
  readonly reject: (fault: PictureFault) => void;
  readonly onProgress: ((part: number) => void) | undefined;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let last = 0;

/** A worker gives its memory back only by ending, and a picture can have taken a lot. */
function stopWhenIdle(): void {
  if (waiting.size > 0) return;
  worker?.terminate();
  worker = undefined;
}

function onReply({ data }: MessageEvent<PrepareReply>): void {
  const call = waiting.get(data.id);
  if (data.kind === 'progress') {
    call?.onProgress?.(data.part);
    return;
  }
  waiting.delete(data.id);
  if (data.kind === 'done') call?.resolve(data.picture);
  else call?.reject(new PictureFault(data.code));
  stopWhenIdle();
}

/** Most often memory: the picture in hand was too much for this device. */
function onError(): void {
  const calls = [...waiting.values()];
  waiting.clear();
  stopWhenIdle();
  for (const { reject } of calls) reject(new PictureFault('internal'));
}

function start(): Worker {
  const started = new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'picture' });
  started.addEventListener('message', onReply);
  started.addEventListener('error', onError);
  return started;
}

/**
 * Makes of any picture file the file that is signed and sent: upright, at most 1600 pixels a side, sRGB on white,
 * blacked out where `covers` say so, WebP of at most 300 kB, and nothing of the original but what is seen. Works in a
 * worker and asks the network for nothing but the encoder. `onProgress` gets 0 to 1. Throws a PictureFault.
 */
export function preparePicture(
  file: Blob,
  covers: readonly Cover[] = [],
  onProgress?: (part: number) => void,
): Promise<EncodedPicture> {
  if (file.size > pictureLimits.sourceBytes) return Promise.reject(new PictureFault('picture-too-large'));
  worker ??= start();
  const target = worker;
  const id = ++last;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject, onProgress });
    // Without its name and date: a slice of a File is a plain Blob.
    target.postMessage({ id, file: file.slice(0, file.size), covers } satisfies PrepareCall);
  });
}
