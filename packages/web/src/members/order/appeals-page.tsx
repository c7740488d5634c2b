import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { HouseAppeals } from '@teahouse/contract/members';
import { useState } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { Paged } from '../paged.tsx';
import { SignedIn } from '../session.tsx';
import { Decided } from './decided.tsx';
import { HouseTabs, WordsField } from './parts.tsx';
import { appealsQuery, useRefreshOrder } from './queries.ts';
import { orderWords } from './words.ts';

function Answer({ appeal }: { appeal: HouseAppeals['appeals'][number] }) {
  const { t } = useLingui();
  const refresh = useRefreshOrder();
  const [words, setWords] = useState('');
  const answer = useAction(async (grant: boolean) => {
    await membersApi.answerHouseAppeal({
      params: { decision: appeal.id },
      body: { grant, words: words.trim() },
    });
    await refresh();
  });
  if (appeal.own)
    return (
      <p className="text-[0.92rem] text-ink-2">
        <Trans>Another moderator answers this one: you decided it, or it is about you.</Trans>
      </p>
    );
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event.nativeEvent as SubmitEvent;
        void answer.run(submitter?.getAttribute('value') === 'grant');
      }}
    >
      <WordsField label={t`Answer`} value={words} most={1000} onChange={setWords} />
      {answer.error ? <ErrorNotice error={answer.error} words={orderWords} /> : null}
      <p className="flex flex-wrap gap-3">
        <button type="submit" value="grant" className="btn">
          <Trans>Take the decision back</Trans>
        </button>
        <button type="submit" value="refuse" className="btn quiet">
          <Trans>Leave it as it is</Trans>
        </button>
      </p>
    </form>
  );
}

function Appeals() {
  const { t } = useLingui();
  const pages = useInfiniteQuery(appealsQuery);
  const appeals = pages.data?.pages.flatMap((page) => page.appeals) ?? [];
  return (
    <Paged
      pages={pages}
      count={appeals.length}
      words={orderWords}
      empty={
        <Empty title={t`No appeal waits`}>
          <Trans>Who was decided about may ask that somebody else looks again.</Trans>
        </Empty>
      }
    >
      {appeals.map((appeal) => (
        <li key={appeal.id} className="max-w-[44rem] space-y-4 border-t border-line py-5" data-appeal>
          <Link
            to="/house/case/$case"
            params={{ case: appeal.case }}
            className="inline-flex min-h-11 items-center font-semibold hover:text-celadon"
          >
            {appeal.owner.name}
          </Link>
          <Decided decision={appeal} />
          <Answer appeal={appeal} />
        </li>
      ))}
    </Paged>
  );
}

/** Appeals that wait for another moderator than the one who decided. */
export function AppealsPage() {
  const { t } = useLingui();
  useTitle(t`Appeals`);
  return (
    <SignedIn>
      {() => (
        <div className="page">
          <h1 className="pt-8 pb-4 sm:pt-14">
            <Trans>Order in the named half</Trans>
          </h1>
          <HouseTabs here="appeals" />
          <div className="pt-4">
            <Appeals />
          </div>
        </div>
      )}
    </SignedIn>
  );
}
