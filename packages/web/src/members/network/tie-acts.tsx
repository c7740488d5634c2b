import { Trans, useLingui } from '@lingui/react/macro';
import type { Tie } from '@teahouse/contract/members';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { AskForm } from './ask-form.tsx';
import { useRefresh } from './queries.ts';
import { peopleWords } from './words.ts';

type Act = 'accept' | 'decline' | 'withdraw';

/** Answers a request, or takes one's own back. */
export function useTie(member: string) {
  const refresh = useRefresh();
  return useAction(async (act: Act) => {
    const params = { member };
    if (act === 'accept') await membersApi.acceptRequest({ params });
    if (act === 'decline') await membersApi.declineRequest({ params });
    if (act === 'withdraw') await membersApi.withdrawRequest({ params });
    await refresh();
  });
}

/** The one thing to do next between two members; smaller in lists. */
export function TieActs({
  member,
  tie,
  small = false,
}: {
  member: { id: string; name: string };
  tie: Tie;
  small?: boolean;
}) {
  const { t } = useLingui();
  const { name } = member;
  const [asking, setAsking] = useState(false);
  const act = useTie(member.id);
  const size = small ? 'px-4 text-[0.9rem]' : '';
  return (
    <>
      {tie === 'none' ? (
        <button
          type="button"
          className={`btn ${small ? 'quiet' : ''} ${size}`}
          aria-label={t`Connect with ${name}`}
          onClick={() => setAsking(true)}
        >
          <Trans>Connect</Trans>
        </button>
      ) : null}
      {tie === 'sent' ? (
        <button
          type="button"
          className={`btn quiet ${size}`}
          aria-label={t`Withdraw the request: ${name}`}
          onClick={() => void act.run('withdraw')}
        >
          <Trans>Withdraw the request</Trans>
        </button>
      ) : null}
      {tie === 'received' ? (
        <>
          <button
            type="button"
            className={`btn ${size}`}
            aria-label={t`Accept ${name}`}
            onClick={() => void act.run('accept')}
          >
            <Trans>Accept</Trans>
          </button>
          <button
            type="button"
            className={`btn quiet ${size}`}
            aria-label={t`Decline ${name}`}
            onClick={() => void act.run('decline')}
          >
            <Trans>Decline</Trans>
          </button>
        </>
      ) : null}
      {act.error ? <ErrorNotice error={act.error} words={peopleWords} /> : null}
      <AskForm member={member} open={asking} onClose={() => setAsking(false)} />
    </>
  );
}
