import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { MemberCard } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useState } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { Field, Submit, useAction } from '../form.tsx';
import { MemberLine } from '../profile/member-line.tsx';
import { contactsQuery, useRefreshJobs } from './queries.ts';
import { jobWords } from './words.ts';

function AskReferral({ job, member, onClose }: { job: string; member: MemberCard; onClose: () => void }) {
  const { t } = useLingui();
  const refresh = useRefreshJobs();
  const { id, name } = member;
  const ask = useAction(async (form: FormData) => {
    await membersApi.askReferral({
      params: { job, member: id },
      body: { note: String(form.get('note') ?? '') },
    });
    onClose();
    await refresh();
  });
  return (
    <Ask open title={t`Ask ${name} for a referral`} onClose={onClose}>
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          void ask.run(new FormData(event.currentTarget));
        }}
      >
        <Field
          label={t`A few words`}
          name="note"
          maxLength={membersLimits.referralNoteMax}
          hint={<Trans>What you did together, and why this job. They may let it rest; nobody is told.</Trans>}
          autoComplete="off"
        />
        {ask.error ? <ErrorNotice error={ask.error} words={jobWords} /> : null}
        <p className="flex flex-wrap gap-3">
          <Submit pending={ask.pending}>
            <Trans>Ask</Trans>
          </Submit>
          <button type="button" className="btn quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </button>
        </p>
      </form>
    </Ask>
  );
}

/** Connections who work there, to ask for a referral; nothing where there are none. */
export function Contacts({ job }: { job: string }) {
  const { data } = useQuery(contactsQuery(job));
  const [asked, setAsked] = useState<MemberCard>();
  if (!data || data.contacts.length === 0) return null;
  const words = { asked: <Trans>Asked</Trans>, given: <Trans>Refers you</Trans> };
  return (
    <section className="mt-10">
      <h2 className="pb-2">
        <Trans>You know people there</Trans>
      </h2>
      <ul className="border-b border-line">
        {data.contacts.map(({ member, state }) => (
          <MemberLine
            key={member.id}
            member={member}
            brief
            acts={
              state === 'none' ? (
                <button type="button" className="act" onClick={() => setAsked(member)}>
                  <Trans>Ask for a referral</Trans>
                </button>
              ) : (
                <span className="text-[0.9rem] text-ink-2">{words[state]}</span>
              )
            }
          />
        ))}
      </ul>
      {asked ? <AskReferral job={job} member={asked} onClose={() => setAsked(undefined)} /> : null}
    </section>
  );
}
