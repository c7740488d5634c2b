import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { membersApi } from '../api.ts';
import type { Question } from './question.ts';

const key = (...more: readonly unknown[]) => ['members', 'search', ...more];
const peopleOf = ({ q = '', city, company, industry, degree }: Question) => ({
  q,
  ...(city && { city }),
  ...(company && { company }),
  ...(industry && { industry }),
  ...(degree && { degree: String(degree) }),
});
const next = (page: { next: string | null }) => (page.next ? { cursor: page.next } : undefined);
interface Place {
  cursor?: string;
}
const first: Place = {};

export const peopleQuery = (question: Question) =>
  infiniteQueryOptions({
    queryKey: key('people', peopleOf(question)),
    queryFn: ({ pageParam, signal }) =>
      membersApi.searchPeople({ query: { ...peopleOf(question), ...pageParam } }, { signal }),
    initialPageParam: first,
    getNextPageParam: next,
  });

export const facetsQuery = (question: Question) =>
  queryOptions({
    queryKey: key('facets', peopleOf(question)),
    queryFn: ({ signal }) => membersApi.peopleFacets({ query: peopleOf(question) }, { signal }),
    // What was counted before stays while the next count is on its way: the panel does not jump.
    placeholderData: (before) => before,
  });

export const companiesFoundQuery = ({ q = '', industry }: Question) =>
  infiniteQueryOptions({
    queryKey: key('companies', q, industry ?? null),
    queryFn: ({ pageParam, signal }) =>
      membersApi.searchCompanies({ query: { q, ...(industry && { industry }), ...pageParam } }, { signal }),
    initialPageParam: first,
    getNextPageParam: next,
  });

export const postsQuery = ({ q = '' }: Question) =>
  infiniteQueryOptions({
    queryKey: key('posts', q),
    queryFn: ({ pageParam, signal }) => membersApi.searchPosts({ query: { q, ...pageParam } }, { signal }),
    initialPageParam: first,
    getNextPageParam: next,
  });
