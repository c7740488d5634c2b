import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link, useLocation } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useDayWords } from '../inbox/day-words.ts';
import { useReading } from '../read/reading.ts';
import { DecisionLine } from './decision-line.tsx';
import { byDay, decisionsOf, type LogRead, readOlder } from './decision-log.ts';
import { LogFilters } from './log-filters.tsx';
import { type LogQuery, queryOf } from './log-question.ts';

const route = getRouteApi('/talk/log/decisions');

function Lines({ read, query }: { read: LogRead; query: LogQuery }) {
  const dayWords = useDayWords();
  const { hash } = useLocation();
  const older = useAction(() => readOlder(query));
  const found = read.decisions.some(({ id }) => hash === `d-${id}`);
  // The line that somebody was sent to comes after the page does.
  useEffect(() => {
    if (found) document.getElementById(hash)?.scrollIntoView({ block: 'center' });
  }, [found, hash]);
  if (read.decisions.length === 0) {
    return (
      <p className="border-t border-line py-8 text-ink-2">
        <Trans>Nothing of this kind was decided.</Trans>
      </p>
    );
  }
  return (
    <>
      {byDay(read.decisions).map(({ day, decisions }) => (
        <section key={day} className="pt-5">
          <h2 className="flex flex-wrap items-baseline gap-x-3 pb-2 text-[1.05rem]">
            <time dateTime={day}>{dayWords(day)}</time>
            <span className="tabular font-normal font-sans text-[0.86rem] text-ink-2">
              <Plural value={decisions.length} one="# decision" other="# decisions" />
            </span>
          </h2>
          <ol>
            {decisions.map((decision) => (
              <DecisionLine key={decision.id} decision={decision} marked={hash === `d-${decision.id}`} />
            ))}
          </ol>
        </section>
      ))}
      {older.error ? <ErrorNotice error={older.error} /> : null}
      {read.next === null ? null : (
        <button
          type="button"
          className="btn quiet mt-4"
          disabled={older.pending}
          onClick={() => void older.run()}
        >
          <Trans>Older decisions</Trans>
        </button>
      )}
    </>
  );
}

/** The moderation log: every decision, with its reason, and where it stands in the log that nobody can change. */
export function DecisionsPage() {
  const { t } = useLingui();
  useTitle(t`Decisions`);
  const question = route.useSearch();
  const navigate = route.useNavigate();
  const query = useMemo(() => queryOf(question), [question]);
  const { data, error } = useReading(decisionsOf(query));
  return (
    <div className="page pt-8 sm:pt-12">
      <div className="column">
        <h1>
          <Trans>What was decided</Trans>
        </h1>
        <p className="mt-3 mb-5 text-ink-2">
          <Trans>
            Whatever is done about a post stands here, with the rule and the reason, by the role of whoever
            did it. Each decision also enters talk's log, in which nothing can be changed afterwards.
            Decisions in rooms for colleagues are read in their rooms only; the log counts them.
          </Trans>{' '}
          <Link to="/rules" className="link">
            <Trans>The rules</Trans>
          </Link>
        </p>
        <LogFilters
          question={question}
          onChange={(search) => void navigate({ to: '/log/decisions', search, replace: true })}
        />
        {error ? (
          <div className="pt-5">
            <ErrorNotice error={error} />
          </div>
        ) : null}
        {data ? <Lines read={data} query={query} /> : null}
        {data || error ? null : (
          <div className="pt-5">
            <RowsSkeleton rows={4} />
          </div>
        )}
        <p className="pt-8">
          <Link to="/transparency" className="link inline-flex min-h-11 items-center">
            <Trans>All of it counted, month by month</Trans>
          </Link>
        </p>
      </div>
    </div>
  );
}
