import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Company } from '@teahouse/contract/members';
import { useDeferredValue, useState } from 'react';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useName } from '../ui/use-name.ts';
import { membersApi } from './api.ts';
import { memberWords } from './error-words.ts';
import { Field, Submit, useAction } from './form.tsx';
import { ProposeCompany } from './propose-company.tsx';
import { companiesQuery } from './queries.ts';
import type { Started } from './work-page.tsx';

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

/** Employer by name, and the address there. Who is not in the list can go on all the same: the address decides. */
export function EmployerForm({ onStarted }: { onStarted: (started: Started) => void }) {
  const { t } = useLingui();
  const name = useName();
  const [search, setSearch] = useState('');
  const [picked, setPicked] = useState<Company>();
  const [email, setEmail] = useState('');
  const companies = useQuery(companiesQuery(useDeferredValue(search)));
  const list = companies.data?.companies.slice(0, shown) ?? [];
  const domain = email.split('@')[1] ?? '';
  /** The domain that was proposed from here. */
  const [proposed, setProposed] = useState<string>();
  const start = useAction(async () => {
    const company = picked ? { company: picked.id } : {};
    onStarted(await membersApi.startEmployment({ body: { email: email.trim(), ...company } }));
  });
  const employer = picked ? name(picked.name) : '';
  return (
    <div className="rise space-y-8">
      <form
        className="space-y-6"
        onSubmit={(event) => {
          event.preventDefault();
          void start.run();
        }}
      >
        <div>
          <Field
            label={t`Employer`}
            type="search"
            autoComplete="organization"
            value={search}
            placeholder={t`Name or mail domain`}
            onChange={(event) => {
              setSearch(event.target.value);
              setPicked(undefined);
            }}
          />
          <fieldset className="mt-2">
            <legend className="sr-only">{t`Known companies`}</legend>
            {list.map((company) => (
              <Choice
                key={company.id}
                company={company}
                checked={company.id === picked?.id}
                onPick={() => setPicked(company)}
              />
            ))}
          </fieldset>
          {companies.isPending ? <p className="shimmer min-h-11 pt-2 text-ink-2">…</p> : null}
          {companies.data && list.length === 0 ? (
            <p className="pt-2 text-[0.92rem] text-ink-2" role="status">
              <Trans>
                Not known yet. Enter your work address all the same; you can propose the company then.
              </Trans>
            </p>
          ) : null}
        </div>
        <Field
          label={t`Work address`}
          type="email"
          name="email"
          autoComplete="work email"
          required
          value={email}
          placeholder={picked?.domains[0] ? t`you@${picked.domains[0]}` : undefined}
          hint={picked ? <Trans>The address that {employer} gave you.</Trans> : undefined}
          onChange={(event) => {
            setEmail(event.target.value);
            start.setError(undefined);
          }}
        />
        {start.error && proposed !== domain ? <ErrorNotice error={start.error} words={memberWords} /> : null}
        <Submit pending={start.pending}>
          <Trans>Send the code</Trans>
        </Submit>
      </form>
      {start.code === 'unknown-domain' ? (
        <ProposeCompany
          domain={domain}
          proposed={proposed === domain}
          onProposed={() => setProposed(domain)}
        />
      ) : null}
    </div>
  );
}
