import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { MyDecisions } from '@teahouse/contract/members';
import { useState } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { membersApi } from '../api.ts';
import { Sheet, Submit, useAction } from '../form.tsx';
import { SignedIn } from '../session.tsx';
import { Counts } from './counts.tsx';
import { Decided } from './decided.tsx';
import { Day, WordsField } from './parts.tsx';
import { myReportsQuery, standingQuery, useRefreshOrder } from './queries.ts';
import { orderWords, reasonWords, thingWords } from './words.ts';

function AppealForm({ decision }: { decision: string }) {
  const { t } = useLingui();
  const refresh = useRefreshOrder();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const send = useAction(async () => {
    await membersApi.appeal({ params: { decision }, body: { words: words.trim() } });
    await refresh();
  });
  if (!open)
    return (
      <button type="button" className="act" onClick={() => setOpen(true)}>
        <Trans>Appeal</Trans>
      </button>
    );
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send.run();
      }}
    >
      <WordsField
        label={t`Why it should be looked at again`}
        value={words}
        most={2000}
        onChange={setWords}
        hint={<Trans>Another moderator than the one who decided reads it and answers.</Trans>}
      />
      {send.error ? <ErrorNotice error={send.error} words={orderWords} /> : null}
      <Submit pending={send.pending}>
        <Trans>Appeal</Trans>
      </Submit>
    </form>
  );
}

function Suspended({ suspended }: { suspended: NonNullable<MyDecisions['suspended']> }) {
  return (
    <div className="notice danger mb-8" role="status">
      <p className="font-semibold">
        {suspended.until ? (
          <Trans>
            Your account is suspended until <Day day={suspended.until} />.
          </Trans>
        ) : (
          <Trans>Your account is suspended until further notice.</Trans>
        )}
      </p>
      <p className="mt-1 text-ink-2">
        <Trans>
          You can read, take your data along and appeal, but not write here. Your credential is untouched: it
          says where you work, not how you behave.
        </Trans>
      </p>
    </div>
  );
}

function Reports() {
  const { t } = useLingui();
  const { data } = useQuery(myReportsQuery);
  if (!data || data.reports.length === 0) return null;
  const outcomes = { open: t`waits`, dismissed: t`nothing was done`, acted: t`something was done` };
  return (
    <section className="mt-12">
      <h2 className="pb-2">
        <Trans>What you reported</Trans>
      </h2>
      <ul className="border-b border-line">
        {data.reports.map(({ thing, reason, day, outcome }) => (
          <li
            key={`${thing.kind}${thing.id}${thing.part}`}
            className="flex flex-wrap gap-x-4 border-t border-line py-3 text-[0.95rem]"
          >
            <span>{t(thingWords(thing))}</span>
            <span className="text-ink-2">{t(reasonWords[reason])}</span>
            <span className="mr-auto text-ink-2">
              <Day day={day} />
            </span>
            <span>{outcomes[outcome]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decisions() {
  const { t } = useLingui();
  const { data, error, isPending } = useQuery(standingQuery);
  if (isPending) return <RowsSkeleton rows={2} />;
  if (error) return <ErrorNotice error={error} words={orderWords} />;
  return (
    <>
      {data.suspended ? <Suspended suspended={data.suspended} /> : null}
      {data.decisions.length === 0 ? (
        <Empty title={t`Nothing was decided about you`}>
          <Trans>
            Should a moderator hide something of yours or warn you, it stands here with the reason.
          </Trans>
        </Empty>
      ) : (
        <ul className="border-b border-line">
          {data.decisions.map((decision) => (
            <li key={decision.id} className="space-y-3 border-t border-line py-5">
              <Decided decision={decision} />
              {decision.appealable ? <AppealForm decision={decision.id} /> : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What was decided about the member, with the way to an appeal, and what came of their reports. */
export function StandingPage() {
  const { t } = useLingui();
  useTitle(t`Decisions about me`);
  return (
    <SignedIn>
      {() => (
        <Sheet
          title={<Trans>Decisions about me</Trans>}
          lead={
            <Trans>
              Who decided is a moderator of the named half; the desk of the other half is another one.
            </Trans>
          }
          aside={<Counts />}
        >
          <Decisions />
          <Reports />
        </Sheet>
      )}
    </SignedIn>
  );
}
