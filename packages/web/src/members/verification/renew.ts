import type { Employment } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';

const day = 86_400_000;

/** Days that an employment still stands, its last one counted as none; undefined where there is no need to say so yet. */
export function daysToRenew(
  { standing, expires }: Pick<Employment, 'standing' | 'expires'>,
  now: Date,
): number | undefined {
  if (standing !== 'current') return undefined;
  const today = Math.floor(now.getTime() / day);
  const left = Date.parse(expires) / day - today;
  return left <= membersLimits.renewDays ? Math.max(0, left) : undefined;
}
