import { trustedScriptUrl } from '../crypto/trusted.ts';
import workerUrl from './check-worker.ts?worker&url';
import type { CheckCall, Checked, CheckReply, KnownKeys } from './wire.ts';

export interface Checker {
  /** Checks the bytes of a file; resolves in any case. */
  check(bytes: Uint8Array, known: KnownKeys): Promise<Checked>;
  stop(): void;
}

/** Checks in a worker of its own. It is started at once, so that it is there when the network has gone. */
export function createChecker(): Checker {
  const waiting = new Map<number, (checked: Checked) => void>();
  let last = 0;
  let worker = start();

  function start(): Worker {
    const started = new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'check' });
    started.addEventListener('message', ({ data }: MessageEvent<CheckReply>) => {
      waiting.get(data.id)?.(data.checked);
      waiting.delete(data.id);
    });
    started.addEventListener('error', fail);
    return started;
  }
  /** A worker that stopped has checked nothing: nobody is left waiting, and the next file gets a new one. */
  function fail(): void {
    for (const done of waiting.values()) done({ kind: 'unusable', reason: 'internal' });
    waiting.clear();
    worker.terminate();
    worker = start();
  }
  return {
    check: (bytes, known) =>
      new Promise((resolve) => {
        const call: CheckCall = { id: ++last, bytes, known };
        waiting.set(call.id, resolve);
        worker.postMessage(call);
      }),
    stop: () => worker.terminate(),
  };
}
