import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { membersApi } from '../api.ts';

export const noticesKey = ['members', 'notices'] as const;
/** What the thread of an application, or every thread, is kept under: the same stream tells of both. */
export const threadKey = (...application: readonly string[]) => ['members', 'thread', ...application];

export const noticesQuery = infiniteQueryOptions({
  queryKey: [...noticesKey, 'pages'],
  queryFn: ({ pageParam, signal }) => membersApi.notices({ query: pageParam }, { signal }),
  initialPageParam: {},
  getNextPageParam: ({ next }) => (next === null ? undefined : { before: next }),
  staleTime: 0,
});

export const unseenQuery = queryOptions({
  queryKey: [...noticesKey, 'unseen'],
  queryFn: async ({ signal }) => (await membersApi.noticesUnseen({}, { signal })).unseen,
});

export const kindsQuery = queryOptions({
  queryKey: ['members', 'notice-kinds'],
  queryFn: async ({ signal }) => (await membersApi.noticeKinds({}, { signal })).kinds,
});
