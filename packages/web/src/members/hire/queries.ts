import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { BoardCard } from '@teahouse/contract/members';
import { membersApi } from '../api.ts';
import { queries } from '../query-client.ts';

const key = (...more: readonly unknown[]) => ['members', 'hire', ...more];

export const hireJobsQuery = infiniteQueryOptions({
  queryKey: key('jobs'),
  queryFn: ({ pageParam, signal }) => membersApi.hireJobs({ query: pageParam }, { signal }),
  initialPageParam: {} as { after?: string },
  getNextPageParam: ({ next }) => (next ? { after: next } : undefined),
  staleTime: 0,
});
/** Asked for anew whenever somebody comes back to it: colleagues move the same cards. */
export const boardQuery = (job: string) =>
  infiniteQueryOptions({
    queryKey: key('board', job),
    queryFn: ({ pageParam, signal }) => membersApi.board({ params: { job }, query: pageParam }, { signal }),
    initialPageParam: {} as { cursor?: string },
    getNextPageParam: ({ next }) => (next ? { cursor: next } : undefined),
    staleTime: 5_000,
    refetchOnWindowFocus: true,
  });
export const foundQuery = (job: string, q: string) =>
  queryOptions({
    queryKey: key('found', job, q),
    queryFn: ({ signal }) => membersApi.boardFound({ params: { job }, query: { q } }, { signal }),
    enabled: q !== '',
  });
export const candidateQuery = (application: string) =>
  queryOptions({
    queryKey: key('candidate', application),
    queryFn: ({ signal }) => membersApi.candidate({ params: { application } }, { signal }),
    staleTime: 0,
  });

/** Changes cards of a board that was read, and lets an older answer on its way be. */
export function patchCards(job: string, patch: (card: BoardCard) => BoardCard): void {
  const { queryKey } = boardQuery(job);
  void queries.cancelQueries({ queryKey });
  queries.setQueryData(
    queryKey,
    (data) =>
      data && { ...data, pages: data.pages.map((page) => ({ ...page, cards: page.cards.map(patch) })) },
  );
}

/** A board, or all that hire shows, is asked for anew. */
export const refreshBoard = (job: string): Promise<void> =>
  queries.invalidateQueries({ queryKey: boardQuery(job).queryKey });
export const refreshCandidate = (application: string): Promise<void> =>
  queries.invalidateQueries({ queryKey: candidateQuery(application).queryKey });
