import { createPublicKey, verify } from 'node:crypto';
import {
  actSignatureInput,
  equal,
  type Label,
  labelBytes,
  matching,
  type Presentation,
} from '@teahouse/protocol';
import { refuse } from '../errors.ts';
import type { IssuerView } from '../window/view.ts';
import { textOf } from '../wire.ts';
import type { OpenedAct } from './envelope.ts';

/** The row that a pseudonym has in a thread, as far as acts are judged by it. */
export interface AliasRow {
  readonly public_key: Uint8Array;
  readonly label: Label;
}

/**
 * May an alias enter under this label? What it names is in the directory, and at least `floor` credentials of the
 * epoch match exactly what it discloses (protocol.md 1.4). `alias` discloses the epoch alone and can't be widened, so
 * it is always welcome. Throws `label-foreign`, `label-below-floor`.
 */
export function requireLabel(label: Label, view: IssuerView, floor: number): void {
  if (label.kind === 'company' && !view.companies.has(label.company)) throw refuse('label-foreign');
  if (label.kind === 'industry' && !view.industries.has(label.industry)) throw refuse('label-foreign');
  if (label.kind === 'alias') return;
  const crowd = matching(label, view.countsOf.get(label.epoch) ?? []);
  if (crowd < floor) throw refuse('label-below-floor');
}

/** One alias per person and thread, for good: the same key, the same label. Throws `alias-mismatch`. */
export function requireSameAlias(alias: AliasRow, entry: Presentation): void {
  const same =
    equal(alias.public_key, entry.publicKey) && equal(labelBytes(alias.label), labelBytes(entry.label));
  if (!same) throw refuse('alias-mismatch');
}

/** Throws `act-signature` unless the alias with this key (32 bytes, Ed25519) signed the act. */
export function requireSignature(act: OpenedAct, publicKey: Uint8Array): void {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: textOf(publicKey) };
  let holds = false;
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    holds = verify(null, actSignatureInput(act.headerBytes), key, act.signature);
  } catch {
    // Not a point of the curve: no signature belongs to it.
  }
  if (!holds) throw refuse('act-signature');
}
