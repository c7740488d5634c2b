import { type Evidence, membersLimits } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { dayOf, epochOf } from '@teahouse/protocol';
import { monthsAfter } from '../days.ts';
import { fail } from '../errors.ts';
import { indexLocked } from '../search/index.ts';
import { type PinEntry, planEvidence } from './pins.ts';
import * as store from './store.ts';

/** An employment that was just proven, and by what. */
export interface Proven {
  readonly account: string;
  /** Id of the employment, where there is none at this company yet. */
  readonly employment: string;
  readonly company: string;
  readonly evidence: Evidence;
  /** HMAC of the mailbox, or of company and staff number. protocol.md 1.1. */
  readonly pin: Buffer;
}

/**
 * Writes an employment, whatever it rests on: takes the piece of evidence, pins it to the account's commitment, notes
 * from when it is signed, and makes the member findable by it. The caller holds the member's lock (`lockAccount`). Throws
 * `mailbox-taken` (or `number-taken`, of a badge), `commitment-limit`.
 */
export async function writeEmployment(tx: Queryable, proven: Proven, now: Date): Promise<void> {
  const { account, employment: id, company, evidence, pin } = proven;
  const [today, epoch] = [dayOf(now), epochOf(now)];
  const expires = monthsAfter(now, membersLimits.employmentMonths);
  const usesCode = evidence === 'mailbox-code';
  const freeFrom = await store.takeEvidence(tx, { pin, account, until: expires, today, epoch, usesCode });
  if (freeFrom === undefined) throw fail(evidence === 'badge' ? 'number-taken' : 'mailbox-taken');
  const pins = await store.readPins(tx, account, pin);
  const plan =
    pins.account.length > 0 ? planPins(pins.account, pins.evidence, epoch) : { starts: [], pins: [] };
  const credentialFrom = plan.starts[0]?.from ?? null;
  const row = { id, account, company, evidence, pin, verified: today, expires, credentialFrom };
  await store.upsertEmployment(tx, row, plan.pins);
  await indexLocked(tx, [account], today);
}

/** What pins pieces of evidence to an account's history, and from which epoch each is signed. Throws `commitment-limit`. */
export function planPins(
  account: readonly PinEntry[],
  evidence: readonly store.Evidence[],
  epoch: string,
): { starts: { pin: string; from: string }[]; pins: store.EvidencePin[] } {
  const pins: store.EvidencePin[] = [];
  const starts = evidence.map(({ pin, history, freeFrom }) => {
    const { plan, from } = planEvidence({ history, account, epoch, freeFrom });
    if ('refused' in plan) throw fail(plan.refused);
    pins.push(...plan.add.map((entry) => ({ ...entry, pin })));
    return { pin, from };
  });
  return { starts, pins };
}
