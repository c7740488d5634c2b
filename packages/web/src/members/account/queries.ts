import { queryOptions } from '@tanstack/react-query';
import { membersApi } from '../api.ts';

/** Ways into the account. */
export const securityQuery = queryOptions({
  queryKey: ['members', 'security'],
  queryFn: ({ signal }) => membersApi.security({}, { signal }),
});

export const tokensQuery = queryOptions({
  queryKey: ['members', 'tokens'],
  queryFn: ({ signal }) => membersApi.accessTokens({}, { signal }),
});

/** What would outlive the account. */
export const remainsQuery = queryOptions({
  queryKey: ['members', 'remains'],
  queryFn: ({ signal }) => membersApi.remains({}, { signal }),
});
