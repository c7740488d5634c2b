import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { useName } from '../../ui/use-name.ts';
import { Sheet } from '../form.tsx';
import { companyQuery, historyQuery } from './queries.ts';
import { companyWords } from './words.ts';

const route = getRouteApi('/members/companies/$company/history');

/** Every version of what a company said of itself. */
export function HistoryPage() {
  const { t } = useLingui();
  const { company } = route.useParams();
  const { data, error } = useQuery(historyQuery(company));
  const { data: page } = useQuery(companyQuery(company));
  const name = useName();
  useTitle(t`History`);
  if (!data && !error) return <PageSkeleton />;
  return (
    <Sheet
      title={page ? t`History of ${name(page.name)}` : t`History`}
      lead={<Trans>Each version of what the company said of itself. Nothing of it is taken away.</Trans>}
    >
      {error ? <ErrorNotice error={error} words={companyWords} /> : null}
      <ol className="border-b border-line">
        {data?.versions.map(({ version, day, by, facts }) => (
          <li key={version} className="border-t border-line py-4">
            <h2 className="text-[1.02rem]">
              <Trans>Version {version}</Trans>{' '}
              <span className="tabular text-[0.88rem] font-normal text-ink-2">
                {day}
                {by ? ` · ${by}` : ''}
              </span>
            </h2>
            {[facts.about.zh, facts.about.en]
              .filter((text) => text !== '')
              .map((text) => (
                <p key={text} className="mt-2 whitespace-pre-line">
                  {text}
                </p>
              ))}
            <p className="mt-2 text-[0.9rem] text-ink-2">
              {[facts.website, facts.headquarters, facts.founded].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ol>
      <p className="pt-5">
        <Link to="/companies/$company" params={{ company }} className="link">
          <Trans>Back to the company</Trans>
        </Link>
      </p>
    </Sheet>
  );
}
