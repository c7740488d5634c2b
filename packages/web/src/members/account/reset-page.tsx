import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useState } from 'react';
import { currentLocale } from '../../shell/locale.ts';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import type { ErrorDictionary } from '../../ui/error-words.ts';
import { membersApi } from '../api.ts';
import { keepAddress, keptAddress } from '../confirm-address.ts';
import { DemoMailHint } from '../demo-mail.tsx';
import { Field, Sheet, Submit, useAction } from '../form.tsx';
import { accountWords } from './words.ts';

const resetWords: ErrorDictionary = {
  ...accountWords,
  'code-wrong': {
    what: msg`That is not the code, or it is too old.`,
    next: msg`Look at the mail again, or have another one sent.`,
  },
};

function AskForCode({ onSent }: { onSent: (address: string) => void }) {
  const { t } = useLingui();
  const start = useAction(async (form: FormData) => {
    const email = String(form.get('email') ?? '').trim();
    await membersApi.startReset({ body: { email, locale: currentLocale() } });
    keepAddress(email);
    onSent(email);
  });
  return (
    <form
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        void start.run(new FormData(event.currentTarget));
      }}
    >
      <Field
        label={t`E-mail`}
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={keptAddress()}
        required
        maxLength={membersLimits.emailMax}
      />
      {start.error ? <ErrorNotice error={start.error} words={accountWords} /> : null}
      <Submit pending={start.pending}>
        <Trans>Send the code</Trans>
      </Submit>
    </form>
  );
}

function NewPassword({ address, onAgain }: { address: string; onAgain: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const finish = useAction(async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '');
    await membersApi.finishReset({
      body: { email: address, code: text('code'), password: text('password') },
    });
    await navigate({ to: '/signin' });
  });
  return (
    <form
      className="rise space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        void finish.run(new FormData(event.currentTarget));
      }}
    >
      <p>
        <Trans>
          If there is an account by {address}, a code is on its way. It counts for an hour, and so does one
          that came just before.
        </Trans>
      </p>
      <Field
        label={t`Code from the mail`}
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        required
        maxLength={20}
        className="tabular max-w-72 text-center font-mono text-[1.25rem] tracking-[0.2em]"
        hint={t`Ten letters and digits. Capitals and hyphens don't matter.`}
      />
      <Field
        label={t`New password`}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={membersLimits.passwordMin}
        maxLength={membersLimits.passwordMax}
        hint={t`At least ten characters. A sentence is easier to remember than a riddle.`}
      />
      {finish.error ? <ErrorNotice error={finish.error} words={resetWords} /> : null}
      <div className="flex flex-wrap gap-3">
        <Submit pending={finish.pending}>
          <Trans>Set the password</Trans>
        </Submit>
        <button type="button" className="btn quiet" onClick={onAgain}>
          <Trans>Another code</Trans>
        </button>
      </div>
      <DemoMailHint />
    </form>
  );
}

/** A forgotten password. What the page says is the same whether or not there is an account. */
export function ResetPage() {
  const { t } = useLingui();
  useTitle(t`A new password`);
  const [address, setAddress] = useState<string>();
  return (
    <Sheet
      title={t`A new password`}
      lead={t`With a code to your address. All devices are signed out then, and access tokens end.`}
      aside={
        <p>
          <Trans>
            Your masks and your key are not in the account and can't be reset. If you lost those, you need
            your{' '}
            <Link to="/restore" className="link">
              24 words
            </Link>
            .
          </Trans>
        </p>
      }
    >
      {address ? (
        <NewPassword address={address} onAgain={() => setAddress(undefined)} />
      ) : (
        <AskForCode onSent={setAddress} />
      )}
    </Sheet>
  );
}
