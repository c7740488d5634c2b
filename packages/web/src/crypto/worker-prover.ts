import { ApiError, type Prover } from '@teahouse/client';
import { trustedScriptUrl } from './trusted.ts';
import type { ProverCall, ProverReply } from './wire.ts';
import workerUrl from './worker.ts?worker&url';

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: ((part: number) => void) | undefined;
}

/** A prover whose work is done in a Web Worker. The worker is started at the first call and kept. */
export function createWorkerProver(): Prover {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, Waiting>();

  function failAll(): void {
    for (const { reject } of waiting.values())
      reject(new ApiError('internal', { title: 'The worker stopped' }));
    waiting.clear();
    worker?.terminate();
    worker = undefined;
  }
  function onReply({ data }: MessageEvent<ProverReply>): void {
    const call = waiting.get(data.id);
    if (!call) return;
    if (data.kind === 'progress') {
      call.onProgress?.(data.part);
      return;
    }
    waiting.delete(data.id);
    if (data.kind === 'done') call.resolve(data.value as never);
    else call.reject(new ApiError(data.code));
  }
  function start(): Worker {
    const started = new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'prover' });
    started.addEventListener('message', onReply);
    started.addEventListener('error', failAll);
    return started;
  }
  function ask<T>(call: Omit<ProverCall, 'id'>, onProgress?: (part: number) => void): Promise<T> {
    worker ??= start();
    const target = worker;
    const id = ++last;
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve, reject, onProgress });
      target.postMessage({ ...call, id });
    });
  }

  return {
    commit: (input) => ask({ call: 'commit', input }),
    checkCredential: (input) => ask({ call: 'checkCredential', input }),
    present: (input, onProgress) => ask({ call: 'present', input }, onProgress),
  };
}
