import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { Case } from '@teahouse/contract/desk';
import { useEffect, useMemo } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { useAction } from '../../ui/use-action.ts';
import { deskApi } from '../data/api.ts';
import { casesQuery } from '../data/queries.ts';
import { KeyList } from '../frame/key-list.tsx';
import { LimitsOfDesk } from '../frame/limits-of-desk.tsx';
import { useMe } from '../frame/me.tsx';
import { readAnew } from '../frame/undo.tsx';
import { deskWords } from '../words/error-words.ts';
import { CaseRow } from './case-row.tsx';
import { Filters } from './filters.tsx';
import { keepFilters } from './place.ts';
import { readSearch } from './search.ts';
import { useQueueKeys } from './use-queue-keys.ts';

function Nothing({ filtered }: { filtered: boolean }) {
  const { t } = useLingui();
  return filtered ? (
    <p className="py-10 text-ink-2">
      <Trans>No case under these filters.</Trans>
    </p>
  ) : (
    <Empty title={t`Nothing waits`}>
      <p>
        <Trans>Every post that was reported or held back has been looked at.</Trans>
      </p>
    </Empty>
  );
}

/** What waits for somebody to look, the most pressing first. */
export function QueuePage() {
  const { t } = useLingui();
  useTitle(t`Queue`);
  const me = useMe();
  const given = useSearch({ strict: false });
  const search = useMemo(() => readSearch(given), [given]);
  useEffect(() => keepFilters(search), [search]);
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    casesQuery(search),
  );
  const cases = useMemo(() => data?.pages.flatMap((page) => page.cases) ?? [], [data]);
  const assign = useAction(async ({ room, post, assignee }: Case) => {
    const to = assignee?.id === me.id ? null : 'me';
    await deskApi.assign({ params: { room, post }, body: { to } });
    await readAnew();
  });
  useQueueKeys(cases, (it) => void assign.run(it));
  return (
    <div className="page pt-4 sm:pt-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <h1 className="text-[1.5rem]">
          <Trans>Queue</Trans>
          {data ? (
            <span className="tabular ml-3 font-sans text-[0.95rem] font-normal text-ink-2">
              <Plural value={data.pages[0]?.open ?? 0} one="# case open" other="# cases open" />
            </span>
          ) : null}
        </h1>
        <KeyList />
      </div>
      <div className="mt-2">
        <Filters search={search} />
      </div>
      <div className="mt-3 space-y-3">
        {assign.error ? <ErrorNotice error={assign.error} words={deskWords} /> : null}
        {error ? <ErrorNotice error={error} words={deskWords} /> : null}
      </div>
      {data ? null : error ? null : <RowsSkeleton />}
      {cases.length > 0 ? (
        <ol className="divide-y divide-line border-y border-line">
          {cases.map((it) => (
            <CaseRow key={`${it.room}/${it.post}`} it={it} />
          ))}
        </ol>
      ) : null}
      {data && cases.length === 0 ? <Nothing filtered={Object.keys(search).length > 0} /> : null}
      {hasNextPage ? (
        <button
          type="button"
          className="btn quiet mt-4"
          aria-disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          <Trans>Show more</Trans>
        </button>
      ) : null}
      <div className="mt-10 max-w-[44rem]">
        <LimitsOfDesk />
      </div>
    </div>
  );
}
