import {
  actId,
  type Bbs,
  bodyHash,
  decodeBody,
  equal,
  fromBase64url,
  presentationFromWire,
  verifyAct,
  verifyPresentation,
} from '@teahouse/protocol';
import { isScopeOf, issuerKeyHash, logOrigin, type Plane, rowsFor } from '@teahouse/protocol/record';
import { isAmong, type Parts, standsIn } from './parts.ts';
import type { CheckCode } from './verdict.ts';

/** Keys of the instance's logs that are known from elsewhere, and of witnesses, in the form of C2SP signed-note. */
export interface Trusted {
  readonly issuer?: string | undefined;
  readonly talk?: string | undefined;
  readonly witnesses?: readonly string[] | undefined;
}

export interface CheckInput {
  readonly parts: Parts;
  readonly bbs: Bbs;
  readonly trusted: Trusted;
}

/** True: it holds. Undefined: it can't be made. False, or an error: it fails. */
type CheckOf = (input: CheckInput) => boolean | undefined;

/** An entry of the issuer's log after what it rests on, and before the epoch that closes the batch. protocol.md 1.3. */
const precedes = (index: number, { parts }: CheckInput) => index < parts.proof.issuer.epoch.index;

export const checks: Readonly<Record<CheckCode, CheckOf>> = {
  text({ parts: { proof, header } }) {
    if (!header) return false;
    const body = fromBase64url(proof.act.body);
    if (!equal(bodyHash(fromBase64url(proof.act.salt), body), header.body)) return false;
    return decodeBody(header, body).text !== undefined;
  },

  signature: ({ parts: { proof, headerBytes } }) =>
    verifyAct(fromBase64url(proof.presentation.publicKey), headerBytes, fromBase64url(proof.act.signature)),

  presentation({ parts: { proof, context, key }, bbs }) {
    if (!context || !key) return undefined;
    const presentation = presentationFromWire(proof.presentation);
    verifyPresentation({ bbs, issuerPublicKey: key.publicKey, context, presentation });
    return true;
  },

  'issuer-key-logged': (input) =>
    input.parts.key !== undefined &&
    precedes(input.parts.proof.issuer.key.index, input) &&
    standsIn(input.parts.issuer, input.parts.proof.issuer.key),

  'epoch-logged'({ parts: { proof, epoch, key, issuer } }) {
    if (!epoch || epoch.epoch !== proof.presentation.label.epoch) return false;
    if (key && !equal(epoch.key, issuerKeyHash(key.publicKey))) return false;
    return standsIn(issuer, proof.issuer.epoch);
  },

  'counts-logged'(input) {
    const { proof, counts, epoch, issuer } = input.parts;
    const { label } = proof.presentation;
    if (!counts || counts.epoch !== label.epoch || !isScopeOf(counts.of, label)) return false;
    if (rowsFor(label, counts.rows).length === 0 || !precedes(proof.issuer.counts.index, input)) return false;
    if (epoch && proof.issuer.counts.index < proof.issuer.epoch.index - epoch.records) return false;
    return standsIn(issuer, proof.issuer.counts);
  },

  'issuer-checkpoint': (input) => checkpointHolds(input.parts, 'issuer'),

  'act-logged': ({ parts: { proof, acts, headerBytes } }) =>
    acts && isAmong(acts, actId(headerBytes), proof.talk),

  'acts-logged'({ parts: { proof, acts, talk } }) {
    if (!acts || endOfSlot(acts.slot) === null) return false;
    return standsIn(talk, proof.talk.acts);
  },

  'talk-checkpoint': (input) => checkpointHolds(input.parts, 'talk'),

  'keys-trusted'({ parts: { issuer, talk }, trusted }) {
    const pairs = [
      [trusted.issuer, issuer.log.key],
      [trusted.talk, talk.log.key],
    ] as const;
    if (pairs.some(([known, given]) => known !== undefined && known !== given)) return false;
    return pairs.every(([known]) => known !== undefined) ? true : undefined;
  },
};

/** Signed by the log of that plane of the instance that the act names, and by no witness wrongly. */
function checkpointHolds(parts: Parts, plane: Plane): boolean | undefined {
  const { log, says, signatures } = parts[plane];
  if (!says || !signatures || signatures.some(({ time }) => time !== null && dateOf(time * 1000) === null)) {
    return false;
  }
  if (!parts.header) return undefined;
  const origin = logOrigin(parts.header.instance, plane);
  return log.origin === origin && says.origin === origin;
}

/** An instant of the years that a date can be written in; null for others. */
export function dateOf(milliseconds: number): Date | null {
  const date = new Date(milliseconds);
  return date.getUTCFullYear() >= 1970 && date.getUTCFullYear() <= 9999 ? date : null;
}

/** The end of a slot: what was logged in it came before. */
export const endOfSlot = (slot: number): Date | null => dateOf((slot + 1) * 300_000);
