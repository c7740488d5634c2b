import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import type { Case, CaseView } from '@teahouse/contract/desk';
import type { Decision } from '@teahouse/contract/talk';
import { useEffect, useMemo, useState } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { useAction } from '../../ui/use-action.ts';
import { CaseAppeal } from '../appeals/case-appeal.tsx';
import { deskApi } from '../data/api.ts';
import { caseQuery, casesQuery } from '../data/queries.ts';
import { Key, KeyList } from '../frame/key-list.tsx';
import { useMe } from '../frame/me.tsx';
import { readAnew, useOfferUndo } from '../frame/undo.tsx';
import { useKeys } from '../frame/use-keys.ts';
import { Age, Appealed, Reasons, State } from '../queue/chips.tsx';
import { neighboursOf, nextOf } from '../queue/neighbours.ts';
import { keepPost, placeInQueue } from '../queue/place.ts';
import { deskWords } from '../words/error-words.ts';
import { CaseThread } from './case-thread.tsx';
import { DecideForm } from './decide-form.tsx';
import { Decisions, Reports } from './facts.tsx';
import { Notes } from './notes.tsx';
import { Similar } from './similar.tsx';

function Assignee({ it }: { it: Case }) {
  const me = useMe();
  const mine = it.assignee?.id === me.id;
  const assign = useAction(async () => {
    const { room, post } = it;
    await deskApi.assign({ params: { room, post }, body: { to: mine ? null : 'me' } });
    await readAnew();
  });
  const run = () => void assign.run();
  useKeys({ a: run });
  return (
    <>
      <button type="button" className="act" aria-disabled={assign.pending} onClick={run}>
        <Key>a</Key>
        {mine ? <Trans>Mine: put it back</Trans> : <Trans>Assign to me</Trans>}
      </button>
      {it.assignee && !mine ? (
        <span className="text-[0.88rem] text-ink-2">
          <Trans>with {it.assignee.name}</Trans>
        </span>
      ) : null}
      {assign.error ? <ErrorNotice error={assign.error} words={deskWords} /> : null}
    </>
  );
}

/** The way through the queue: back to it, the case before, the case after. */
function useWayOn(room: string, post: string) {
  const navigate = useNavigate();
  const me = useMe();
  const { data } = useInfiniteQuery(casesQuery(placeInQueue().search));
  const cases = useMemo(() => data?.pages.flatMap((page) => page.cases) ?? [], [data]);
  const at = { room, post };
  const go = (it: Case | undefined) =>
    it
      ? navigate({ to: '/desk/case/$room/$post', params: { room: it.room, post: it.post } })
      : navigate({ to: '/desk', search: placeInQueue().search });
  const { before, after } = neighboursOf(cases, at);
  useKeys({
    j: () => void (after && go(after)),
    k: () => void (before && go(before)),
    u: () => void navigate({ to: '/desk', search: placeInQueue().search }),
  });
  return () => go(nextOf(cases, at, me.id));
}

function Opened({ view, picked }: { view: CaseView; picked: string | undefined }) {
  const { case: it, banned } = view;
  const offer = useOfferUndo();
  const goOn = useWayOn(it.room, it.post);
  const [open, setOpen] = useState(false);
  useEffect(() => keepPost(it.post), [it.post]);
  useKeys(it.pictures > 0 ? { p: () => setOpen(!open) } : {});
  const onDecided = async (decision: Decision) => {
    offer(decision);
    await goOn();
    await readAnew();
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <State state={it.state} />
        <Appealed appeal={it.appeal} />
        <Reasons reasons={it.reasons} />
        {banned ? (
          <span className="chip border-cinnabar text-cinnabar">
            <Trans>alias banned from this thread</Trans>
          </span>
        ) : null}
        <span className="text-[0.88rem] text-ink-2">
          <Age day={it.day} />
        </span>
        <span className="ml-auto flex flex-wrap items-center gap-x-5">
          {it.pictures > 0 ? (
            <button type="button" className="act" aria-pressed={open} onClick={() => setOpen(!open)}>
              <Key>p</Key>
              {open ? <Trans>Cover the pictures</Trans> : <Trans>Show the pictures</Trans>}
            </button>
          ) : null}
          <Assignee it={it} />
        </span>
      </div>
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="min-w-0">
          <CaseThread view={view} open={open} />
          <Similar view={view} />
        </div>
        <div className="min-w-0 space-y-5 lg:sticky lg:top-3 lg:-mx-2 lg:max-h-[calc(100dvh-1.5rem)] lg:self-start lg:overflow-y-auto lg:px-2 lg:pb-3">
          {view.appeals.map((appeal) => (
            <CaseAppeal key={appeal.decision.id} appeal={appeal} />
          ))}
          <Reports reports={view.reports} />
          <DecideForm view={view} picked={picked} onDecided={onDecided} />
          <Decisions decisions={view.decisions} />
          <Notes view={view} />
        </div>
      </div>
    </>
  );
}

/** One post with everything that helps to decide about it. */
export function CasePage() {
  const { t } = useLingui();
  useTitle(t`Case`);
  const { room = '', post = '' } = useParams({ strict: false });
  const picked = useRouterState({ select: ({ location }) => location.state.pick });
  const { data, error } = useQuery(caseQuery(room, post));
  return (
    <div className="page pt-3 sm:pt-5">
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <Link to="/desk" search={placeInQueue().search} className="act">
          <Key>u</Key>
          <Trans>Back to the queue</Trans>
        </Link>
        <KeyList />
      </div>
      <h1 className="sr-only">
        <Trans>Case</Trans>
      </h1>
      {error ? <ErrorNotice error={error} words={deskWords} /> : null}
      {data ? (
        <Opened key={`${room}/${post}`} view={data} picked={picked} />
      ) : error ? null : (
        <PageSkeleton />
      )}
    </div>
  );
}
