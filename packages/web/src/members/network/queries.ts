import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { membersApi } from '../api.ts';

const key = (...more: readonly string[]) => ['members', 'people', ...more];

/** A member's page as this reader sees it. */
export const personQuery = (handle: string) =>
  queryOptions({
    queryKey: key('person', handle),
    queryFn: ({ signal }) => membersApi.person({ params: { handle } }, { signal }),
  });

/** One's own page, to edit. */
export const ownQuery = queryOptions({
  queryKey: key('own'),
  queryFn: ({ signal }) => membersApi.ownProfile({}, { signal }),
});

export const requestsQuery = (side: 'received' | 'sent') =>
  infiniteQueryOptions({
    queryKey: key('requests', side),
    queryFn: ({ pageParam, signal }) => membersApi.requests({ query: { side, ...pageParam } }, { signal }),
    initialPageParam: {},
    getNextPageParam: ({ next }) => (next ? { cursor: next } : undefined),
  });

export const connectionsQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: key('connections', q),
    queryFn: ({ pageParam, signal }) => membersApi.connections({ query: { q, ...pageParam } }, { signal }),
    initialPageParam: {},
    getNextPageParam: ({ next }) => (next ? { cursor: next } : undefined),
  });

export const followsQuery = (side: 'followers' | 'following') =>
  infiniteQueryOptions({
    queryKey: key('follows', side),
    queryFn: ({ pageParam, signal }) => membersApi.follows({ query: { side, ...pageParam } }, { signal }),
    initialPageParam: {},
    getNextPageParam: ({ next }) => (next ? { cursor: next } : undefined),
  });

export const mutualsQuery = (member: string) =>
  infiniteQueryOptions({
    queryKey: key('mutuals', member),
    queryFn: ({ pageParam, signal }) =>
      membersApi.mutuals({ params: { member }, query: pageParam }, { signal }),
    initialPageParam: {},
    getNextPageParam: ({ next }) => (next ? { cursor: next } : undefined),
  });

export const blocksQuery = infiniteQueryOptions({
  queryKey: key('blocks'),
  queryFn: ({ pageParam, signal }) => membersApi.blocks({ query: pageParam }, { signal }),
  initialPageParam: {},
  getNextPageParam: ({ next }) => (next ? { cursor: next } : undefined),
});

export const suggestionsQuery = queryOptions({
  queryKey: key('suggestions'),
  queryFn: ({ signal }) => membersApi.suggestions({}, { signal }),
});

/** After something changed between two members: whatever tells of it is asked for anew. */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: key() });
}
