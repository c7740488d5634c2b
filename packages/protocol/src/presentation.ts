import { sha256 } from '@noble/hashes/sha2.js';
import { isActPublicKey } from './act.ts';
import type { Bbs, Rng, VerifyInput } from './bbs/index.ts';
import { fromBase64url, toBase64url } from './bytes.ts';
import {
  type Credential,
  credentialHeader,
  credentialMessages,
  MESSAGE_COUNT,
  NYM_COUNT,
} from './credential.ts';
import { asProtocolError, ProtocolError } from './errors.ts';
import { domainHash } from './hash.ts';
import { type Label, type LabelKind, labelBytes, labelFor, labelMessages, parseLabel } from './label.ts';
import { actKey, deriveSecrets } from './seed.ts';
import { isBytes } from './shape.ts';

/** What a holder shows once per context. protocol.md 2, "Entering". */
export interface Presentation {
  readonly label: Label;
  readonly proof: Uint8Array;
  /** 48 bytes, the same for the same holder and context whatever the credential. */
  readonly pseudonym: Uint8Array;
  /** The Ed25519 key (32 bytes) that signs the holder's acts in this context. */
  readonly publicKey: Uint8Array;
}

/** The same with bytes as base64url, as it travels in JSON. */
export interface PresentationWire {
  readonly label: Label;
  readonly proof: string;
  readonly pseudonym: string;
  readonly publicKey: string;
}

/**
 * Shows a credential in a context (32 bytes) under a label of the asked kind. `signature` is the issuer's, 80 bytes,
 * as accepted by `checkCredential`. Throws ProtocolError when a part is malformed.
 */
export function present(i: {
  bbs: Bbs;
  issuerPublicKey: Uint8Array;
  signature: Uint8Array;
  credential: Credential;
  kind: LabelKind;
  context: Uint8Array;
  seed: Uint8Array;
  rng: Rng;
}): Presentation {
  const label = labelFor(i.kind, i.credential);
  const { publicKey } = actKey(i.seed, i.context);
  const shown = asProtocolError('credential-invalid', 'the credential can not be shown', () =>
    i.bbs.prove({
      pk: i.issuerPublicKey,
      signature: i.signature,
      header: credentialHeader,
      messages: credentialMessages(i.credential),
      ...deriveSecrets(i.seed),
      presentationHeader: entryHash(i.context, label, publicKey),
      contextId: i.context,
      disclosed: labelMessages(label).map(({ index }) => index),
      rng: i.rng,
    }),
  );
  return { label, proof: shown.proof, pseudonym: shown.pseudonym, publicKey };
}

/** What a presentation is checked against: the issuer's key (96 bytes) and the context (32 bytes). */
export interface PresentationCheck {
  readonly issuerPublicKey: Uint8Array;
  readonly context: Uint8Array;
  readonly presentation: Presentation;
}

/**
 * Returns when a holder of a credential signed by `issuerPublicKey` (96 bytes) made this presentation for this
 * context (32 bytes); throws `presentation-invalid` otherwise. Whether the key, the epoch and the label are welcome
 * is the verifier's to judge.
 */
export function verifyPresentation(i: PresentationCheck & { bbs: Bbs }): void {
  try {
    i.bbs.verify(proofOf(i));
  } catch (cause) {
    throw invalid(cause);
  }
}

/**
 * The same for many at once, at less than the sum: for each `undefined` where it holds, and `presentation-invalid` where
 * not. `rng` weighs them against each other.
 */
export function verifyPresentations(i: {
  bbs: Bbs;
  checks: readonly PresentationCheck[];
  rng: Rng;
}): (ProtocolError | undefined)[] {
  const outcomes: (ProtocolError | undefined)[] = i.checks.map(() => undefined);
  const proofs: { place: number; proof: VerifyInput }[] = [];
  for (const [place, check] of i.checks.entries()) {
    try {
      proofs.push({ place, proof: proofOf(check) });
    } catch (cause) {
      outcomes[place] = invalid(cause);
    }
  }
  const errors = i.bbs.verifyBatch(
    proofs.map(({ proof }) => proof),
    i.rng,
  );
  for (const [at, { place }] of proofs.entries()) {
    if (errors[at]) outcomes[place] = invalid(errors[at]);
  }
  return outcomes;
}

const invalid = (cause: unknown) =>
  new ProtocolError('presentation-invalid', 'the presentation does not hold', { cause });

function proofOf({ issuerPublicKey, context, presentation }: PresentationCheck): VerifyInput {
  const { label, proof, pseudonym, publicKey } = presentation;
  if (!isBytes(context, 32)) throw new RangeError('a context has 32 bytes');
  if (!isActPublicKey(publicKey)) throw new RangeError('not a key that only its holder can sign with');
  return {
    pk: issuerPublicKey,
    header: credentialHeader,
    presentationHeader: entryHash(context, label, publicKey),
    proof,
    pseudonym,
    contextId: context,
    disclosed: labelMessages(label),
    messageCount: MESSAGE_COUNT,
    nymCount: NYM_COUNT,
  };
}

/** What the proof is bound to besides the context: the BBS presentation header. */
function entryHash(context: Uint8Array, label: Label, publicKey: Uint8Array): Uint8Array {
  return domainHash('entry', context, labelBytes(label), publicKey);
}

/** A presentation as it travels in JSON. */
export function presentationToWire(presentation: Presentation): PresentationWire {
  return {
    label: presentation.label,
    proof: toBase64url(presentation.proof),
    pseudonym: toBase64url(presentation.pseudonym),
    publicKey: toBase64url(presentation.publicKey),
  };
}

/** The presentation of its JSON form. Throws `presentation-invalid`; the proof itself is not looked at. */
export function presentationFromWire(wire: PresentationWire): Presentation {
  try {
    return {
      label: parseLabel(wire.label),
      proof: fromBase64url(wire.proof),
      pseudonym: fromBase64url(wire.pseudonym, 48),
      publicKey: fromBase64url(wire.publicKey, 32),
    };
  } catch (cause) {
    throw new ProtocolError('presentation-invalid', 'not the form of a presentation', { cause });
  }
}

/**
 * The commitment to a seed's secrets with its proof of opening. Its point is the same every time, the proof is fresh.
 * protocol.md 1.1. Throws `seed-invalid`, and `commitment-invalid` when the rng is broken.
 */
export function makeCommitment(i: { bbs: Bbs; seed: Uint8Array; rng: Rng }): Uint8Array {
  const secrets = deriveSecrets(i.seed);
  return asProtocolError('commitment-invalid', 'no commitment comes of this randomness', () =>
    i.bbs.commit({ ...secrets, rng: i.rng }),
  );
}

/** Returns when the sender of a commitment could open it; throws `commitment-invalid` otherwise. */
export function checkCommitment(i: { bbs: Bbs; commitment: Uint8Array }): void {
  asProtocolError('commitment-invalid', 'the commitment was not opened', () =>
    i.bbs.verifyCommitment(i.commitment, NYM_COUNT),
  );
}

/** The 48 bytes of a commitment that are pinned. Throws `commitment-invalid` when there are fewer. */
export function commitmentPoint(commitment: Uint8Array): Uint8Array {
  if (commitment.length < 48) throw new ProtocolError('commitment-invalid', 'shorter than a point');
  return commitment.slice(0, 48);
}

/** Signs a commitment together with a credential's messages: 80 bytes. Throws `commitment-invalid`, `credential-invalid`. */
export function issue(i: {
  bbs: Bbs;
  secretKey: Uint8Array;
  publicKey: Uint8Array;
  commitment: Uint8Array;
  credential: Credential;
}): Uint8Array {
  const messages = credentialMessages(i.credential);
  return asProtocolError('commitment-invalid', 'the commitment can not be signed', () =>
    i.bbs.blindSign({
      sk: i.secretKey,
      pk: i.publicKey,
      commitmentWithProof: i.commitment,
      header: credentialHeader,
      messages,
      nymCount: NYM_COUNT,
    }),
  );
}

/**
 * The holder's check of what the issuer handed out: returns when the signature is the issuer's over exactly this
 * credential and this seed's secrets, with no entropy of the signer's; throws `credential-invalid` otherwise.
 */
export function checkCredential(i: {
  bbs: Bbs;
  issuerPublicKey: Uint8Array;
  signature: Uint8Array;
  credential: Credential;
  seed: Uint8Array;
}): void {
  const messages = credentialMessages(i.credential);
  const secrets = deriveSecrets(i.seed);
  const good = asProtocolError('credential-invalid', 'the signature can not be read', () =>
    i.bbs.verifyCredential({
      pk: i.issuerPublicKey,
      signature: i.signature,
      header: credentialHeader,
      messages,
      ...secrets,
    }),
  );
  if (!good) throw new ProtocolError('credential-invalid', 'signed by another key or for somebody else');
}

/** Short name of an issuer's public key: base64url of the first 8 bytes of its SHA-256. */
export function issuerKeyId(publicKey: Uint8Array): string {
  if (!isBytes(publicKey, 96)) throw new ProtocolError('key-invalid', 'an issuer key has 96 bytes');
  return toBase64url(sha256(publicKey).slice(0, 8));
}
