import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Invitation } from '@teahouse/contract/members';
import { useState } from 'react';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { dayWords } from '../account/days.ts';
import { membersApi } from '../api.ts';
import { langOf } from '../feed/post-text.tsx';
import { useAction } from '../form.tsx';
import { JobLine } from '../jobs/job-line.tsx';
import { hiringWords } from '../messages/words.ts';
import { Reporting } from '../order/report-way.tsx';
import { invitationsQuery } from './queries.ts';

function Line({ invitation }: { invitation: Invitation }) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const [reporting, setReporting] = useState(false);
  const { id, job, by, note, hidden, applied, day } = invitation;
  const dismiss = useAction(async () => {
    await membersApi.dismissInvitation({ params: { invitation: id } });
    await queries.invalidateQueries({ queryKey: invitationsQuery.queryKey });
  });
  const invited = dayWords(day, i18n.locale);
  const who = by ? (
    <Link to="/in/$handle" params={{ handle: by.handle }} className="link">
      {by.name}
    </Link>
  ) : (
    t`A recruiter`
  );
  return (
    <JobLine
      job={job}
      acts={
        <>
          {job.open && !applied ? (
            <Link to="/jobs/$job" params={{ job: job.id }} className="btn">
              <Trans>Look at it and apply</Trans>
            </Link>
          ) : null}
          <button
            type="button"
            className="act"
            aria-disabled={dismiss.pending}
            onClick={() => void dismiss.run()}
          >
            <Trans>Let it rest</Trans>
          </button>
          {note && by ? (
            <button
              type="button"
              className="act"
              aria-label={t`Report this invitation`}
              onClick={() => setReporting(true)}
            >
              <Trans>Report</Trans>
            </button>
          ) : null}
        </>
      }
    >
      <p className="mt-2">
        <Trans>
          {who} invites you, {invited}
        </Trans>
        {applied ? (
          <>
            {' · '}
            <strong>
              <Trans>You applied.</Trans>
            </strong>
          </>
        ) : null}
      </p>
      {note ? (
        <p
          lang={langOf(note)}
          className="mt-1 border-l-2 border-line pl-4 whitespace-pre-line [overflow-wrap:anywhere]"
        >
          {note}
        </p>
      ) : null}
      {hidden ? (
        <p className="text-ink-2 italic">
          <Trans>A moderator has hidden what came with it.</Trans>
        </p>
      ) : null}
      {dismiss.error ? <ErrorNotice error={dismiss.error} words={hiringWords} /> : null}
      {reporting ? (
        <Reporting thing={{ kind: 'invitation', id }} onClose={() => setReporting(false)} />
      ) : null}
    </JobLine>
  );
}

/** Invitations to apply: whether one is read or let rest, nobody is told. */
export function Invitations() {
  const { t } = useLingui();
  const { data, error, isPending } = useQuery(invitationsQuery);
  if (isPending) return <RowsSkeleton rows={3} />;
  if (error) return <ErrorNotice error={error} words={hiringWords} />;
  if (data.invitations.length === 0)
    return (
      <Empty title={t`No invitation waits`}>
        <Trans>
          Recruiters find you when you are open to work, which you say on your own page. Your employer never
          does.
        </Trans>
      </Empty>
    );
  return (
    <ul className="border-b border-line">
      {data.invitations.map((invitation) => (
        <Line key={invitation.id} invitation={invitation} />
      ))}
    </ul>
  );
}
