import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Referral } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { membersApi } from '../api.ts';
import { Field, Submit, useAction } from '../form.tsx';
import { MemberLine } from '../profile/member-line.tsx';
import { referralsQuery, useRefreshJobs } from './queries.ts';
import { jobWords } from './words.ts';

/** The answer to a request; who lets it rest tells nobody. */
function Answer({ referral }: { referral: string }) {
  const { t } = useLingui();
  const refresh = useRefreshJobs();
  const answer = useAction(async (refer: boolean, words: string) => {
    await membersApi.answerReferral({ params: { referral }, body: { refer, words } });
    await refresh();
  });
  return (
    <form
      className="mt-3 space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        void answer.run(true, String(new FormData(event.currentTarget).get('words') ?? ''));
      }}
    >
      <Field
        label={t`What you say of them`}
        name="words"
        maxLength={membersLimits.referralNoteMax}
        hint={<Trans>The recruiter reads it, and so does who asked.</Trans>}
        autoComplete="off"
      />
      {answer.error ? <ErrorNotice error={answer.error} words={jobWords} /> : null}
      <p className="flex flex-wrap gap-3">
        <Submit pending={answer.pending}>
          <Trans>Refer</Trans>
        </Submit>
        <button type="button" className="btn quiet" onClick={() => void answer.run(false, '')}>
          <Trans>Let it rest</Trans>
        </button>
      </p>
    </form>
  );
}

function Drop({ referral }: { referral: string }) {
  const refresh = useRefreshJobs();
  const drop = useAction(async () => {
    await membersApi.dropReferral({ params: { referral } });
    await refresh();
  });
  return (
    <>
      <button type="button" className="act" aria-disabled={drop.pending} onClick={() => void drop.run()}>
        <Trans>Take it back</Trans>
      </button>
      {drop.error ? <ErrorNotice error={drop.error} words={jobWords} /> : null}
    </>
  );
}

function Line({ referral }: { referral: Referral }) {
  const { id, side, member, job, note, words, state } = referral;
  const title = (
    <Link to="/jobs/$job" params={{ job: job.id }} className="link">
      {job.title}
    </Link>
  );
  const says = {
    received: {
      asked: <Trans>asks you for a referral: {title}</Trans>,
      given: <Trans>referred by you: {title}</Trans>,
    },
    sent: { asked: <Trans>asked by you: {title}</Trans>, given: <Trans>refers you: {title}</Trans> },
  }[side][state];
  return (
    <MemberLine member={member} acts={side === 'sent' && state === 'asked' ? <Drop referral={id} /> : null}>
      <p className="mt-1">{says}</p>
      {note ? <p className="text-ink-2">“{note}”</p> : null}
      {words ? <p className="text-ink-2">“{words}”</p> : null}
      {side === 'received' && state === 'asked' ? <Answer referral={id} /> : null}
    </MemberLine>
  );
}

/** Requests for a referral, of both sides. */
export function ReferralList() {
  const { t } = useLingui();
  const { data, error, isPending } = useQuery(referralsQuery);
  if (isPending) return <RowsSkeleton rows={3} />;
  if (error) return <ErrorNotice error={error} words={jobWords} />;
  if (data.referrals.length === 0)
    return (
      <Empty title={t`No referral waits`}>
        <Trans>
          A job's page shows whom you know at the company, and lets you ask. What others ask of you stands
          here.
        </Trans>
      </Empty>
    );
  return (
    <ul className="border-b border-line">
      {data.referrals.map((referral) => (
        <Line key={referral.id} referral={referral} />
      ))}
    </ul>
  );
}
