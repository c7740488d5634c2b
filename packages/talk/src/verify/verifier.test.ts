import { createLogger } from '@teahouse/kit/log';
import {
  actKey,
  credentialHeader,
  credentialMessages,
  deriveSecrets,
  domainHash,
  labelBytes,
  labelFor,
  labelMessages,
  newSeed,
  type Presentation,
} from '@teahouse/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rng, startTestIssuer, type TestIssuer } from '../testing/issuer.ts';
import { counts, directory, instance } from '../testing/town.ts';
import { createVerifier, type Verifier } from './verifier.ts';

let issuer: TestIssuer;
let verifier: Verifier;
beforeAll(async () => {
  issuer = await startTestIssuer({ instance, directory });
  issuer.openEpoch('2026-11', counts);
  verifier = createVerifier({ workers: 1, queue: 2, log: createLogger({ name: 'test', write: () => {} }) });
});
afterAll(async () => {
  await verifier.close();
  await issuer.close();
});

const context = rng(32);
const credential = {
  epoch: '2026-11',
  company: 'xinghe',
  industry: 'internet',
  standing: 'current',
} as const;

/** A true proof for whatever public key. */
function showWith(publicKey: Uint8Array): Presentation {
  const seed = newSeed(rng);
  const label = labelFor('company', credential);
  const shown = issuer.bbs.prove({
    pk: issuer.publicKeyOf('2026-11'),
    signature: issuer.issue(seed, credential),
    header: credentialHeader,
    messages: credentialMessages(credential),
    ...deriveSecrets(seed),
    presentationHeader: domainHash('entry', context, labelBytes(label), publicKey),
    contextId: context,
    disclosed: labelMessages(label).map(({ index }) => index),
    rng,
  });
  return { label, publicKey, ...shown };
}
const task = (presentation: Presentation) => ({
  issuerPublicKey: issuer.publicKeyOf('2026-11'),
  context,
  presentation,
});

it('lets a true proof pass, and no other', async () => {
  const presentation = showWith(actKey(newSeed(rng), context).publicKey);
  await expect(verifier.verify(task(presentation))).resolves.toBeUndefined();
  const moved = { ...task(presentation), context: rng(32) };
  await expect(verifier.verify(moved)).rejects.toMatchObject({ code: 'presentation-invalid' });
});

it('has a queue with an end, and says when to come back', async () => {
  const presentation = showWith(actKey(newSeed(rng), context).publicKey);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, () => verifier.verify(task(presentation))),
  );
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(3); // one in hand, two waiting
  const refused = outcomes
    .filter((outcome) => outcome.status === 'rejected')
    .map((outcome) => outcome.reason);
  for (const error of refused) expect(error).toMatchObject({ code: 'busy', headers: { 'retry-after': '2' } });
});

it('finds the bad ones in a batch, wherever they stand, and lets the others pass', async () => {
  const wide = createVerifier({
    workers: 1,
    queue: 64,
    log: createLogger({ name: 'test', write: () => {} }),
  });
  const presentation = showWith(actKey(newSeed(rng), context).publicKey);
  const bad = new Set([3, 4, 11]);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 16 }, (_, i) =>
      wide.verify({ ...task(presentation), ...(bad.has(i) && { context: rng(32) }) }),
    ),
  );
  expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(outcomes.map((_, i) => bad.has(i)));
  await wide.close();
});

it('refuses an alias with a key of small order, for which anybody could sign', async () => {
  const identity = new Uint8Array(32);
  identity[0] = 1;
  await expect(verifier.verify(task(showWith(identity)))).rejects.toMatchObject({
    code: 'presentation-invalid',
  });
});
