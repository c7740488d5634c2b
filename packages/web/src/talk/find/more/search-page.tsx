import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { talkLimits } from '@teahouse/contract/talk/limits';
import { type FormEvent, useEffect, useRef } from 'react';
import { useTitle } from '../../../shell/use-title.ts';
import { clearSearches, rememberSearch, useSearches } from '../device/searches.ts';
import { fieldId } from '../lists/search-link.tsx';
import { Filters } from './filters.tsx';
import { type Question, searchSearch } from './question.ts';
import { Results } from './results.tsx';

const route = getRouteApi('/talk/talk/search');

/** The field. It asks when it is sent, not while it is written: nobody is told half a thought. */
function Field({ question, onAsk }: { question: Question; onAsk: (q: string) => void }) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  const { q = '' } = question;
  const isEmpty = q === '';
  useEffect(() => {
    if (field.current) field.current.value = q;
  }, [q]);
  useEffect(() => {
    // After the focus has gone to the page's heading, as on every page.
    const timer = isEmpty ? setTimeout(() => field.current?.focus(), 60) : undefined;
    return () => clearTimeout(timer);
  }, [isEmpty]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onAsk(field.current?.value.trim() ?? '');
  };
  return (
    <search>
      <form onSubmit={send} className="flex gap-3">
        <input
          ref={field}
          id={fieldId}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={talkLimits.searchCharacters}
          aria-label={t`Words to look for`}
          placeholder={t`Words, in Chinese or English`}
          autoComplete="off"
          enterKeyHint="search"
          className="input min-w-0 flex-1"
        />
        <button type="submit" className="btn">
          <Trans>Search</Trans>
        </button>
      </form>
    </search>
  );
}

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
      </section>
    </div>
  );
}

/** Posts by their words, in all public rooms or in one. */
export function SearchPage() {
  const { t } = useLingui();
  const question = searchSearch(route.useSearch() as Record<string, unknown>);
  const navigate = route.useNavigate();
  const { q } = question;
  useTitle(t`Search`);
  const change = (next: Question, replace = false) => void navigate({ search: next, replace });
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
        <Field question={question} onAsk={ask} />
        <div className="pt-4 pb-6">
          <Filters question={question} onChange={(next) => change(next, true)} />
        </div>
        {q === undefined ? <Before /> : <Results key={q} question={{ ...question, q }} />}
      </div>
    </div>
  );
}
