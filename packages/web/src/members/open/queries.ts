import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { membersApi } from '../api.ts';
import type { OpenSearch } from './question.ts';

const key = (...more: readonly unknown[]) => ['members', 'open', ...more];

export const openQuery = queryOptions({
  queryKey: key('own'),
  queryFn: ({ signal }) => membersApi.openToWork({}, { signal }),
});

export const openPeopleQuery = (search: OpenSearch) =>
  infiniteQueryOptions({
    queryKey: key('people', search),
    queryFn: ({ pageParam, signal }) =>
      membersApi.openPeople({ query: { ...search, ...pageParam } }, { signal }),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next ? { after: next } : undefined),
  });

export const openPersonQuery = (member: string) =>
  queryOptions({
    queryKey: key('person', member),
    queryFn: ({ signal }) => membersApi.openPerson({ params: { member } }, { signal }),
  });

export const invitationsQuery = queryOptions({
  queryKey: key('invitations'),
  queryFn: ({ signal }) => membersApi.invitations({}, { signal }),
});
