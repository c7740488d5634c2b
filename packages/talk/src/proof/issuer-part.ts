import type { IssuerDocument, Proof } from '@teahouse/contract/talk';
import type { Label } from '@teahouse/protocol';
import type { ClaimedEntry } from '@teahouse/protocol/log';
import { claimsOfIssuer, countsEntries, encodeEntry, isScopeOf, rowsFor } from '@teahouse/protocol/record';
import { refuse, tryLater } from '../errors.ts';
import type { IssuerWindow } from '../window/service.ts';
import { loggedIn } from './logged.ts';

/**
 * What shows whom a label stands for: the issuer's key, its epoch and the counts the label is measured by, as its log
 * has them. Documents keep every epoch, so it can be made years later. Throws `not-found` when the issuer counted nobody
 * who could show this label as the epoch opened: whoever came later is counted in the next one (protocol.md 1.3).
 * Throws `unavailable` when the mirror was lost.
 */
export async function issuerPart(window: IssuerWindow, label: Label): Promise<Proof['issuer']> {
  const { document } = window.view();
  const claims = claimsFor(document, label);
  if (!claims)
    throw refuse('not-found', { detail: 'When this epoch opened nobody was counted who could say so.' });
  const logged = await loggedIn(window.mirror.read, claims);
  if (!logged) throw tryLater('unavailable', 60);
  const [key, epoch, counts] = logged.entries;
  const { checkpoint } = logged;
  return { log: document.log, checkpoint, key: key!, epoch: epoch!, counts: counts! };
}

/** Key, epoch and counts, in this order. The counts stand right before the epoch's entry, in their one order. */
function claimsFor(document: IssuerDocument, label: Label): ClaimedEntry[] | undefined {
  const { epoch } = label;
  const signer = document.keys.find(({ epochs }) => epochs.includes(epoch));
  const records = countsEntries(epoch, document.counts);
  const place = records.findIndex(({ of }) => isScopeOf(of, label));
  const record = records[place];
  // The scope may be counted without anybody of the label's standing.
  if (!signer || !record || rowsFor(label, record.rows).length === 0) return undefined;
  const claims = claimsOfIssuer({ ...document, keys: [signer] }, [epoch]);
  const [, key, opening] = claims;
  if (!key || !opening) return undefined;
  return [key, opening, { index: opening.index - records.length + place, entry: encodeEntry(record) }];
}
