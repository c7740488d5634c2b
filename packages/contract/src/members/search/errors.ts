import type { ErrorTable } from '../../common.ts';

/** What search refuses, and why. */
export const searchErrors = {
  'search-empty': { status: 422, title: 'Type a word to look for, or choose what to narrow by' },
} as const satisfies ErrorTable;
