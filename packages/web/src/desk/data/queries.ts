import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ApiError } from '@teahouse/client/errors';
import type { Staff } from '@teahouse/contract/desk';
import type { QueueSearch } from '../queue/search.ts';
import { deskApi, publicTalk } from './api.ts';
import { meKey } from './query-client.ts';

/** Milliseconds after which lists of what waits are read anew while they are on the screen. */
const live = 20_000;

async function whoAmI(signal: AbortSignal): Promise<Staff | null> {
  try {
    return await deskApi.deskMe({}, { signal });
  } catch (error) {
    if (error instanceof ApiError && error.code === 'desk-signed-out') return null;
    throw error;
  }
}

/** Who sits at the desk; null for nobody. */
export const meQuery = queryOptions({
  queryKey: meKey,
  queryFn: ({ signal }) => whoAmI(signal),
  staleTime: 5 * 60_000,
});

/** The queue under some filters, page by page. What was read stays on the screen while it is read anew. */
export const casesQuery = (search: QueueSearch) =>
  infiniteQueryOptions({
    queryKey: ['desk', 'cases', search],
    queryFn: ({ signal, pageParam }) =>
      deskApi.cases({ query: { ...search, before: pageParam } }, { signal, fresh: true }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: live,
  });

export const caseQuery = (room: string, post: string) =>
  queryOptions({
    queryKey: ['desk', 'case', room, post],
    queryFn: ({ signal }) => deskApi.case({ params: { room, post } }, { signal, fresh: true }),
  });

export const appealsQuery = (state: 'open' | 'answered') =>
  infiniteQueryOptions({
    queryKey: ['desk', 'appeals', state],
    queryFn: ({ signal, pageParam }) =>
      deskApi.appeals({ query: { state, before: pageParam } }, { signal, fresh: true }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: live,
  });

export const statisticsQuery = queryOptions({
  queryKey: ['desk', 'statistics'],
  queryFn: ({ signal }) => deskApi.statistics({}, { signal, fresh: true }),
  refetchInterval: 3 * live,
});

export const staffQuery = queryOptions({
  queryKey: ['desk', 'staff'],
  queryFn: ({ signal }) => deskApi.staff({}, { signal, fresh: true }),
});

/** Names of rooms, and of the companies and industries that labels speak of. */
export const roomsQuery = queryOptions({
  queryKey: ['desk', 'rooms'],
  queryFn: async ({ signal }) => (await publicTalk.rooms({}, { signal })).rooms,
  staleTime: 10 * 60_000,
});
export const directoryQuery = queryOptions({
  queryKey: ['desk', 'directory'],
  queryFn: ({ signal }) => publicTalk.directory({}, { signal }),
  staleTime: 10 * 60_000,
});
