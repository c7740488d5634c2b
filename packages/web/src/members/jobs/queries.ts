import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { membersApi } from '../api.ts';
import type { JobSearch } from './question.ts';

const key = (...more: readonly unknown[]) => ['members', 'jobs', ...more];
const next = ({ next }: { next: string | null }) => (next ? { after: next } : undefined);
const first: { after?: string } = {};

export const jobsQuery = (search: JobSearch) =>
  infiniteQueryOptions({
    queryKey: key('found', search),
    queryFn: ({ pageParam, signal }) => membersApi.jobs({ query: { ...search, ...pageParam } }, { signal }),
    initialPageParam: {} as { cursor?: string },
    getNextPageParam: (page) => (page.next ? { cursor: page.next } : undefined),
  });
export const jobQuery = (job: string) =>
  queryOptions({
    queryKey: key('one', job),
    queryFn: ({ signal }) => membersApi.job({ params: { job } }, { signal }),
  });
export const contactsQuery = (job: string) =>
  queryOptions({
    queryKey: key('contacts', job),
    queryFn: ({ signal }) => membersApi.jobContacts({ params: { job } }, { signal }),
  });
export const savedQuery = infiniteQueryOptions({
  queryKey: key('saved'),
  queryFn: ({ pageParam, signal }) => membersApi.savedJobs({ query: pageParam }, { signal }),
  initialPageParam: first,
  getNextPageParam: next,
});
export const companiesQuery = queryOptions({
  queryKey: key('companies'),
  queryFn: ({ signal }) => membersApi.jobCompanies({}, { signal }),
});
export const postedQuery = infiniteQueryOptions({
  queryKey: key('posted'),
  queryFn: ({ pageParam, signal }) => membersApi.postedJobs({ query: pageParam }, { signal }),
  initialPageParam: first,
  getNextPageParam: next,
});
export const applicationsQuery = infiniteQueryOptions({
  queryKey: key('applications'),
  queryFn: ({ pageParam, signal }) => membersApi.ownApplications({ query: pageParam }, { signal }),
  initialPageParam: first,
  getNextPageParam: next,
});
export const alertsQuery = queryOptions({
  queryKey: key('alerts'),
  queryFn: ({ signal }) => membersApi.jobAlerts({}, { signal }),
});
export const referralsQuery = queryOptions({
  queryKey: key('referrals'),
  queryFn: ({ signal }) => membersApi.referrals({}, { signal }),
});

/** After something changed: whatever tells of jobs is asked for anew. */
export function useRefreshJobs(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: key() });
}
