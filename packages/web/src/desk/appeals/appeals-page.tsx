import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Appeal } from '@teahouse/contract/desk';
import { useState } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { langTag } from '../../talk/read/lang.ts';
import { painted } from '../../talk/text/painted.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { appealsQuery } from '../data/queries.ts';
import { State } from '../queue/chips.tsx';
import { useRoomName } from '../queue/use-names.ts';
import { deskWords } from '../words/error-words.ts';
import { CaseAppeal } from './case-appeal.tsx';

function Entry({ appeal }: { appeal: Appeal }) {
  const roomName = useRoomName();
  const { case: it } = appeal;
  return (
    <li className="grid gap-x-10 gap-y-3 py-6 md:grid-cols-2">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 text-[0.86rem] text-ink-2">
          {roomName(it.room)}
          <State state={it.state} />
        </p>
        <blockquote lang={langTag(null, it.excerpt)} dir="auto" className="mt-1">
          {painted(it.excerpt)}
        </blockquote>
        <Link
          to="/desk/case/$room/$post"
          params={{ room: it.room, post: it.post }}
          preload={false}
          className="act"
        >
          <Trans>Look at it in its thread</Trans>
        </Link>
      </div>
      <CaseAppeal appeal={appeal} />
    </li>
  );
}

function List({ state }: { state: 'open' | 'answered' }) {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    appealsQuery(state),
  );
  const appeals = data?.pages.flatMap((page) => page.appeals) ?? [];
  if (error) return <ErrorNotice error={error} words={deskWords} />;
  if (!data) return <RowsSkeleton rows={2} />;
  if (appeals.length === 0) {
    return (
      <p className="py-10 text-ink-2">
        {state === 'open' ? <Trans>No appeal waits.</Trans> : <Trans>None was answered yet.</Trans>}
      </p>
    );
  }
  return (
    <>
      <ul className="divide-y divide-line">
        {appeals.map((appeal) => (
          <Entry key={`${appeal.decision.room}/${appeal.decision.id}`} appeal={appeal} />
        ))}
      </ul>
      {hasNextPage ? (
        <button
          type="button"
          className="btn quiet mt-4"
          aria-disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          <Trans>Show more</Trans>
        </button>
      ) : null}
    </>
  );
}

/** What authors say against decisions. */
export function AppealsPage() {
  const { t } = useLingui();
  useTitle(t`Appeals`);
  const [state, setState] = useState<'open' | 'answered'>('open');
  const views = [
    { state: 'open', label: t`Open` },
    { state: 'answered', label: t`Answered` },
  ] as const;
  return (
    <div className="page pt-4 sm:pt-6">
      <h1 className="text-[1.5rem]">
        <Trans>Appeals</Trans>
      </h1>
      <p className="mt-1 max-w-[44rem] text-ink-2">
        <Trans>
          An author has one appeal for each decision and 14 days for it. Somebody answers it who did not
          decide.
        </Trans>
      </p>
      <div className="mt-3 flex gap-2 border-b border-line">
        {views.map((view) => (
          <button
            key={view.state}
            type="button"
            aria-pressed={state === view.state}
            onClick={() => setState(view.state)}
            className="min-h-11 border-b-2 border-transparent px-2 text-ink-2 aria-pressed:border-celadon aria-pressed:font-semibold aria-pressed:text-ink"
          >
            {view.label}
          </button>
        ))}
      </div>
      <List state={state} />
    </div>
  );
}
