import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OwnApplication } from '@teahouse/contract/members';
import { useState } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { dayWords } from '../account/days.ts';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { Paged } from '../paged.tsx';
import { JobLine } from './job-line.tsx';
import { applicationsQuery, useRefreshJobs } from './queries.ts';
import { jobWords, stageWords } from './words.ts';

function Withdraw({ id }: { id: string }) {
  const { t } = useLingui();
  const refresh = useRefreshJobs();
  const [asked, setAsked] = useState(false);
  const withdraw = useAction(async () => {
    await membersApi.withdrawApplication({ params: { application: id } });
    setAsked(false);
    await refresh();
  });
  return (
    <>
      <button type="button" className="act danger" onClick={() => setAsked(true)}>
        <Trans>Withdraw</Trans>
      </button>
      <Ask open={asked} title={t`Withdraw this application?`} onClose={() => setAsked(false)}>
        <p>
          <Trans>Its words and its file are destroyed. You can apply again while the job is open.</Trans>
        </p>
        {withdraw.error ? <ErrorNotice error={withdraw.error} words={jobWords} /> : null}
        <p className="flex flex-wrap gap-3">
          <button
            type="button"
            className="btn danger"
            aria-disabled={withdraw.pending}
            onClick={() => void withdraw.run()}
          >
            <Trans>Withdraw it</Trans>
          </button>
          <button type="button" className="btn quiet" onClick={() => setAsked(false)}>
            <Trans>Keep it</Trans>
          </button>
        </p>
      </Ask>
    </>
  );
}

function Line({ application }: { application: OwnApplication }) {
  const { t, i18n } = useLingui();
  const { id, job, stage, day, withdrawn, words, file, referrer } = application;
  const applied = dayWords(day, i18n.locale);
  return (
    <JobLine
      job={job}
      acts={
        <>
          <Link to="/applications/$application" params={{ application: id }} className="act">
            <Trans>Messages</Trans>
          </Link>
          {withdrawn ? null : <Withdraw id={id} />}
        </>
      }
    >
      <p className="mt-2">
        <strong>{withdrawn ? <Trans>Withdrawn</Trans> : t(stageWords[stage])}</strong>
        <span className="text-ink-2">
          {' · '}
          <Trans>applied {applied}</Trans>
          {referrer ? (
            <>
              {' · '}
              <Trans>with a referral</Trans>
            </>
          ) : null}
        </span>
      </p>
      {words ? <p className="mt-1 line-clamp-3 whitespace-pre-line text-ink-2">{words}</p> : null}
      {file ? (
        <p className="mt-1">
          <a href={`/api/members/applications/${id}/file`} className="link" download>
            {file.name}
          </a>
        </p>
      ) : null}
    </JobLine>
  );
}

/** Own applications, and how each stands. */
export function Applied() {
  const { t } = useLingui();
  const pages = useInfiniteQuery(applicationsQuery);
  const applications = pages.data?.pages.flatMap((page) => page.applications) ?? [];
  return (
    <Paged
      words={jobWords}
      pages={pages}
      count={applications.length}
      empty={
        <Empty title={t`You have not applied anywhere`}>
          <Trans>What you apply for stands here, with how it goes on.</Trans>
        </Empty>
      }
    >
      {applications.map((application) => (
        <Line key={application.id} application={application} />
      ))}
    </Paged>
  );
}
