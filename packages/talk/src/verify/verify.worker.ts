import { randomBytes } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { createBbs, type PresentationCheck, verifyPresentations } from '@teahouse/protocol';
import { loadMclBackend } from '@teahouse/protocol/mcl';

export type VerifyOutcome = 'held' | 'refused' | 'failed';
/** What crosses to a worker: proofs, and what they are checked against. */
export interface NumberedBatch {
  readonly id: number;
  readonly checks: readonly PresentationCheck[];
}
/** What comes back: one outcome for each, in the same order. */
export interface NumberedOutcomes {
  readonly id: number;
  readonly outcomes: readonly VerifyOutcome[];
}

const port = parentPort;
if (!port || workerData !== 'teahouse-verify') throw new Error('verify.worker runs as a worker thread only');
const bbs = createBbs(await loadMclBackend());

port.on('message', ({ id, checks }: NumberedBatch) => {
  port.postMessage({ id, outcomes: judge(checks) } satisfies NumberedOutcomes);
});

function judge(checks: readonly PresentationCheck[]): VerifyOutcome[] {
  try {
    const errors = verifyPresentations({ bbs, checks, rng: randomBytes });
    return errors.map((error) => (error ? 'refused' : 'held'));
  } catch {
    return checks.map(() => 'failed');
  }
}
