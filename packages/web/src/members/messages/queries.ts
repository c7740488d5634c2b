import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { membersApi } from '../api.ts';
import { threadKey } from '../notices/queries.ts';

/** The latest messages first, then those before. */
export const threadQuery = (application: string) =>
  infiniteQueryOptions({
    queryKey: threadKey(application),
    queryFn: ({ pageParam, signal }) =>
      membersApi.thread(
        { params: { application }, query: pageParam === null ? {} : { before: pageParam } },
        { signal },
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ previous }) => previous,
    staleTime: 0,
  });

export const templatesQuery = (company: string) =>
  queryOptions({
    queryKey: ['members', 'templates', company],
    queryFn: ({ signal }) => membersApi.templates({ params: { company } }, { signal }),
  });
