import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { SignedIn } from '../session.tsx';
import { CompaniesFoundList } from './companies.tsx';
import { PeopleFoundList } from './people.tsx';
import { PostsFoundList } from './posts.tsx';
import { asksPeople, type Kind, kinds, type Question, readQuestion } from './question.ts';

const route = getRouteApi('/members/search');
const tab =
  'inline-flex min-h-11 flex-none items-center border-b-2 px-0.5 text-[0.95rem] aria-[current=page]:border-celadon aria-[current=page]:font-semibold aria-[current=page]:text-ink';

/** It asks when it is sent, not while it is written. */
function Field({ q, onAsk }: { q: string; onAsk: (q: string) => void }) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current) field.current.value = q;
  }, [q]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onAsk(field.current?.value.trim() ?? '');
  };
  return (
    <search>
      <form onSubmit={send} className="flex gap-3">
        <input
          ref={field}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={80}
          aria-label={t`Search people, companies and posts`}
          placeholder={t`A name, a skill, a company`}
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

function Tabs({ question }: { question: Question }) {
  const { t } = useLingui();
  const words: Record<Kind, string> = { people: t`People`, companies: t`Companies`, posts: t`Posts` };
  const { q, of = 'people' } = question;
  return (
    <nav aria-label={t`People, companies or posts`} className="flex gap-6 border-b border-line text-ink-2">
      {kinds.map((one) => (
        <Link
          key={one}
          to="/search"
          search={{ ...(q && { q }), ...(one !== 'people' && { of: one }) }}
          activeOptions={{ exact: true }}
          aria-current={one === of ? 'page' : undefined}
          className={`${tab} ${one === of ? '' : 'border-transparent hover:text-ink'}`}
        >
          {words[one]}
        </Link>
      ))}
    </nav>
  );
}

function Nothing() {
  return (
    <div className="max-w-[36rem] space-y-3 text-ink-2">
      <p>
        <Trans>
          Type a name as it is written or as it sounds: 王伟, wangwei and wang wei find the same people. A
          slip of the finger does no harm.
        </Trans>
      </p>
      <p>
        <Trans>What you look for is written down nowhere.</Trans>
      </p>
    </div>
  );
}

function Results({ question, onChange }: { question: Question; onChange: (next: Question) => void }) {
  if (question.of === 'companies')
    return question.q || question.industry ? (
      <CompaniesFoundList question={question} onChange={onChange} />
    ) : (
      <Nothing />
    );
  if (question.of === 'posts') return question.q ? <PostsFoundList question={question} /> : <Nothing />;
  return asksPeople(question) ? <PeopleFoundList question={question} onChange={onChange} /> : <Nothing />;
}

/** Search in the named half: people, companies, posts. */
export function SearchPage() {
  const { t } = useLingui();
  useTitle(t`Search`);
  const navigate = useNavigate();
  const question = readQuestion(route.useSearch() as Record<string, unknown>);
  const show = (next: Question) => void navigate({ to: '/search', search: next });
  const { q: _, ...narrowed } = question;
  return (
    <SignedIn>
      {() => (
        <div className="page">
          <h1 className="pt-8 pb-4 sm:pt-14">
            <Trans>Search</Trans>
          </h1>
          <div className="max-w-[44rem]">
            <Field q={question.q ?? ''} onAsk={(q) => show({ ...narrowed, ...(q && { q }) })} />
          </div>
          <div className="pt-4">
            <Tabs question={question} />
          </div>
          <div className="pt-6">
            <Results question={question} onChange={show} />
          </div>
        </div>
      )}
    </SignedIn>
  );
}
