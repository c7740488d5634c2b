import type { IssuedCredential, IssuerDocument } from '@teahouse/contract/members';
import { equal, fromBase64url, issuerKeyId, type Standing } from '@teahouse/protocol';
import { clientError } from '../errors.ts';
import type { LogTree } from '../log/guard.ts';
import { checkOwnLeaf } from '../log/own-leaf.ts';
import type { Prover } from '../prover.ts';

/** A credential on this device, checked. */
export interface HeldCredential {
  readonly epoch: string;
  readonly company: string;
  readonly industry: string;
  readonly standing: Standing;
  /** Id of the issuer's key. */
  readonly key: string;
}
/** With what is needed to present it. */
export interface StoredCredential extends HeldCredential {
  readonly issuerPublicKey: Uint8Array;
  readonly signature: Uint8Array;
  /** What the issuer's log holds of it, as it was found there. */
  readonly leaf: IssuedCredential['leaf'];
}
/** Which key this device has seen for each epoch: an issuer that shows another one later is refused. */
export type SeenKeys = Readonly<Record<string, string>>;

/**
 * The public key with which the published document says that the epoch is signed. Refused with `issuer-key-unknown`:
 * a key that the document doesn't hold or names wrongly, two keys for one epoch (a key for a few would tag them,
 * protocol.md "Parameters"), and a key that differs from the one seen earlier.
 */
export function publishedKey(
  document: IssuerDocument,
  epoch: string,
  key: string,
  seen: SeenKeys,
): Uint8Array {
  const ofEpoch = document.keys.filter((candidate) => candidate.epochs.includes(epoch));
  const only = ofEpoch[0];
  if (ofEpoch.length !== 1 || only?.id !== key) throw clientError('issuer-key-unknown', `epoch ${epoch}`);
  if (seen[epoch] !== undefined && seen[epoch] !== key)
    throw clientError('issuer-key-unknown', 'the key changed');
  const publicKey = fromBase64url(only.publicKey, 96);
  if (issuerKeyId(publicKey) !== key) throw clientError('issuer-key-unknown', 'the id is not of this key');
  return publicKey;
}

interface CheckInput {
  readonly prover: Prover;
  readonly seed: Uint8Array;
  readonly document: IssuerDocument;
  readonly seen: SeenKeys;
  /** Those checked before; the same signature is not checked twice. */
  readonly known: readonly StoredCredential[];
  /** The issuer's log as members serves it, in which the document was found. */
  readonly tree: LogTree;
  /** Of the holder's commitment, 48 bytes; asked for only where a leaf has to be looked for. */
  readonly point: () => Promise<Uint8Array>;
}

/** A credential as received, checked against the published key, our own secrets and its leaf in the log. */
export async function checkIssued(issued: IssuedCredential, i: CheckInput): Promise<StoredCredential> {
  const issuerPublicKey = publishedKey(i.document, issued.epoch, issued.key, i.seen);
  const signature = fromBase64url(issued.signature, 80);
  const { epoch, company, industry, standing, key, leaf } = issued;
  const stored = { epoch, company, industry, standing, key, issuerPublicKey, signature, leaf };
  if (i.known.some((other) => sameCredential(other, stored))) return stored;
  const credential = { epoch, company, industry, standing };
  const holds = await i.prover.checkCredential({ issuerPublicKey, signature, credential, seed: i.seed });
  if (!holds) throw clientError('credential-invalid', `${company} ${epoch}`);
  const { tree, document } = i;
  await checkOwnLeaf({ tree, document, credential, leaf, point: await i.point() });
  return stored;
}

function sameCredential(a: StoredCredential, b: StoredCredential): boolean {
  const same = (['epoch', 'company', 'industry', 'standing', 'key'] as const).every(
    (name) => a[name] === b[name],
  );
  const sameLeaf = JSON.stringify(a.leaf) === JSON.stringify(b.leaf);
  return same && sameLeaf && equal(a.signature, b.signature) && equal(a.issuerPublicKey, b.issuerPublicKey);
}
