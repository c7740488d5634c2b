import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { OpenToWork } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useDeferredValue, useState } from 'react';
import { useName } from '../../ui/use-name.ts';
import { Field } from '../form.tsx';
import { companiesQuery } from '../queries.ts';

type Company = OpenToWork['employers'][number];
const shown = 5;

/** Companies that never learn of it: those the house knows by itself, and those the member names. */
export function HiddenFrom({
  employers,
  hidden,
  onChange,
}: {
  employers: readonly Company[];
  hidden: readonly Company[];
  onChange: (hidden: Company[]) => void;
}) {
  const { t } = useLingui();
  const name = useName();
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search.trim());
  const { data } = useQuery({ ...companiesQuery(asked), enabled: asked !== '' });
  const known = new Set([...employers, ...hidden].map(({ id }) => id));
  const found =
    asked === '' ? [] : (data?.companies ?? []).filter(({ id }) => !known.has(id)).slice(0, shown);
  return (
    <fieldset>
      <legend className="font-semibold">
        <Trans>Who never learns of it</Trans>
      </legend>
      <p className="text-[0.86rem] text-ink-2">
        <Trans>
          Own employers, present and past, and all companies of the same group never do. Name others here,
          such as one that you have not proved.
        </Trans>
      </p>
      <ul className="mt-2 flex flex-wrap gap-2">
        {employers.map((company) => (
          <li key={company.id} className="inline-flex min-h-11 items-center rounded-full bg-paper-2 px-4">
            {name(company.name)}
          </li>
        ))}
        {hidden.map((company) => {
          const called = name(company.name);
          return (
            <li key={company.id}>
              <button
                type="button"
                className="inline-flex min-h-11 items-center gap-2 rounded-full border border-celadon bg-celadon-soft px-4"
                aria-label={t`Take out ${called}`}
                onClick={() => onChange(hidden.filter(({ id }) => id !== company.id))}
              >
                {called} <span aria-hidden>×</span>
              </button>
            </li>
          );
        })}
      </ul>
      {hidden.length < membersLimits.openHiddenMax ? (
        <div className="mt-2">
          <Field
            label={t`Another company`}
            type="search"
            autoComplete="off"
            value={search}
            placeholder={t`Name or mail domain`}
            onChange={(event) => setSearch(event.target.value)}
          />
          <ul>
            {found.map((company) => (
              <li key={company.id}>
                <button
                  type="button"
                  className="flex min-h-11 w-full items-center border-b border-line text-left hover:text-celadon"
                  onClick={() => {
                    onChange([...hidden, { id: company.id, name: company.name }]);
                    setSearch('');
                  }}
                >
                  {name(company.name)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </fieldset>
  );
}
