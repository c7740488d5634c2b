import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '@teahouse/client/errors';
import type { Me } from '@teahouse/contract/members';
import { membersApi } from './api.ts';

async function whoAmI(signal: AbortSignal): Promise<Me | null> {
  try {
    return await membersApi.me({}, { signal });
  } catch (error) {
    if (error instanceof ApiError && error.code === 'signed-out') return null;
    throw error;
  }
}

/** The member signed in; null for nobody. */
export const meQuery = queryOptions({
  queryKey: ['members', 'me'],
  queryFn: ({ signal }) => whoAmI(signal),
});

/** Puts what a call answered in the place of what was known of the member. */
export function useSetMe(): (me: Me | null) => void {
  const queries = useQueryClient();
  return (me) => queries.setQueryData(meQuery.queryKey, me);
}

export const sessionsQuery = queryOptions({
  queryKey: ['members', 'sessions'],
  queryFn: ({ signal }) => membersApi.sessions({}, { signal }),
  staleTime: 0,
});

export const companiesQuery = (q: string) =>
  queryOptions({
    queryKey: ['members', 'companies', q],
    queryFn: ({ signal }) => membersApi.companies({ query: { q } }, { signal }),
  });

export const membersDirectoryQuery = queryOptions({
  queryKey: ['members', 'directory'],
  queryFn: ({ signal }) => membersApi.directory({}, { signal }),
});

export interface DemoMail {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly receivedAt: string;
  readonly text: string;
}

/** A demo's post office: the mails that came, and whether one can write from it to this house. */
export interface DemoMailbox {
  readonly messages: readonly DemoMail[];
  readonly writes: boolean;
}

async function demoMails(signal: AbortSignal): Promise<DemoMailbox | null> {
  const response = await fetch('/api/dev/mailbox', { signal, credentials: 'omit' });
  if (!response.ok) return null;
  return response.json();
}

/** Mails of a demo's own post office; null where there is none, as in production. */
export const mailboxQuery = queryOptions({
  queryKey: ['demo', 'mailbox'],
  queryFn: ({ signal }) => demoMails(signal),
  retry: false,
});
