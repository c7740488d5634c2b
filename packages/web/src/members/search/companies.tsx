import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty } from '../../ui/empty.tsx';
import { useName } from '../../ui/use-name.ts';
import { Paged } from '../paged.tsx';
import { membersDirectoryQuery } from '../queries.ts';
import { companiesFoundQuery } from './queries.ts';
import type { Question } from './question.ts';
import { searchWords } from './words.ts';

const pill =
  'inline-flex min-h-11 items-center gap-2 rounded-full border border-line px-4 text-[0.9rem] text-ink-2 hover:text-ink aria-pressed:border-celadon aria-pressed:bg-celadon-soft aria-pressed:text-ink';

/** Companies that fit, each with the way to its people. */
export function CompaniesFoundList({
  question,
  onChange,
}: {
  question: Question;
  onChange: (next: Question) => void;
}) {
  const { t } = useLingui();
  const name = useName();
  const { data: directory } = useQuery(membersDirectoryQuery);
  const pages = useInfiniteQuery(companiesFoundQuery(question));
  const found = pages.data?.pages.flatMap((page) => page.found) ?? [];
  const industries = pages.data?.pages[0]?.industries ?? [];
  const industryName = (id: string) => {
    const known = directory?.industries.find((one) => one.id === id);
    return known ? name(known.name) : id;
  };
  const { industry, ...rest } = question;
  return (
    <>
      {industries.length > 1 || industry ? (
        <div className="flex flex-wrap gap-2.5 pb-5">
          {industries.map(({ id, count }) => (
            <button
              key={id}
              type="button"
              aria-pressed={id === industry}
              className={pill}
              onClick={() => onChange(id === industry ? rest : { ...rest, industry: id })}
            >
              {industryName(id)} <span className="tabular">{count}</span>
            </button>
          ))}
        </div>
      ) : null}
      <Paged
        words={searchWords}
        pages={pages}
        count={found.length}
        empty={
          <Empty title={t`No company found`}>
            <Trans>A company stands here once somebody proposed it and the operator looked at it.</Trans>
          </Empty>
        }
      >
        {found.map((company) => {
          const own = name(company.name);
          return (
            <li
              key={company.id}
              className="flex flex-wrap items-center gap-x-5 border-t border-line py-4 first:border-t-0"
            >
              <div className="mr-auto min-w-0">
                <Link
                  to="/companies/$company"
                  params={{ company: company.id }}
                  className="-my-1.5 inline-flex min-h-11 items-center font-semibold hover:text-celadon"
                >
                  {own}
                </Link>
                <p className="text-[0.9rem] text-ink-2">
                  {industryName(company.industry)} · {company.domains.join(', ')}
                </p>
              </div>
              <Link
                to="/search"
                search={{ company: company.id }}
                className="act"
                aria-label={t`People of ${own}`}
              >
                <Trans>People</Trans>
              </Link>
            </li>
          );
        })}
      </Paged>
    </>
  );
}
