import { msg } from '@lingui/core/macro';
import type { BadgeReason } from '@teahouse/contract/members';

type Words = ReturnType<typeof msg>;

/** Why a badge was refused. */
export const reasonWords: Record<BadgeReason, Words> = {
  unreadable: msg`Name, company or number can't be read`,
  'no-number': msg`There is no staff number on it`,
  'other-name': msg`The name is not that of the account`,
  'other-company': msg`It is of another company`,
  'no-badge': msg`It is not a badge of an employee`,
  'number-taken': msg`The staff number stands for another member`,
  expired: msg`Nobody could look at it in time`,
};
