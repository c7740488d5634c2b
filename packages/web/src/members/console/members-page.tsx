import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ConsoleMember } from '@teahouse/contract/members';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useName } from '../../ui/use-name.ts';
import { Field, Submit, useAction } from '../form.tsx';
import { Day } from '../order/parts.tsx';
import { reasonWords } from '../order/words.ts';
import { type MemberChange, MemberDialog } from './member-dialog.tsx';
import { ConsolePage, Facts } from './parts.tsx';
import { findMember } from './queries.ts';
import { consoleWords, roleWords } from './words.ts';

function Suspended({ suspended }: { suspended: NonNullable<ConsoleMember['suspended']> }) {
  const { t } = useLingui();
  const { until, day, reason, words } = suspended;
  return (
    <div className="notice warm mt-4 text-[0.95rem]">
      <p className="font-semibold">
        {until ? (
          <Trans>
            Suspended until <Day day={until} />
          </Trans>
        ) : (
          <Trans>Suspended until further notice</Trans>
        )}
      </p>
      <p>
        {t(reasonWords[reason])} · <Day day={day} />
      </p>
      <p className="whitespace-pre-line">{words}</p>
    </div>
  );
}

function Found({ member, onChanged }: { member: ConsoleMember; onChanged: () => Promise<void> }) {
  const { t } = useLingui();
  const name = useName();
  const [asked, setAsked] = useState<MemberChange | null>(null);
  const { roles, employers, suspended } = member;
  return (
    <section className="rise mt-8" data-member={member.handle}>
      <h2 className="pb-3">{member.name}</h2>
      <Facts
        rows={[
          [
            t`Page`,
            <Link key="page" to="/in/$handle" params={{ handle: member.handle }} className="link">
              {member.handle}
            </Link>,
          ],
          [
            t`Employers`,
            employers
              .map(
                ({ name: called, standing }) =>
                  `${name(called)}${standing === 'former' ? ` (${t`former`})` : ''}`,
              )
              .join(', ') || '–',
          ],
          [t`Roles`, roles.map((role) => t(roleWords[role])).join(', ') || '–'],
        ]}
      />
      {suspended ? <Suspended suspended={suspended} /> : null}
      <p className="mt-5 flex flex-wrap gap-3">
        {suspended ? (
          <button type="button" className="btn" onClick={() => setAsked({ kind: 'lift' })}>
            <Trans>Lift the suspension</Trans>
          </button>
        ) : (
          <button type="button" className="btn danger" onClick={() => setAsked({ kind: 'suspend' })}>
            <Trans>Suspend</Trans>
          </button>
        )}
        {(['reviewer', 'moderator'] as const).map((role) => (
          <button
            key={role}
            type="button"
            className="btn quiet"
            onClick={() => setAsked({ kind: 'role', role, has: !roles.includes(role) })}
          >
            {roles.includes(role) ? t`No longer: ${t(roleWords[role])}` : t`Make: ${t(roleWords[role])}`}
          </button>
        ))}
      </p>
      {asked ? (
        <MemberDialog member={member} change={asked} onDone={onChanged} onClose={() => setAsked(null)} />
      ) : null}
    </section>
  );
}

function Finder() {
  const { t } = useLingui();
  const [found, setFound] = useState<{ who: string; member: ConsoleMember | null }>();
  const look = useAction(async (who: string) => setFound({ who, member: await findMember(who) }));
  return (
    <>
      <form
        className="max-w-[34rem] space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          void look.run(String(new FormData(event.currentTarget).get('who') ?? ''));
        }}
      >
        <Field
          label={t`E-mail address or handle`}
          hint={t`The whole of it. Nobody leafs through members here.`}
          name="who"
          required
          minLength={3}
          maxLength={254}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Submit pending={look.pending}>
          <Trans>Look for the member</Trans>
        </Submit>
      </form>
      <div aria-live="polite">
        {look.error ? (
          <div className="mt-6">
            <ErrorNotice error={look.error} words={consoleWords} />
          </div>
        ) : null}
        {found && !found.member ? (
          <p className="notice mt-6">
            <Trans>Nobody has this address or handle.</Trans>
          </p>
        ) : null}
        {found?.member ? (
          <Found key={found.member.id} member={found.member} onChanged={() => look.run(found.who)} />
        ) : null}
      </div>
    </>
  );
}

/** One member, to suspend with a reason, to let write again, or to appoint. */
export function MembersPage() {
  const { t } = useLingui();
  return (
    <ConsolePage
      title={t`Members`}
      aside={
        <>
          <p>
            <Trans>
              Whoever is suspended can read, take their data along, appeal and leave, but not write. Your
              reason is told to them word by word, and a moderator other than you answers an appeal.
            </Trans>
          </p>
          <p>
            <Trans>
              Their credential is not touched: it is owed to the job and not to good conduct here. What they
              do behind a mask can neither be seen nor stopped from this page.
            </Trans>
          </p>
          <p>
            <Trans>Whom you looked for is written down nowhere.</Trans>
          </p>
        </>
      }
    >
      {() => <Finder />}
    </ConsolePage>
  );
}
