import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Job } from '@teahouse/contract/members';
import { useState } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { useName } from '../../ui/use-name.ts';
import { dayWords } from '../account/days.ts';
import { Sheet } from '../form.tsx';
import { meQuery } from '../queries.ts';
import { ApplyForm } from './apply-form.tsx';
import { Contacts } from './contacts.tsx';
import { Pay, Place, Skills } from './facts.tsx';
import { jobQuery } from './queries.ts';
import { SaveButton } from './save-button.tsx';
import { jobWords, levelWords, roleWords, stageWords } from './words.ts';

const route = getRouteApi('/members/jobs/$job');

function Standing({ application }: { application: NonNullable<Job['application']> }) {
  const { t } = useLingui();
  const { stage, withdrawn } = application;
  return (
    <p className="notice" role="status">
      {withdrawn ? (
        <Trans>You withdrew your application. You can apply again.</Trans>
      ) : (
        <>
          <Trans>You applied.</Trans> <strong>{t(stageWords[stage])}</strong>{' '}
          <Link to="/jobs/mine" search={{}} className="link">
            <Trans>Your applications</Trans>
          </Link>
        </>
      )}
    </p>
  );
}

function Acts({ job, isMember }: { job: Job; isMember: boolean }) {
  const [applying, setApplying] = useState(false);
  if (!isMember)
    return (
      <p className="flex flex-wrap gap-3">
        <Link to="/signin" className="btn">
          <Trans>Sign in to apply</Trans>
        </Link>
        <Link to="/join" className="btn quiet">
          <Trans>Join</Trans>
        </Link>
      </p>
    );
  // Who recruits for the company has no need of a way in.
  const mayApply = job.open && !job.mine && (!job.application || job.application.withdrawn);
  return (
    <div className="space-y-4">
      {job.application ? <Standing application={job.application} /> : null}
      <p className="flex flex-wrap gap-3">
        {mayApply ? (
          <button type="button" className="btn" onClick={() => setApplying(true)}>
            <Trans>Apply</Trans>
          </button>
        ) : null}
        {job.mine ? (
          <>
            <Link to="/hire/$job" params={{ job: job.id }} search={{}} className="btn">
              <Trans>Applications</Trans>
            </Link>
            <Link to="/jobs/post" search={{ job: job.id }} className="btn quiet">
              <Trans>Change this job</Trans>
            </Link>
          </>
        ) : null}
        <SaveButton job={job} />
      </p>
      {applying ? <ApplyForm job={job.id} title={job.title} onClose={() => setApplying(false)} /> : null}
    </div>
  );
}

function Shown({ job }: { job: Job }) {
  const { t, i18n } = useLingui();
  const company = useName()(job.company.name);
  useTitle(`${job.title} · ${company}`);
  const { data: me } = useQuery(meQuery);
  const [posted, closes] = [dayWords(job.posted, i18n.locale), dayWords(job.closes, i18n.locale)];
  return (
    <Sheet
      title={job.title}
      lead={
        <>
          {company} · <Place job={job} />
        </>
      }
      aside={
        <p>
          <Trans>
            Nobody sees how many applied, and your own employer is told nothing: an application is for the
            recruiters of this company alone.
          </Trans>
        </p>
      }
    >
      <p className="text-[1.15rem]">
        <Pay pay={job.pay} />
      </p>
      <p className="text-ink-2">
        {t(roleWords[job.role])} · {t(levelWords[job.level])} ·{' '}
        {job.open ? (
          <Trans>
            posted {posted}, open until {closes}
          </Trans>
        ) : (
          <Trans>closed</Trans>
        )}
      </p>
      <Skills skills={job.skills} />
      {job.open ? null : (
        <p className="notice mt-5">
          <Trans>This job is closed: nobody can apply any more.</Trans>
        </p>
      )}
      <div className="mt-6">
        <Acts job={job} isMember={Boolean(me)} />
      </div>
      <div className="mt-8 whitespace-pre-line [overflow-wrap:anywhere]">{job.text}</div>
      {me && job.open && !job.mine ? <Contacts job={job.id} /> : null}
      <p className="mt-10">
        <Link to="/jobs" search={{ company: job.company.id }} className="link">
          <Trans>All jobs of {company}</Trans>
        </Link>
      </p>
    </Sheet>
  );
}

/** A job, for everybody. */
export function JobPage() {
  const { t } = useLingui();
  const { job } = route.useParams();
  const { data, error, isPending } = useQuery(jobQuery(job));
  if (isPending) return <PageSkeleton />;
  if (error)
    return (
      <Sheet title={t`This job`}>
        <ErrorNotice error={error} words={jobWords} />
      </Sheet>
    );
  return <Shown job={data} />;
}
