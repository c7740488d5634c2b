import type { IssuerDocument } from '@teahouse/contract/issuer';
import { previousEpoch } from '@teahouse/protocol';
import { claimsOfIssuer } from '@teahouse/protocol/record';
import { clientError } from '../errors.ts';
import { asLogFault } from './faults.ts';

/** What was published, turned into what a log must hold; a form that no log can hold is refused with `not-in-log`. */
export function claimsOr<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw asLogFault(error);
  }
}

/** The one element that there must be. */
function only<T>(list: readonly T[], what: string): T {
  const [one] = list;
  if (one === undefined || list.length > 1) throw clientError('not-in-log', what);
  return one;
}

/**
 * The part of an issuer's document that counts, with the claims that make it believable: epochs from the one before
 * `epoch` on, and those of `also`. Counts and keys of other epochs are left out, as nothing was checked of them. Throws
 * `not-in-log` when an epoch has no entry, or anything twice.
 */
export function believable(document: IssuerDocument, epoch: string, also: readonly string[] = []) {
  const from = previousEpoch(epoch);
  const issued = document.issued.filter((one) => one >= from || also.includes(one));
  const counts = (one: { readonly epoch: string }) => issued.includes(one.epoch);
  const part: IssuerDocument = {
    ...document,
    issued,
    openings: issued.map((one) =>
      only(
        document.openings.filter((opening) => opening.epoch === one),
        `epoch ${one}`,
      ),
    ),
    keys: document.keys.map((key) => ({ ...key, epochs: key.epochs.filter((one) => issued.includes(one)) })),
    counts: document.counts.filter((count) => counts(count) && count.n > 0),
  };
  for (const one of issued) {
    only(
      part.keys.filter(({ epochs }) => epochs.includes(one)),
      `key of epoch ${one}`,
    );
  }
  return { document: part, claims: claimsOr(() => claimsOfIssuer(part)) };
}
