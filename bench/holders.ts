import { randomBytes } from 'node:crypto';
import {
  type Bbs,
  type Credential,
  createBbs,
  issue,
  type LabelKind,
  makeCommitment,
  newSeed,
  type Presentation,
  present,
} from '@teahouse/protocol';
import { loadMclBackend } from '@teahouse/protocol/mcl';

const rng = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

/** What a holder needs to show a credential. The same shape as the app's prover takes. */
export interface Holder {
  readonly issuerPublicKey: Uint8Array;
  readonly signature: Uint8Array;
  readonly credential: Credential;
  readonly seed: Uint8Array;
}

/** A presentation together with what it is checked against. */
export interface Shown {
  readonly issuerPublicKey: Uint8Array;
  readonly context: Uint8Array;
  readonly presentation: Presentation;
}

const kinds: readonly LabelKind[] = ['company', 'industry', 'professional', 'alias'];
const credential: Credential = {
  epoch: '2026-11',
  company: 'starriver',
  industry: 'internet',
  standing: 'current',
};

/** An issuer and people with its credentials, made in Node with mcl. */
export async function makeHolders(count: number): Promise<{ bbs: Bbs; holders: Holder[] }> {
  const bbs = createBbs(await loadMclBackend());
  const secretKey = bbs.keyGen(rng(32));
  const publicKey = bbs.publicKey(secretKey);
  const holders = Array.from({ length: count }, () => {
    const seed = newSeed(rng);
    const commitment = makeCommitment({ bbs, seed, rng });
    const signature = issue({ bbs, secretKey, publicKey, commitment, credential });
    return { issuerPublicKey: publicKey, signature, credential, seed };
  });
  return { bbs, holders };
}

/** Presentations as a server meets them: each in a context of its own, by several holders, under each kind of label. */
export async function makePresentations(count: number): Promise<Shown[]> {
  const { bbs, holders } = await makeHolders(8);
  return Array.from({ length: count }, (_, i) => {
    const holder = holders[i % holders.length] as Holder;
    const kind = kinds[i % kinds.length] as LabelKind;
    const context = rng(32);
    const presentation = present({ bbs, ...holder, kind, context, rng });
    return { issuerPublicKey: holder.issuerPublicKey, context, presentation };
  });
}
