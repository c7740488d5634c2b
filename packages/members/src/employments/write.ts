import { type Evidence, membersLimits } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { dayOf, epochOf } from '@teahouse/protocol';
import { monthsAfter } from '../days.ts';
import { fail } from '../errors.ts';
import { indexMembers } from '../search/index.ts';
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
 * from when it is signed, and makes the member findable by it. The caller holds the account's lock. Throws `mailbox-taken` (or `number-taken`, of a badge),
 * `commitment-limit`.
 */
export async function writeEmployment(tx: Queryable, proven: Proven, now: Date): Promise<void> {
  const { account, employment: id, company, evidence, pin } = proven;
  const [today, epoch] = [dayOf(now), epochOf(now)];
  const expires = monthsAfter(now, membersLimits.employmentMonths);
  const usesCode = evidence === 'mailbox-code';
  const freeFrom = await store.takeEvidence(tx, { pin, account, until: expires, today, epoch, usesCode });
  if (freeFrom === undefined) throw fail(evidence === 'badge' ? 'number-taken' : 'mailbox-taken');
  const pins = await store.readPins(tx, account, pin);
  let credentialFrom: string | null = null;
  if (pins.account.length > 0) {
    const [added] = await pinEvidence(tx, pins.account, pins.evidence, epoch);
    credentialFrom = added?.from ?? null;
  }
  const row = { id, account, company, evidence, pin, verified: today, expires, credentialFrom };
  await store.upsertEmployment(tx, row);
  await indexMembers(tx, [account], today);
}

/** Pins pieces of evidence to an account's history and tells from which epoch each is signed. Throws `commitment-limit`. */
export async function pinEvidence(
  tx: Queryable,
  account: readonly PinEntry[],
  evidence: readonly store.Evidence[],
  epoch: string,
): Promise<{ pin: string; from: string }[]> {
  const entries: (PinEntry & { pin: string })[] = [];
  const starts = evidence.map(({ pin, history, freeFrom }) => {
    const { plan, from } = planEvidence({ history, account, epoch, freeFrom });
    if ('refused' in plan) throw fail(plan.refused);
    entries.push(...plan.add.map((entry) => ({ ...entry, pin })));
    return { pin, from };
  });
  if (entries.length > 0) await store.insertPins(tx, entries);
  return starts;
}
