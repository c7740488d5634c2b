import { utf8 } from './bytes.ts';
import { ProtocolError } from './errors.ts';

/** Pseudonym secrets of a holder. Below that many contexts the unlinkability of pseudonyms is unconditional. */
export const NYM_COUNT = 10;
/** Messages of a credential that the issuer signs: v1, epoch, company, industry, standing. */
export const MESSAGE_COUNT = 5;
const GRACE_DAYS = 3;
const DAY = 86_400_000;

export type Standing = 'current' | 'former';

/** What the issuer signs about a holder; all canonical ids. */
export interface Credential {
  /** A calendar month, UTC: `2026-11`. */
  readonly epoch: string;
  readonly company: string;
  readonly industry: string;
  readonly standing: Standing;
}

/** The constant BBS header of every credential. */
export const credentialHeader: Uint8Array = utf8('teahouse/v1/credential');

/** The BBS messages of a credential, in their order. Throws `credential-invalid` for any other than canonical form. */
export function credentialMessages(credential: Credential): Uint8Array[] {
  const { epoch, company, industry, standing } = credential;
  if (!isEpoch(epoch)) throw new ProtocolError('credential-invalid', 'epoch is not a month such as 2026-11');
  if (!isSlug(company)) throw new ProtocolError('credential-invalid', 'company is not an id');
  if (!isSlug(industry)) throw new ProtocolError('credential-invalid', 'industry is not an id');
  if (!isStanding(standing)) throw new ProtocolError('credential-invalid', 'standing is current or former');
  return ['v1', epoch, company, industry, standing].map(utf8);
}

/** Whether a value is the id of a company, an industry or a room. */
export function isSlug(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,39}$/.test(value);
}

/** Whether a value is an epoch. */
export function isEpoch(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value);
}

/** Whether a value is a standing. */
export function isStanding(value: unknown): value is Standing {
  return value === 'current' || value === 'former';
}

/** The epoch in which an instant lies, UTC. Throws `time-invalid`. */
export function epochOf(date: Date): string {
  const year = date.getUTCFullYear();
  if (!(year >= 0 && year <= 9999))
    throw new ProtocolError('time-invalid', 'not a date of the years 0 to 9999');
  return epochText(year, date.getUTCMonth());
}

/** The epoch before one. Throws `time-invalid`. */
export function previousEpoch(epoch: string): string {
  return shiftEpoch(epoch, -1);
}

/** The epoch after one. Throws `time-invalid`. */
export function nextEpoch(epoch: string): string {
  return shiftEpoch(epoch, 1);
}

/** First instant of an epoch. Throws `time-invalid`. */
export function startOfEpoch(epoch: string): Date {
  if (!isEpoch(epoch)) throw new ProtocolError('time-invalid', 'not a month such as 2026-11');
  return new Date(`${epoch}-01T00:00:00Z`);
}

/**
 * Whether a credential of `epoch` counts at `now`: in its epoch, and after its end until the first batch of the next
 * epoch is out (`issued` lists the epochs whose first batch is), three days at most. protocol.md 1.4.
 */
export function credentialCounts(i: { epoch: string; now: Date; issued: readonly string[] }): boolean {
  const end = startOfEpoch(nextEpoch(i.epoch)).getTime();
  // The first batch of an epoch shows that it has begun: a clock that was set back opens no earlier one again.
  const now = Math.max(i.now.getTime(), ...i.issued.map((epoch) => startOfEpoch(epoch).getTime()));
  if (now < startOfEpoch(i.epoch).getTime()) return false;
  if (now < end) return true;
  return now < end + GRACE_DAYS * DAY && !i.issued.includes(nextEpoch(i.epoch));
}

function shiftEpoch(epoch: string, months: number): string {
  const start = startOfEpoch(epoch);
  const count = start.getUTCFullYear() * 12 + start.getUTCMonth() + months;
  if (count < 0 || count >= 120_000) throw new ProtocolError('time-invalid', 'no such epoch');
  return epochText(Math.floor(count / 12), count % 12);
}

function epochText(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}`;
}
