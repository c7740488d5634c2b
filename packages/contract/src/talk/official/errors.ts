import type { ErrorTable } from '../../common.ts';

/** What talk refuses of a company's answer. */
export const officialErrors = {
  'official-malformed': {
    status: 422,
    title: 'The statement is not in canonical form, or not of this thread',
  },
  'official-foreign': { status: 403, title: 'The thread is not about this company, or not for everybody' },
  'official-key': { status: 403, title: 'The issuer does not list this key as one of the company' },
  'official-signature': { status: 403, title: 'The signature does not belong to this statement and key' },
  'official-stale': { status: 409, title: 'The company said something else in the meantime' },
  'official-exhausted': { status: 409, title: 'The answer was changed as often as it can be' },
} as const satisfies ErrorTable;
