import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Room } from '@teahouse/contract/talk';
import { talkLimits } from '@teahouse/contract/talk/limits';
import { useEffect } from 'react';
import { useTitle } from '../../../shell/use-title.ts';
import { SearchField } from '../../../ui/search-field.tsx';
import { RowsSkeleton } from '../../../ui/skeleton.tsx';
import { useName } from '../../../ui/use-name.ts';
import { useReading } from '../../read/reading.ts';
import { rooms as roomsReading } from '../../read/readings.ts';
import { clearSearches, rememberSearch, useSearches } from '../device/searches.ts';
import { fieldId } from '../lists/search-link.tsx';
import { Filters } from './filters.tsx';
import { type Question, searchSearch } from './question.ts';
import { Results } from './results.tsx';

/** After the focus has gone to the page's heading, as on every page. */
function useFocus(wanted: boolean): void {
  useEffect(() => {
    const timer = wanted ? setTimeout(() => document.getElementById(fieldId)?.focus(), 60) : undefined;
    return () => clearTimeout(timer);
  }, [wanted]);
}

const route = getRouteApi('/talk/talk/search');

/** Before anything is asked: what was asked before on this device, and how to ask. */
function Before() {
  const searches = useSearches();
  return (
    <div className="rise space-y-8 pt-2">
      {searches.length > 0 ? (
        <section>
          <div className="flex flex-wrap items-baseline justify-between gap-x-6">
            <h2>
              <Trans>Asked before</Trans>
            </h2>
            <button type="button" className="act" onClick={clearSearches}>
              <Trans>Forget these</Trans>
            </button>
          </div>
          <ul className="border-b border-line">
            {searches.map((q) => (
              <li key={q}>
                <Link
                  to="/talk/search"
                  search={{ q }}
                  className="flex min-h-12 items-center border-t border-line hover:text-celadon"
                >
                  <span className="truncate">{q}</span>
                </Link>
              </li>
            ))}
          </ul>
          <p className="pt-2 text-[0.86rem] text-ink-2">
            <Trans>This list stays on this device.</Trans>
          </p>
        </section>
      ) : null}
      <section className="max-w-[34rem] space-y-2 text-ink-2">
        <p>
          <Trans>
            Several words must all stand in a post. What is in quotation marks is looked for as it is written.
          </Trans>
        </p>
        <p>
          <Trans>The house keeps no record of what is looked for.</Trans>
        </p>
        <p>
          <Trans>
            What colleagues say among themselves is not found here: their room has a search of its own,
            inside.
          </Trans>
        </p>
      </section>
    </div>
  );
}

/** A room for colleagues is searched behind its door, where no question comes into an address or the browser's history. */
function SearchedInside({ room }: { room: Room }) {
  const name = useName();
  return (
    <div className="rise max-w-[34rem] space-y-4 border-t border-line py-8" data-searched-inside>
      <p>
        <Trans>
          Only colleagues read “{name(room.name)}”, so it is searched inside: above its threads is a field
          that leaves no words in an address or in the history of this browser.
        </Trans>
      </p>
      <Link to="/r/$room" params={{ room: room.id }} className="btn">
        <Trans>To the room</Trans>
      </Link>
    </div>
  );
}

/** Posts by their words, in all public rooms or in one. */
export function SearchPage() {
  const { t } = useLingui();
  const question = searchSearch(route.useSearch() as Record<string, unknown>);
  const navigate = route.useNavigate();
  const { q } = question;
  const { data: rooms, error } = useReading(roomsReading);
  const room = rooms?.find(({ id }) => id === question.room);
  const isClosed = room?.access === 'colleagues';
  // Until the rooms are known, nothing is asked of one that has the address of a closed one.
  const isUnknown = !rooms && !error && question.room?.startsWith('in-') === true;
  useFocus(q === undefined);
  useTitle(t`Search`);
  const change = (next: Question, replace = false) =>
    void navigate({ to: '/talk/search', search: next, replace });
  const ask = (words: string) => {
    rememberSearch(words);
    const { q: _, ...filters } = question;
    change(words === '' ? filters : { ...filters, q: words });
  };
  return (
    <div className="page">
      <div className="column">
        <h1 className="pt-6 pb-5 sm:pt-9">
          <Trans>Search in talk</Trans>
        </h1>
        {isClosed || isUnknown ? null : (
          <SearchField
            q={q ?? ''}
            label={t`Words to look for`}
            placeholder={t`Words, in Chinese or English`}
            id={fieldId}
            most={talkLimits.searchCharacters}
            onAsk={ask}
          >
            <Trans>Search</Trans>
          </SearchField>
        )}
        <div className="pt-4 pb-6">
          <Filters question={question} onChange={(next) => change(next, true)} />
        </div>
        {isUnknown ? (
          <RowsSkeleton rows={4} />
        ) : isClosed ? (
          <SearchedInside room={room} />
        ) : q === undefined ? (
          <Before />
        ) : (
          <Results key={q} question={{ ...question, q }} />
        )}
      </div>
    </div>
  );
}
