import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { membersLimits } from '@teahouse/contract/members/limits';
import { membersApi } from '../api.ts';

const key = (...more: readonly string[]) => ['members', 'companies', ...more];

export const companyQuery = (company: string) =>
  queryOptions({
    queryKey: key('page', company),
    queryFn: ({ signal }) => membersApi.company({ params: { company } }, { signal }),
  });

/** Approved companies whose name or domain holds the text. */
export const companiesQuery = (q: string) =>
  queryOptions({
    queryKey: key('list', q),
    queryFn: ({ signal }) => membersApi.companies({ query: { q } }, { signal }),
    placeholderData: keepPreviousData,
  });

/** Companies that one acts for. */
export const ownCompaniesQuery = queryOptions({
  queryKey: key('own'),
  queryFn: ({ signal }) => membersApi.ownCompanies({}, { signal }),
});

export const historyQuery = (company: string) =>
  queryOptions({
    queryKey: key('history', company),
    queryFn: ({ signal }) => membersApi.companyHistory({ params: { company } }, { signal }),
  });

export const deskQuery = (company: string) =>
  queryOptions({
    queryKey: key('desk', company),
    queryFn: ({ signal }) => membersApi.companyDesk({ params: { company } }, { signal }),
  });

/** Colleagues whom an owner could name; with each text anew. */
export const colleaguesQuery = (company: string, q: string) =>
  queryOptions({
    queryKey: key('colleagues', company, q),
    queryFn: ({ signal }) => membersApi.companyColleagues({ params: { company }, query: { q } }, { signal }),
    enabled: q.length >= membersLimits.colleagueTextMin,
    placeholderData: keepPreviousData,
  });

/** After something changed about a company: whatever tells of it is asked for anew. */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: key() });
}
