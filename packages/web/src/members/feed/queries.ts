import {
  type InfiniteData,
  infiniteQueryOptions,
  type Query,
  queryOptions,
  useQueryClient,
} from '@tanstack/react-query';
import type { FeedOrder, MemberCard, OnePost, Post, PostPage } from '@teahouse/contract/members';
import { membersApi } from '../api.ts';

const key = (...more: readonly string[]) => ['members', 'feed', ...more];

export const feedQuery = (order: FeedOrder) =>
  infiniteQueryOptions({
    queryKey: key('pages', order),
    queryFn: ({ pageParam, signal }) => membersApi.feed({ query: { order, ...pageParam } }, { signal }),
    initialPageParam: {},
    getNextPageParam: ({ next }) => (next === null ? undefined : { after: next }),
  });

export const postsByQuery = (author: string) =>
  infiniteQueryOptions({
    queryKey: key('pages', 'by', author),
    queryFn: ({ pageParam, signal }) => membersApi.postsBy({ query: { author, ...pageParam } }, { signal }),
    initialPageParam: {},
    getNextPageParam: ({ next }) => (next === null ? undefined : { after: next }),
  });

export const postQuery = (post: string) =>
  queryOptions({
    queryKey: key('post', post),
    queryFn: ({ signal }) => membersApi.post({ params: { post } }, { signal }),
  });

export const commentsQuery = (post: string) =>
  infiniteQueryOptions({
    queryKey: key('comments', post),
    queryFn: ({ pageParam, signal }) =>
      membersApi.comments({ params: { post }, query: pageParam }, { signal }),
    initialPageParam: {},
    getNextPageParam: ({ next }) => (next === null ? undefined : { after: next }),
  });

export const reactionsQuery = (post: string) =>
  infiniteQueryOptions({
    queryKey: key('reactions', post),
    queryFn: ({ pageParam, signal }) =>
      membersApi.reactions({ params: { post }, query: pageParam }, { signal }),
    initialPageParam: {},
    getNextPageParam: ({ next }) => (next === null ? undefined : { after: next }),
    staleTime: 0,
  });

export const mutesQuery = infiniteQueryOptions({
  queryKey: key('mutes'),
  queryFn: ({ pageParam, signal }) => membersApi.mutes({ query: pageParam }, { signal }),
  initialPageParam: {},
  getNextPageParam: ({ next }) => (next === null ? undefined : { after: next }),
});

/** The members that pages name, by id. */
export const peopleOf = (pages: readonly { people: readonly MemberCard[] }[]): Map<string, MemberCard> =>
  new Map(pages.flatMap(({ people }) => people.map((one) => [one.id, one])));

/** What the pages on the screen know, changed in place: nobody loses their place in a list. */
export function useFeedCache() {
  const queries = useQueryClient();
  const inPages = (change: (page: PostPage) => PostPage) =>
    queries.setQueriesData<InfiniteData<PostPage>>(
      { queryKey: key('pages') },
      (data) => data && { ...data, pages: data.pages.map(change) },
    );
  return {
    change(id: string, change: (post: Post) => Post) {
      const one = (post: Post) => (post.id === id ? change(post) : post);
      inPages((page) => ({ ...page, posts: page.posts.map(one) }));
      queries.setQueryData<OnePost>(key('post', id), (data) => data && { ...data, post: one(data.post) });
    },
    drop(isGone: (post: Post) => boolean) {
      inPages((page) => ({ ...page, posts: page.posts.filter((post) => !isGone(post)) }));
    },
    /** Puts a new post above all others, in the feed and on its author's page. */
    add({ post, people }: OnePost) {
      const why = { kind: 'own', by: null } as const;
      const isNoOtherPage = ({ queryKey }: Query) =>
        !queryKey.includes('by') || queryKey.includes(post.author);
      const lists = { queryKey: key('pages'), predicate: isNoOtherPage };
      queries.setQueriesData<InfiniteData<PostPage>>(lists, (data) => {
        const [first, ...rest] = data?.pages ?? [];
        if (!data || !first) return data;
        const page = {
          ...first,
          posts: [{ ...post, why }, ...first.posts],
          people: [...first.people, ...people],
        };
        return { ...data, pages: [page, ...rest] };
      });
    },
    refresh: () => queries.invalidateQueries({ queryKey: key() }),
    refreshComments: (post: string) => queries.invalidateQueries({ queryKey: key('comments', post) }),
  };
}
