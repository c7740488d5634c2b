import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { useName } from '../../ui/use-name.ts';
import { Sheet } from '../form.tsx';
import { membersDirectoryQuery, meQuery } from '../queries.ts';
import { companiesQuery, ownCompaniesQuery } from './queries.ts';
import { useRoleWords } from './role-words.ts';
import { companyWords } from './words.ts';

/** The ways to the desks of companies that one acts for. */
function Own() {
  const name = useName();
  const words = useRoleWords();
  const { data: me } = useQuery(meQuery);
  const { data } = useQuery({ ...ownCompaniesQuery, enabled: Boolean(me) });
  if (!data || data.companies.length === 0) return null;
  return (
    <section aria-labelledby="own-companies">
      <h2 id="own-companies" className="text-[1.05rem] text-ink">
        <Trans>You act for</Trans>
      </h2>
      <ul className="mt-1">
        {data.companies.map(({ id, name: own, roles }) => (
          <li key={id}>
            <Link
              to="/companies/$company/desk"
              params={{ company: id }}
              className="link inline-flex min-h-11 items-center"
            >
              {name(own)}
            </Link>{' '}
            <span>{roles.map((role) => words[role]).join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every company that the operator approved, by name or domain. */
export function CompaniesPage() {
  const { t } = useLingui();
  const name = useName();
  const id = useId();
  const [q, setQ] = useState('');
  const { data: directory } = useQuery(membersDirectoryQuery);
  const { data, error } = useQuery(companiesQuery(q.trim()));
  useTitle(t`Companies`);
  const industryName = (of: string) => {
    const known = directory?.industries.find((one) => one.id === of);
    return known ? name(known.name) : of;
  };
  return (
    <Sheet
      title={t`Companies`}
      lead={<Trans>What they say of themselves, their jobs, and what is said about them.</Trans>}
      aside={<Own />}
    >
      <div className="field pb-5">
        <label htmlFor={id}>{t`Name or domain`}</label>
        <input
          id={id}
          type="search"
          className="input"
          maxLength={80}
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
      </div>
      {error ? <ErrorNotice error={error} words={companyWords} /> : null}
      {data ? null : <RowsSkeleton rows={5} />}
      {data?.companies.length === 0 ? (
        <Empty title={t`No company found`}>
          <Trans>A company stands here once somebody proposed it and the operator looked at it.</Trans>
        </Empty>
      ) : null}
      <ul className="border-b border-line">
        {data?.companies.map((company) => (
          <li key={company.id} className="border-t border-line py-2" data-company={company.id}>
            <Link
              to="/companies/$company"
              params={{ company: company.id }}
              className="inline-flex min-h-11 items-center font-semibold hover:text-celadon"
            >
              {name(company.name)}
            </Link>
            <p className="pb-1 text-[0.88rem] text-ink-2">
              {industryName(company.industry)}
              <span aria-hidden="true"> · </span>
              <span className="break-words">{company.domains.join(', ')}</span>
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
