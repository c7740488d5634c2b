import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { JobAlert } from '@teahouse/contract/members';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { alertsQuery, useRefreshJobs } from './queries.ts';
import { readSearch } from './question.ts';
import { jobWords, levelWords, roleWords } from './words.ts';

function AlertLine({ alert: { id, question } }: { alert: JobAlert }) {
  const { t } = useLingui();
  const refresh = useRefreshJobs();
  const drop = useAction(async () => {
    await membersApi.dropAlert({ params: { alert: id } });
    await refresh();
  });
  const { q, role, level, city, remote, pay, company, skill } = question;
  const says = [
    ...(q ? [q] : []),
    ...(role ? [t(roleWords[role])] : []),
    ...(level ? [t(levelWords[level])] : []),
    ...(city ? [city] : []),
    ...(remote ? [t`Remote`] : []),
    ...(pay ? [t`¥${pay} and more`] : []),
    ...(company ? [company] : []),
    ...(skill ? [skill] : []),
  ].join(' · ');
  return (
    <li className="flex flex-wrap items-center gap-x-5 border-t border-line py-3">
      <Link
        to="/jobs"
        search={readSearch(question)}
        className="link inline-flex min-h-11 min-w-0 flex-1 items-center"
      >
        {says === '' ? <Trans>All jobs</Trans> : says}
      </Link>
      <button
        type="button"
        className="act danger"
        aria-disabled={drop.pending}
        onClick={() => void drop.run()}
      >
        <Trans>Drop</Trans>
      </button>
      {drop.error ? <ErrorNotice error={drop.error} words={jobWords} /> : null}
    </li>
  );
}

/** Searches that were kept. */
export function Alerts() {
  const { t } = useLingui();
  const { data, error, isPending } = useQuery(alertsQuery);
  if (isPending) return <RowsSkeleton rows={3} />;
  if (error) return <ErrorNotice error={error} words={jobWords} />;
  if (data.alerts.length === 0)
    return (
      <Empty title={t`No search is saved`}>
        <Trans>
          Look for something, and save the search: you are told of new jobs once a day at most, in your
          notices.
        </Trans>
      </Empty>
    );
  return (
    <ul className="border-b border-line">
      {data.alerts.map((alert) => (
        <AlertLine key={alert.id} alert={alert} />
      ))}
    </ul>
  );
}
