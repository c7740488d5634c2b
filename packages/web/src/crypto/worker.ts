/// <reference lib="webworker" />
import { createInlineProver } from '@teahouse/client/prover';
import { createBbs } from '@teahouse/protocol';
import { nobleBackend } from '@teahouse/protocol/noble';
import type { ProverCall, ProverReply } from './wire.ts';

/** The slow part of the protocol, away from the thread that draws. */
const prover = createInlineProver(createBbs(nobleBackend), (length) =>
  crypto.getRandomValues(new Uint8Array(length)),
);

const reply = (message: ProverReply) => postMessage(message);

function answer(call: ProverCall): Promise<unknown> {
  switch (call.call) {
    case 'commit':
      return prover.commit(call.input);
    case 'checkCredential':
      return prover.checkCredential(call.input);
    case 'present':
      return prover.present(call.input, (part) => reply({ id: call.id, kind: 'progress', part }));
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'internal';

addEventListener('message', async ({ data }: MessageEvent<ProverCall>) => {
  try {
    reply({ id: data.id, kind: 'done', value: await answer(data) });
  } catch (error) {
    reply({ id: data.id, kind: 'failed', code: codeOf(error) });
  }
});
