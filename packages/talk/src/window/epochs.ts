import type { Clock } from '@teahouse/kit/clock';
import { credentialCounts } from '@teahouse/protocol';
import { refuse } from '../errors.ts';
import type { IssuerWindow } from './service.ts';

/**
 * The key that signed the credentials of `epoch`, when that epoch counts now (protocol.md 1.4). Looks through the
 * window again when the epoch may be one that was issued a moment ago. Throws `epoch-stale`, `issuer-key-unknown`,
 * `unavailable`.
 */
export async function issuerKeyFor(window: IssuerWindow, clock: Clock, epoch: string): Promise<Uint8Array> {
  const now = clock.now();
  const known = window.peek();
  const news = !known?.document.issued.includes(epoch) || !known.keyOf.has(epoch);
  if (news && credentialCounts({ epoch, now, issued: [] })) await window.refreshSoon();
  const view = window.view();
  if (!credentialCounts({ epoch, now, issued: view.document.issued })) throw refuse('epoch-stale');
  const key = view.keyOf.get(epoch);
  if (!key) throw refuse('issuer-key-unknown');
  return key;
}

/** The key that signed the credentials of `epoch`, whether or not it counts now: for ballots. Throws `issuer-key-unknown`. */
export async function issuerKeyOf(window: IssuerWindow, epoch: string): Promise<Uint8Array> {
  if (!window.peek()?.keyOf.has(epoch)) await window.refreshSoon();
  const key = window.view().keyOf.get(epoch);
  if (!key) throw refuse('issuer-key-unknown');
  return key;
}
