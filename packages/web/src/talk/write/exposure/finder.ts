import { trustedScriptUrl } from '../../../crypto/trusted.ts';
import workerUrl from './exposure-worker.ts?worker&url';
import type { FindCall, FindReply } from './wire.ts';

interface Waiting {
  readonly resolve: (reply: FindReply) => void;
  readonly reject: (error: Error) => void;
}

let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, Waiting>();

/** A worker that could not be loaded, or broke, is replaced at the next call. */
function fail(): void {
  for (const { reject } of waiting.values()) reject(new Error('the rules did not answer'));
  waiting.clear();
  worker?.terminate();
  worker = undefined;
}

function start(): Worker {
  const started = new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'exposure' });
  started.addEventListener('message', ({ data }: MessageEvent<FindReply>) => {
    waiting.get(data.id)?.resolve(data);
    waiting.delete(data.id);
  });
  started.addEventListener('error', fail);
  return started;
}

/**
 * Looks for hints in several texts, and with `refusal` whether the house would refuse them, in a worker that is fetched when
 * somebody first writes and kept. Rejects where the rules could not be fetched; nothing is written down and nothing leaves the
 * device.
 */
export function findInWorker(call: Omit<FindCall, 'id'>): Promise<FindReply> {
  worker ??= start();
  const target = worker;
  const id = ++last;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    target.postMessage({ ...call, id } satisfies FindCall);
  });
}
