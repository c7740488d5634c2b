import { parentPort, workerData } from 'node:worker_threads';
import { createBbs, type Presentation, ProtocolError, verifyPresentation } from '@teahouse/protocol';
import { loadMclBackend } from '@teahouse/protocol/mcl';

/** What crosses to a worker: the proof and what it is checked against. */
export interface VerifyTask {
  readonly issuerPublicKey: Uint8Array;
  readonly context: Uint8Array;
  readonly presentation: Presentation;
}
export type VerifyOutcome = 'held' | 'refused' | 'failed';
export interface NumberedTask {
  readonly id: number;
  readonly task: VerifyTask;
}
export interface NumberedOutcome {
  readonly id: number;
  readonly outcome: VerifyOutcome;
}

const port = parentPort;
if (!port || workerData !== 'teahouse-verify') throw new Error('verify.worker runs as a worker thread only');
const bbs = createBbs(await loadMclBackend());

port.on('message', ({ id, task }: NumberedTask) => {
  port.postMessage({ id, outcome: check(task) } satisfies NumberedOutcome);
});

function check({ issuerPublicKey, context, presentation }: VerifyTask): VerifyOutcome {
  try {
    verifyPresentation({ bbs, issuerPublicKey, context, presentation });
    return 'held';
  } catch (error) {
    return error instanceof ProtocolError ? 'refused' : 'failed';
  }
}
