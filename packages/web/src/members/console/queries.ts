import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ConsoleCompany, ConsoleMember } from '@teahouse/contract/members';
import { membersPrefix } from '@teahouse/contract/members/paths';
import { talkPrefix } from '@teahouse/contract/talk/paths';
import { membersApi } from '../api.ts';
import { queries } from '../query-client.ts';

const key = (...more: readonly unknown[]) => ['members', 'console', ...more];
/** What is shown here is decided upon: it is asked for whenever a page opens. */
const fresh = { staleTime: 0 };

export const overviewQuery = queryOptions({
  ...{ queryKey: key('overview'), ...fresh },
  queryFn: ({ signal }) => membersApi.consoleOverview({}, { signal }),
});

export const consoleCompaniesQuery = (status: ConsoleCompany['status'], q: string) =>
  infiniteQueryOptions({
    ...{ queryKey: key('companies', status, q), ...fresh },
    queryFn: ({ pageParam, signal }) =>
      membersApi.consoleCompanies(
        { query: { status, q, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const claimsQuery = infiniteQueryOptions({
  ...{ queryKey: key('claims'), ...fresh },
  queryFn: ({ pageParam, signal }) =>
    membersApi.consoleClaims({ query: pageParam ? { cursor: pageParam } : {} }, { signal }),
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
});

export const staffQuery = queryOptions({
  ...{ queryKey: key('staff'), ...fresh },
  queryFn: ({ signal }) => membersApi.consoleStaff({}, { signal }),
});

export const settingsQuery = queryOptions({
  ...{ queryKey: key('settings'), ...fresh },
  queryFn: ({ signal }) => membersApi.consoleSettings({}, { signal }),
});

export const jobsQuery = queryOptions({
  ...{ queryKey: key('jobs'), ...fresh },
  queryFn: ({ signal }) => membersApi.consoleJobs({}, { signal }),
});

export const healthQuery = queryOptions({
  ...{ queryKey: key('health'), ...fresh },
  queryFn: ({ signal }) => membersApi.consoleHealth({}, { signal }),
});

export const bookQuery = queryOptions({
  ...{ queryKey: key('book'), ...fresh },
  queryFn: ({ signal }) => membersApi.consoleBook({}, { signal }),
});

/** Whether a half answers. Of talk no more is asked than anybody may, and nothing goes along that says who asks. */
export const answersQuery = (half: 'members' | 'talk') =>
  queryOptions({
    ...{ queryKey: key('answers', half), ...fresh, retry: false },
    queryFn: async ({ signal }) => {
      const prefix = half === 'members' ? membersPrefix : talkPrefix;
      const plain = { signal, credentials: 'omit', referrerPolicy: 'no-referrer' } as const;
      const answer = await fetch(`${prefix}/health`, plain).catch(() => null);
      return answer?.ok === true;
    },
  });

export const consoleLogQuery = infiniteQueryOptions({
  ...{ queryKey: key('log'), ...fresh },
  queryFn: ({ pageParam, signal }) =>
    membersApi.consoleLog({ query: pageParam === null ? {} : { before: pageParam } }, { signal }),
  initialPageParam: null as number | null,
  getNextPageParam: ({ next }) => next,
});

export const findMember = async (who: string): Promise<ConsoleMember | null> =>
  (await membersApi.consoleFindMember({ body: { who } })).member;

/** After a change: all that the console shows may be another. */
export const forgetShown = (): Promise<void> => queries.invalidateQueries({ queryKey: key() });
