import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Job } from '@teahouse/contract/members';
import { useTitle } from '../../shell/use-title.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { useName } from '../../ui/use-name.ts';
import { membersApi } from '../api.ts';
import { Sheet } from '../form.tsx';
import { SignedIn } from '../session.tsx';
import { type JobFacts, JobForm } from './job-form.tsx';
import { companiesQuery, jobQuery, useRefreshJobs } from './queries.ts';
import { jobWords } from './words.ts';

const route = getRouteApi('/members/jobs/post');

function Change({ job }: { job: Job }) {
  const { t } = useLingui();
  const refresh = useRefreshJobs();
  const navigate = useNavigate();
  const company = useName()(job.company.name);
  const save = async (facts: JobFacts, open: boolean) => {
    await membersApi.editJob({ params: { job: job.id }, body: { ...facts, open, version: job.version } });
    await refresh();
    await navigate({ to: '/jobs/$job', params: { job: job.id } });
  };
  return (
    <Sheet title={t`Change this job`} lead={company}>
      <JobForm key={job.version} job={job} onSave={save} />
    </Sheet>
  );
}

function New() {
  const { t } = useLingui();
  const refresh = useRefreshJobs();
  const navigate = useNavigate();
  const { data, error, isPending } = useQuery(companiesQuery);
  if (isPending) return <PageSkeleton />;
  if (error) return <ErrorNotice error={error} words={jobWords} />;
  const { companies } = data;
  const save = async (facts: JobFacts, _open: boolean, company = companies[0]?.id ?? '') => {
    const { id } = await membersApi.addJob({ body: { ...facts, company } });
    await refresh();
    await navigate({ to: '/jobs/$job', params: { job: id } });
  };
  return (
    <Sheet
      title={t`Post a job`}
      lead={<Trans>Everybody can read it. Say the pay: where it is missing, that is shown.</Trans>}
    >
      {companies.length === 0 ? (
        <Empty title={t`You post for no company yet`}>
          <Trans>Recruiters post jobs in the name of their company; whoever owns its page names them.</Trans>
        </Empty>
      ) : (
        <JobForm companies={companies} onSave={save} />
      )}
    </Sheet>
  );
}

function Existing({ id }: { id: string }) {
  const { t } = useLingui();
  const { data, error, isPending } = useQuery(jobQuery(id));
  if (isPending) return <PageSkeleton />;
  if (data?.mine) return <Change job={data} />;
  return (
    <Sheet title={t`This job`}>
      {error ? (
        <ErrorNotice error={error} words={jobWords} />
      ) : (
        <p>
          <Trans>Only a recruiter of the company changes its jobs.</Trans>
        </p>
      )}
    </Sheet>
  );
}

/** The form of a job, for recruiters: a new one, or one to change. */
export function PostPage() {
  const { t } = useLingui();
  const { job } = route.useSearch() as { job?: unknown };
  useTitle(t`Post a job`);
  return <SignedIn>{() => (typeof job === 'string' ? <Existing id={job} /> : <New />)}</SignedIn>;
}
