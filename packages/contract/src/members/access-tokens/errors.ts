import type { ErrorTable } from '../../common.ts';

/** What is refused about access tokens. */
export const tokenErrors = {
  'token-refused': { status: 401, title: 'This access token does not count, or no longer' },
  'scope-missing': { status: 403, title: 'The access token has no scope for this' },
  'cookie-only': { status: 403, title: 'No access token opens this: it takes a person who is signed in' },
  'token-limit': { status: 409, title: 'The account has as many access tokens as it can' },
} as const satisfies ErrorTable;
