import { ApiError, type Stretch } from '@teahouse/client';
import { trustedScriptUrl } from '../crypto/trusted.ts';
import type { StretchCall } from './stretch-wire.ts';
import workerUrl from './stretch-worker.ts?worker&url';

/** Argon2id in a worker of its own, which ends with its 64 MiB when it has answered. */
export const workerStretch: Stretch = async (passphrase, salt, cost) => {
  const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'stretch' });
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      const fail = () => reject(new ApiError('internal', { title: 'The worker stopped' }));
      worker.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => resolve(data));
      worker.addEventListener('error', fail);
      const call: StretchCall = { passphrase, salt, cost };
      worker.postMessage(call);
    });
  } finally {
    worker.terminate();
  }
};
