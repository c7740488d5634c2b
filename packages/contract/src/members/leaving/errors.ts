import type { ErrorTable } from '../../common.ts';

/** What is refused about leaving. */
export const leavingErrors = {
  /** `detail` is the day on which it is deleted. */
  'account-leaving': { status: 409, title: 'The account is to be deleted, and can still come back' },
} as const satisfies ErrorTable;
