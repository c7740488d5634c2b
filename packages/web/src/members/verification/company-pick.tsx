import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Company } from '@teahouse/contract/members';
import { useDeferredValue, useState } from 'react';
import { useName } from '../../ui/use-name.ts';
import { Field } from '../form.tsx';
import { companiesQuery } from '../queries.ts';

const shown = 6;

function Choice({ company, checked, onPick }: { company: Company; checked: boolean; onPick: () => void }) {
  const name = useName();
  return (
    <label className="flex min-h-12 cursor-pointer items-center gap-3 border-b border-line py-1.5">
      <input
        type="radio"
        name="company"
        className="h-5 w-5 accent-celadon"
        checked={checked}
        onChange={onPick}
      />
      <span className="mr-auto font-semibold">{name(company.name)}</span>
      <span className="truncate text-[0.86rem] text-ink-2">{company.domains[0]}</span>
    </label>
  );
}

interface CompanyPickProps {
  readonly picked: Company | undefined;
  readonly onPick: (company: Company | undefined) => void;
  /** What to do when it isn't in the list. */
  readonly unknown: string;
}

/** An employer by name, out of those that are known. */
export function CompanyPick({ picked, onPick, unknown }: CompanyPickProps) {
  const { t } = useLingui();
  const [search, setSearch] = useState('');
  const companies = useQuery(companiesQuery(useDeferredValue(search)));
  const list = companies.data?.companies.slice(0, shown) ?? [];
  return (
    <div>
      <Field
        label={t`Employer`}
        type="search"
        autoComplete="organization"
        value={search}
        placeholder={t`Name or mail domain`}
        onChange={(event) => {
          setSearch(event.target.value);
          onPick(undefined);
        }}
      />
      <fieldset className="mt-2">
        <legend className="sr-only">{t`Known companies`}</legend>
        {list.map((company) => (
          <Choice
            key={company.id}
            company={company}
            checked={company.id === picked?.id}
            onPick={() => onPick(company)}
          />
        ))}
      </fieldset>
      {companies.isPending ? <p className="shimmer min-h-11 pt-2 text-ink-2">…</p> : null}
      {companies.data && list.length === 0 ? (
        <p className="pt-2 text-[0.92rem] text-ink-2" role="status">
          <Trans>Not known yet.</Trans> {unknown}
        </p>
      ) : null}
    </div>
  );
}
