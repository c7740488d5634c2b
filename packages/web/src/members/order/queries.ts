import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { membersApi } from '../api.ts';

const key = (...more: readonly string[]) => ['members', 'order', ...more];
interface Place {
  cursor?: string;
}
const first: Place = {};
const next = (page: { next: string | null }): Place | undefined =>
  page.next ? { cursor: page.next } : undefined;

export const standingQuery = queryOptions({
  queryKey: key('standing'),
  queryFn: ({ signal }) => membersApi.myDecisions({}, { signal }),
});
export const myReportsQuery = queryOptions({
  queryKey: key('reports'),
  queryFn: ({ signal }) => membersApi.myReports({}, { signal }),
});
export const casesQuery = (state: 'open' | 'closed') =>
  infiniteQueryOptions({
    queryKey: key('cases', state),
    queryFn: ({ pageParam, signal }) => membersApi.houseCases({ query: { state, ...pageParam } }, { signal }),
    initialPageParam: first,
    getNextPageParam: next,
  });
export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: key('case', id),
    queryFn: ({ signal }) => membersApi.houseCase({ params: { case: id } }, { signal }),
  });
export const appealsQuery = infiniteQueryOptions({
  queryKey: key('appeals'),
  queryFn: ({ pageParam, signal }) => membersApi.houseAppeals({ query: pageParam }, { signal }),
  initialPageParam: first,
  getNextPageParam: next,
});
export const logQuery = infiniteQueryOptions({
  queryKey: key('log'),
  queryFn: ({ pageParam, signal }) => membersApi.houseLog({ query: pageParam }, { signal }),
  initialPageParam: first,
  getNextPageParam: next,
});
export const countsQuery = queryOptions({
  queryKey: key('counts'),
  queryFn: ({ signal }) => membersApi.houseCounts({}, { signal }),
});

/** After a decision: whatever tells of cases is asked for anew. */
export function useRefreshOrder(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: key() });
}
