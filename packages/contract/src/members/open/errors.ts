import type { ErrorTable } from '../../common.ts';

/** What being open to work and inviting refuse, and why. */
export const openErrors = {
  'not-open': { status: 404, title: 'Nobody is found here whom you could invite' },
  'invited-already': { status: 409, title: 'This member was invited to this job, or has applied for it' },
  'invitation-unknown': { status: 404, title: 'There is no such invitation' },
} as const satisfies ErrorTable;
