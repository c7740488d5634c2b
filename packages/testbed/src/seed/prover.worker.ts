import { createInlineProver, type PresentInput, type SignedCredential } from '@teahouse/client';
import { createBbs } from '@teahouse/protocol';
import { loadMclBackend } from '@teahouse/protocol/mcl';
import { systemRng } from '../people.ts';

const prover = createInlineProver(createBbs(await loadMclBackend()), systemRng);

export const commit = (seed: Uint8Array) => prover.commit(seed);
export const checkCredential = (input: SignedCredential) => prover.checkCredential(input);
export const present = (input: PresentInput) => prover.present(input);
