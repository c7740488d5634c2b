import { queryOptions } from '@tanstack/react-query';
import { membersApi } from '../api.ts';

/** Ways of proving an employer, and what became of those that were begun. */
export const verificationQuery = queryOptions({
  queryKey: ['members', 'verification'],
  queryFn: ({ signal }) => membersApi.verification({}, { signal }),
  staleTime: 0,
});
