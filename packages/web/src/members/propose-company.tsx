import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useId } from 'react';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useName } from '../ui/use-name.ts';
import { membersApi } from './api.ts';
import { memberWords } from './error-words.ts';
import { Field, Submit, useAction } from './form.tsx';
import { membersDirectoryQuery } from './queries.ts';

interface ProposeProps {
  readonly domain: string;
  readonly proposed: boolean;
  readonly onProposed: () => void;
}

/** For a domain that nobody brought yet: name and trade, for an operator to look at. */
export function ProposeCompany({ domain, proposed, onProposed }: ProposeProps) {
  const { t } = useLingui();
  const name = useName();
  const select = useId();
  const directory = useQuery(membersDirectoryQuery);
  const propose = useAction(async (form: FormData) => {
    const text = (key: string) => String(form.get(key) ?? '').trim();
    const names = { zh: text('zh') || text('en'), en: text('en') || text('zh') };
    await membersApi.proposeCompany({ body: { name: names, industry: text('industry'), domain } });
    onProposed();
  });
  if (proposed) {
    return (
      <div role="status" className="notice rise">
        <p className="font-semibold">
          <Trans>Thank you. An operator looks at it.</Trans>
        </p>
        <p>
          <Trans>Come back in a day or two and enter your work address again.</Trans>
        </p>
      </div>
    );
  }
  return (
    <form
      className="rise space-y-5 border-t border-line pt-7"
      onSubmit={(event) => {
        event.preventDefault();
        void propose.run(new FormData(event.currentTarget));
      }}
    >
      <h2>
        <Trans>Propose the company behind {domain}</Trans>
      </h2>
      <Field label={t`Name in Chinese`} name="zh" maxLength={membersLimits.companyNameMax} />
      <Field label={t`Name in English`} name="en" required maxLength={membersLimits.companyNameMax} />
      <div className="field">
        <label htmlFor={select}>{t`Industry`}</label>
        <select id={select} name="industry" className="input" required defaultValue="">
          <option value="" disabled>
            {t`Choose`}
          </option>
          {directory.data?.industries.map((industry) => (
            <option key={industry.id} value={industry.id}>
              {name(industry.name)}
            </option>
          ))}
        </select>
      </div>
      {propose.error ? <ErrorNotice error={propose.error} words={memberWords} /> : null}
      <Submit pending={propose.pending}>
        <Trans>Propose it</Trans>
      </Submit>
    </form>
  );
}
