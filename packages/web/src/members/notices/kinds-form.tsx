import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { NoticeKind } from '@teahouse/contract/members';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { feedWords } from '../feed/words.ts';
import { useAction } from '../form.tsx';
import { kindsQuery } from './queries.ts';

/** Which kinds the member is told of. What is switched off is not even written down. */
export function KindsForm() {
  const { t } = useLingui();
  const queries = useQueryClient();
  const { data } = useQuery(kindsQuery);
  const set = useAction(async (kind: NoticeKind, on: boolean) => {
    // Shown at once, and as the house has it where that refuses.
    queries.setQueryData(kindsQuery.queryKey, (before) => before && { ...before, [kind]: on });
    try {
      const { kinds } = await membersApi.setNoticeKinds({ body: { kinds: { [kind]: on } } });
      queries.setQueryData(kindsQuery.queryKey, kinds);
    } catch (error) {
      await queries.invalidateQueries({ queryKey: kindsQuery.queryKey });
      throw error;
    }
  });
  if (!data) return null;
  const names: Record<NoticeKind, string> = {
    request: t`Requests for a connection`,
    accepted: t`Requests that were accepted`,
    comment: t`Comments on your posts`,
    reply: t`Answers to your comments`,
    reaction: t`Reactions to your posts`,
    share: t`Shares of your posts`,
    follow: t`New followers`,
    verified: t`Decisions on your proofs`,
    expiring: t`Proofs that end soon`,
    decision: t`Decisions of moderators`,
    jobs: t`New jobs of saved searches`,
    referral: t`Requests for a referral`,
    referred: t`Referrals for you`,
    application: t`News of your applications`,
    message: t`Messages in applications`,
    invitation: t`Invitations to apply`,
  };
  return (
    <fieldset>
      <legend className="font-serif text-[1.22rem] font-bold text-ink">
        <Trans>What you are told</Trans>
      </legend>
      <p className="mt-1">
        <Trans>What is switched off is not even written down.</Trans>
      </p>
      <div className="mt-2">
        {(Object.keys(names) as NoticeKind[]).map((kind) => (
          <label key={kind} className="flex min-h-11 cursor-pointer items-center gap-3">
            <input
              type="checkbox"
              className="h-5 w-5 accent-celadon"
              checked={data[kind]}
              onChange={(event) => void set.run(kind, event.currentTarget.checked)}
            />
            {names[kind]}
          </label>
        ))}
      </div>
      {set.error ? <ErrorNotice error={set.error} words={feedWords} /> : null}
    </fieldset>
  );
}
