import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { HouseCase } from '@teahouse/contract/members';
import { membersPrefix } from '@teahouse/contract/members/paths';
import { useState } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { membersApi } from '../api.ts';
import { Sheet, Submit, useAction } from '../form.tsx';
import { SignedIn } from '../session.tsx';
import { DecideForm } from './decide-form.tsx';
import { Decided } from './decided.tsx';
import { Day, WordsField } from './parts.tsx';
import { caseQuery, useRefreshOrder } from './queries.ts';
import { orderWords, reasonWords, thingWords } from './words.ts';

const route = getRouteApi('/members/house/case/$case');

/** What a part of a page holds, as lines. */
function linesOf(content: unknown): string[] {
  if (typeof content === 'string') return [content];
  if (Array.isArray(content)) return content.map((one) => linesOf(one).join(' · '));
  if (content !== null && typeof content === 'object')
    return Object.values(content).flatMap(linesOf).filter(Boolean);
  return [];
}

/** The thing as it is now. */
function Shown({ shown }: { shown: HouseCase['shown'] }) {
  if (!shown)
    return (
      <p className="text-ink-2">
        <Trans>It was deleted since.</Trans>
      </p>
    );
  return (
    <div className="space-y-2" data-shown>
      {shown.hidden ? (
        <span className="chip">
          <Trans>Hidden</Trans>
        </span>
      ) : null}
      {[shown.text, ...linesOf(shown.content)].filter(Boolean).map((line) => (
        <p key={line} className="words border-l-2 border-line pl-4">
          {line}
        </p>
      ))}
      <div className="flex flex-wrap gap-3">
        {shown.pictures.map((picture) => (
          <img
            key={picture}
            src={`${membersPrefix}/pictures/${picture}`}
            alt=""
            className="max-h-60 max-w-full rounded-lg border border-line"
          />
        ))}
      </div>
    </div>
  );
}

function Notes({ found }: { found: HouseCase }) {
  const { t } = useLingui();
  const refresh = useRefreshOrder();
  const [words, setWords] = useState('');
  const write = useAction(async () => {
    await membersApi.noteHouseCase({ params: { case: found.id }, body: { words: words.trim() } });
    setWords('');
    await refresh();
  });
  return (
    <section>
      <h2 className="pb-2 text-ink">
        <Trans>Notes</Trans>
      </h2>
      {found.notes.map((note) => (
        <p key={`${note.by}${note.words}`} className="words border-t border-line py-2">
          <span className="text-ink-2">
            {note.by} · <Day day={note.day} />
          </span>
          <br />
          {note.words}
        </p>
      ))}
      <form
        className="space-y-3 pt-2"
        onSubmit={(event) => {
          event.preventDefault();
          void write.run();
        }}
      >
        <WordsField label={t`For other moderators`} value={words} most={2000} onChange={setWords} />
        {write.error ? <ErrorNotice error={write.error} words={orderWords} /> : null}
        <Submit pending={write.pending}>
          <Trans>Note it</Trans>
        </Submit>
      </form>
    </section>
  );
}

function Others({ others }: { others: HouseCase['others'] }) {
  const { t } = useLingui();
  if (others.length === 0) return null;
  return (
    <section>
      <h2 className="pb-2 text-ink">
        <Trans>Also open about this member</Trans>
      </h2>
      <ul>
        {others.map(({ id, kind, part, reports }) => (
          <li key={id} className="border-t border-line">
            <Link
              to="/house/case/$case"
              params={{ case: id }}
              className="link inline-flex min-h-11 items-center gap-2"
            >
              {t(thingWords({ kind, part }))} · <Plural value={reports} one="# report" other="# reports" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Assignment({ found, me }: { found: HouseCase; me: string }) {
  const refresh = useRefreshOrder();
  const mine = found.assignee?.id === me;
  const take = useAction(async () => {
    await membersApi.assignHouseCase({ params: { case: found.id }, body: { mine: !mine } });
    await refresh();
  });
  const holder = found.assignee?.name;
  return (
    <p className="flex min-h-11 flex-wrap items-center gap-x-4 text-ink-2">
      {holder && !mine ? <Trans>{holder} is looking at it.</Trans> : null}
      <button type="button" className="act" onClick={() => void take.run()}>
        {mine ? <Trans>Let it go</Trans> : <Trans>Take it</Trans>}
      </button>
      {take.error ? <ErrorNotice error={take.error} words={orderWords} /> : null}
    </p>
  );
}

function Case({ found, me }: { found: HouseCase; me: string }) {
  const { t } = useLingui();
  const { owner, thing, reported, decisions } = found;
  useTitle(t(thingWords(thing)));
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-x-20 gap-y-10 pt-8 sm:pt-14 lg:grid-cols-[minmax(0,40rem)_minmax(0,20rem)]">
      <div className="min-w-0 space-y-8">
        <div>
          <Link to="/house" search={{}} className="link">
            <Trans>Queue</Trans>
          </Link>
          <h1 className="mt-2">
            {t(thingWords(thing))} · {owner.name}
          </h1>
          <p className="flex flex-wrap items-center gap-x-4 text-ink-2">
            <Link to="/in/$handle" params={{ handle: owner.handle }} className="link">
              <Trans>Page of the member</Trans>
            </Link>
            {found.suspended ? (
              <span className="chip">
                <Trans>Suspended</Trans>
              </span>
            ) : null}
          </p>
          <Assignment found={found} me={me} />
        </div>
        <Shown shown={found.shown} />
        <section>
          <h2 className="pb-2">
            <Plural value={reported.length} one="# report" other="# reports" />
          </h2>
          <ul className="border-b border-line">
            {reported.map(({ by, reason, words, day }) => (
              <li key={by.id} className="border-t border-line py-3">
                <p className="flex flex-wrap gap-x-3">
                  <strong>{t(reasonWords[reason])}</strong>
                  <span className="text-ink-2">
                    {by.name} · <Day day={day} />
                  </span>
                </p>
                {words ? <p className="words">{words}</p> : null}
              </li>
            ))}
          </ul>
        </section>
        {decisions.length > 0 ? (
          <section>
            <h2 className="pb-2">
              <Trans>Decisions</Trans>
            </h2>
            <ul className="border-b border-line">
              {decisions.map((decision) => (
                <li key={decision.id} className="border-t border-line py-4">
                  <Decided decision={decision} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {found.own ? (
          <p className="notice">
            <Trans>This case is about you, or you reported it: somebody else decides it.</Trans>
          </p>
        ) : (
          <DecideForm key={decisions.length} found={found} />
        )}
      </div>
      <aside className="space-y-10 text-[0.95rem]">
        <Others others={found.others} />
        <Notes found={found} />
      </aside>
    </div>
  );
}

function Loaded({ id, me }: { id: string; me: string }) {
  const { t } = useLingui();
  const { data, error, isPending } = useQuery(caseQuery(id));
  if (isPending) return <PageSkeleton />;
  if (error)
    return (
      <Sheet title={t`Case`}>
        <ErrorNotice error={error} words={orderWords} />
      </Sheet>
    );
  return <Case found={data} me={me} />;
}

/** One case: what was reported, by whom and why, and what is done about it. */
export function CasePage() {
  const { case: id } = route.useParams();
  return <SignedIn>{(me) => <Loaded key={id} id={id} me={me.id} />}</SignedIn>;
}
