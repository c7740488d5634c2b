import type { IssuedCredential, IssuerDocument } from '@teahouse/contract/members';
import { type Credential, equal, fromBase64url } from '@teahouse/protocol';
import { decodeEntry, issuanceLeaf } from '@teahouse/protocol/record';
import { clientError } from '../errors.ts';
import type { LogTree } from './guard.ts';
import { claimsOr } from './published.ts';

/**
 * Returns when the issuer's log holds the holder's own credential where it is said to: in its company's leaves before
 * the epoch was opened, or among those who came later. Throws `not-in-log`, and what the reading throws.
 */
export async function checkOwnLeaf(i: {
  readonly tree: LogTree;
  readonly document: IssuerDocument;
  readonly credential: Credential;
  readonly leaf: IssuedCredential['leaf'];
  /** Of the holder's own commitment, 48 bytes. */
  readonly point: Uint8Array;
}): Promise<void> {
  const { credential, leaf, point } = i;
  const bytes = await i.tree.entry(leaf.logged);
  const own = claimsOr(() => {
    const { evidence } = leaf;
    const [salt, pin] = [fromBase64url(leaf.salt, 32), fromBase64url(leaf.pin, 32)];
    return issuanceLeaf({ salt, pin, point, credential, evidence });
  });
  const entry = claimsOr(() => decodeEntry(bytes));
  const opening = i.document.openings.find(({ epoch }) => epoch === credential.epoch);
  const company = opening && leaf.logged < opening.logged ? credential.company : null;
  const holds =
    entry.type === 'leaves' &&
    entry.epoch === credential.epoch &&
    entry.company === company &&
    entry.leaves.some((one) => equal(one, own));
  if (!holds) throw clientError('not-in-log', `the credential of ${credential.company} ${credential.epoch}`);
}
