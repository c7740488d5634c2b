import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTitle } from '../../shell/use-title.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { Paged } from '../paged.tsx';
import { meQuery } from '../queries.ts';
import { Filters } from './filters.tsx';
import { JobLine } from './job-line.tsx';
import { jobsQuery, useRefreshJobs } from './queries.ts';
import { asksJobs, type JobSearch, readSearch } from './question.ts';
import { JobTabs } from './tabs.tsx';
import { jobWords } from './words.ts';

const route = getRouteApi('/members/jobs');

/** Keeps a search, which tells of new jobs. */
function KeepSearch({ search }: { search: JobSearch }) {
  const navigate = useNavigate();
  const refresh = useRefreshJobs();
  const keep = useAction(async () => {
    await membersApi.addAlert({ body: search });
    await refresh();
    await navigate({ to: '/jobs/mine', search: { view: 'alerts' } });
  });
  return (
    <div className="pt-4">
      <button type="button" className="act" aria-disabled={keep.pending} onClick={() => void keep.run()}>
        <Trans>Save this search and tell me of new ones</Trans>
      </button>
      {keep.error ? <ErrorNotice error={keep.error} words={jobWords} /> : null}
    </div>
  );
}

/** Open jobs, for everybody: by words and by their facts. */
export function JobsPage() {
  const { t } = useLingui();
  useTitle(t`Jobs`);
  const navigate = useNavigate();
  const search = readSearch(route.useSearch() as Record<string, unknown>);
  const { data: me } = useQuery(meQuery);
  const pages = useInfiniteQuery(jobsQuery(search));
  const jobs = pages.data?.pages.flatMap((page) => page.jobs) ?? [];
  return (
    <div className="page">
      <h1 className="pt-8 pb-4 sm:pt-14">
        <Trans>Jobs</Trans>
      </h1>
      {me ? <JobTabs here="search" /> : null}
      <div className="max-w-[52rem] pt-6">
        <Filters search={search} onAsk={(next) => void navigate({ to: '/jobs', search: next })} />
        {me && asksJobs(search) ? <KeepSearch search={search} /> : null}
        <div className="pt-6">
          <Paged
            words={jobWords}
            pages={pages}
            count={jobs.length}
            empty={
              <Empty title={t`No open job is like that`}>
                <Trans>Ask for less at once, or save the search and be told when one is posted.</Trans>
              </Empty>
            }
          >
            {jobs.map((job) => (
              <JobLine key={job.id} job={job} />
            ))}
          </Paged>
        </div>
        <p className="mt-6 text-[0.86rem] text-ink-2">
          <Trans>
            The newest stands first. Nobody can pay to stand higher, and nobody sees how many applied.
          </Trans>
        </p>
      </div>
    </div>
  );
}
