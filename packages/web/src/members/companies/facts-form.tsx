import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { CompanyPage } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useId, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { Field, Submit, useAction } from '../form.tsx';
import { companyQuery, useRefresh } from './queries.ts';
import { companyWords } from './words.ts';

/** What a company says of itself, for those who speak for it. */
export function FactsForm({ company }: { company: string }) {
  const { data } = useQuery(companyQuery(company));
  // Of this form, which begins anew with each version.
  const [saved, setSaved] = useState(false);
  return data ? <Form key={data.version} page={data} saved={saved} onSaved={setSaved} /> : null;
}

function Form({
  page,
  saved,
  onSaved,
}: {
  page: CompanyPage;
  saved: boolean;
  onSaved: (saved: boolean) => void;
}) {
  const { t } = useLingui();
  const refresh = useRefresh();
  const { facts } = page;
  const [zh, setZh] = useState(facts?.about.zh ?? '');
  const [en, setEn] = useState(facts?.about.en ?? '');
  const [website, setWebsite] = useState(facts?.website ?? '');
  const [headquarters, setHeadquarters] = useState(facts?.headquarters ?? '');
  const [founded, setFounded] = useState(facts?.founded?.toString() ?? '');
  const save = useAction(async () => {
    const year = founded.trim() === '' ? null : Number(founded);
    const content = { about: { zh, en }, website: website.trim(), headquarters, founded: year };
    await membersApi.editCompany({
      params: { company: page.id },
      body: { version: page.version, facts: content },
    });
    onSaved(true);
    await refresh();
  });
  return (
    <form
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        onSaved(false);
        void save.run();
      }}
    >
      <Text label={t`About the company, in Chinese`} value={zh} onChange={setZh} lang="zh-CN" />
      <Text label={t`About the company, in English`} value={en} onChange={setEn} lang="en" />
      <Field
        label={t`Website`}
        type="url"
        placeholder="https://"
        pattern="https://.*"
        maxLength={membersLimits.companyWebsiteMax}
        value={website}
        onChange={(event) => setWebsite(event.target.value)}
      />
      <Field
        label={t`Headquarters`}
        maxLength={membersLimits.companyPlaceMax}
        value={headquarters}
        onChange={(event) => setHeadquarters(event.target.value)}
      />
      <Field
        label={t`Founded`}
        inputMode="numeric"
        pattern="[0-9]{4}"
        className="max-w-32"
        value={founded}
        onChange={(event) => setFounded(event.target.value)}
      />
      {save.error ? <ErrorNotice error={save.error} words={companyWords} /> : null}
      <div className="flex flex-wrap items-center gap-4">
        <Submit pending={save.pending}>
          <Trans>Save the page</Trans>
        </Submit>
        <span role="status" className="text-celadon">
          {saved ? <Trans>Saved; the version before stays in the history.</Trans> : null}
        </span>
      </div>
    </form>
  );
}

function Text(i: { label: string; value: string; lang: string; onChange: (text: string) => void }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{i.label}</label>
      <textarea
        id={id}
        rows={5}
        lang={i.lang}
        className="input"
        maxLength={membersLimits.companyAboutMax}
        value={i.value}
        onChange={(event) => i.onChange(event.target.value)}
      />
    </div>
  );
}
