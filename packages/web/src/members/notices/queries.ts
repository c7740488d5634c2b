import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { membersApi } from '../api.ts';

export const noticesKey = ['members', 'notices'] as const;

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
