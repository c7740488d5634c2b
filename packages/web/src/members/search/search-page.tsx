import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTitle } from '../../shell/use-title.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { SignedIn } from '../session.tsx';
import { CompaniesFoundList } from './companies.tsx';
import { PeopleFoundList } from './people.tsx';
import { PostsFoundList } from './posts.tsx';
import { asksPeople, type Kind, kinds, type Question, readQuestion } from './question.ts';

const route = getRouteApi('/members/search');
const tab =
  'inline-flex min-h-11 flex-none items-center border-b-2 px-0.5 text-[0.95rem] aria-[current=page]:border-celadon aria-[current=page]:font-semibold aria-[current=page]:text-ink';

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
            <SearchField
              q={question.q ?? ''}
              label={t`Search people, companies and posts`}
              placeholder={t`A name, a skill, a company`}
              most={80}
              onAsk={(q) => show({ ...narrowed, ...(q && { q }) })}
            >
              <Trans>Search</Trans>
            </SearchField>
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
