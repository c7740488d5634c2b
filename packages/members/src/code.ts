import { randomInt } from 'node:crypto';
import { membersLimits } from '@teahouse/contract/members';

const minute = 60_000;

/** Six digits, each value as likely as any other. */
export function newCode(): string {
  return randomInt(10 ** membersLimits.codeDigits)
    .toString()
    .padStart(membersLimits.codeDigits, '0');
}

/** When a code ends: at least `minutes` (15) from now, rounded up to five, so that the row doesn't tell when it was asked for. */
export function codeExpiry(now: Date, minutes: number = membersLimits.codeMinutes): Date {
  const step = 5 * minute;
  return new Date(Math.ceil((now.getTime() + minutes * minute) / step) * step);
}

/** What came of trying a code. `absent`: there is none, or no longer. */
export type CodeOutcome<T> = { outcome: 'right'; value: T } | { outcome: 'wrong' | 'absent' | 'exhausted' };
