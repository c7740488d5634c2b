/// <reference lib="webworker" />
import { ProofError, readProof, type Trusted, verifyProof } from '@teahouse/proof';
import { createBbs } from '@teahouse/protocol';
import { nobleBackend } from '@teahouse/protocol/noble';
import type { CheckCall, Checked, CheckReply } from './wire.ts';

/** Checks proofs away from the thread that draws. Nothing leaves the device: the worker makes no request. */
const bbs = createBbs(nobleBackend);

/** Of the keys that the device knows, those of the logs that a proof names: a house never met is not false. */
const trustedFor = (known: CheckCall['known'], issuer: string, talk: string): Trusted => ({
  ...(known[issuer] === undefined ? {} : { issuer: known[issuer] }),
  ...(known[talk] === undefined ? {} : { talk: known[talk] }),
});

function check({ bytes, known }: CheckCall): Checked {
  try {
    const proof = readProof(bytes);
    const trusted = trustedFor(known, proof.issuer.log.origin, proof.talk.log.origin);
    return { kind: 'verdict', verdict: verifyProof({ proof, bbs, trusted }) };
  } catch (error) {
    return { kind: 'unusable', reason: error instanceof ProofError ? error.reason : 'internal' };
  }
}

addEventListener('message', ({ data }: MessageEvent<CheckCall>) => {
  const reply: CheckReply = { id: data.id, checked: check(data) };
  postMessage(reply);
});
