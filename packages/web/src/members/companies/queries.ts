import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { membersApi } from '../api.ts';

const key = (...more: readonly string[]) => ['members', 'companies', ...more];

export const companyQuery = (company: string) =>
  queryOptions({
    queryKey: key('page', company),
    queryFn: ({ signal }) => membersApi.company({ params: { company } }, { signal }),
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

/** After something changed about a company: whatever tells of it is asked for anew. */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: key() });
}
