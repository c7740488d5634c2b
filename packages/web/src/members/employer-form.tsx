import { Trans, useLingui } from '@lingui/react/macro';
import type { Company } from '@teahouse/contract/members';
import { useState } from 'react';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useName } from '../ui/use-name.ts';
import { membersApi } from './api.ts';
import { memberWords } from './error-words.ts';
import { Field, Submit, useAction } from './form.tsx';
import { ProposeCompany } from './propose-company.tsx';
import { CompanyPick } from './verification/company-pick.tsx';
import type { Started } from './work-page.tsx';

/** Employer by name, and the address there. Who is not in the list can go on all the same: the address decides. */
export function EmployerForm({ onStarted }: { onStarted: (started: Started) => void }) {
  const { t } = useLingui();
  const name = useName();
  const [picked, setPicked] = useState<Company>();
  const [email, setEmail] = useState('');
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
        <CompanyPick
          picked={picked}
          onPick={setPicked}
          unknown={t`Enter your work address all the same; you can propose the company then.`}
        />
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
