import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useState } from 'react';
import { currentLocale } from '../shell/locale.ts';
import { useTitle } from '../shell/use-title.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { membersApi } from './api.ts';
import { keepAddress, keepWay } from './confirm-address.ts';
import { memberWords } from './error-words.ts';
import { Field, Sheet, Submit, useAction } from './form.tsx';

function WhatHappens() {
  return (
    <div className="space-y-4">
      <h2 className="text-ink">
        <Trans>What happens with this</Trans>
      </h2>
      <p>
        <Trans>
          The account is your named half: profile, employer, devices. It is how the house knows that you are
          one of those who may speak.
        </Trans>
      </p>
      <p>
        <Trans>
          Then your device makes a key that we never see, and we sign it without being able to recognise it
          later. From there on no record leads back to this account.
        </Trans>
      </p>
      <p>
        <Link to="/about" className="link">
          <Trans>How it works, in plain words</Trans>
        </Link>
      </p>
    </div>
  );
}

/** Signing up. The answer is the same whether or not the address has an account. */
export function JoinPage() {
  const { t } = useLingui();
  useTitle(t`Join`);
  const navigate = useNavigate();
  const [short, setShort] = useState(false);
  const [byPasskey, setByPasskey] = useState(false);
  const join = useAction(async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const password = String(form.get('password') ?? '');
    const isShort = !byPasskey && password.length < membersLimits.passwordMin;
    setShort(isShort);
    if (isShort) return;
    const email = text('email');
    const asked = { email, name: text('name'), locale: currentLocale() };
    await membersApi.signUp({ body: byPasskey ? asked : { ...asked, password } });
    keepAddress(email);
    keepWay(byPasskey);
    await navigate({ to: '/confirm' });
  });
  return (
    <Sheet
      title={t`Join`}
      lead={t`With a private address: your employer's comes later, and only for one mail.`}
      aside={<WhatHappens />}
    >
      <form
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          void join.run(new FormData(event.currentTarget));
        }}
      >
        <Field label={t`Name`} name="name" autoComplete="name" required maxLength={membersLimits.nameMax} />
        <Field
          label={t`E-mail`}
          name="email"
          type="email"
          autoComplete="email"
          required
          maxLength={membersLimits.emailMax}
          hint={t`A private one, not your employer's.`}
        />
        {byPasskey ? (
          <p className="notice">
            <Trans>No password: your device makes a passkey when the code has come.</Trans>
          </p>
        ) : (
          <Field
            label={t`Password`}
            name="password"
            type="password"
            autoComplete="new-password"
            required
            maxLength={membersLimits.passwordMax}
            hint={t`At least ten characters. A sentence is easier to remember than a riddle.`}
            fault={short ? t`Ten characters at least.` : undefined}
          />
        )}
        <p>
          <button type="button" className="act" onClick={() => setByPasskey(!byPasskey)}>
            {byPasskey ? (
              <Trans>Rather a password</Trans>
            ) : (
              <Trans>Rather a passkey, without a password</Trans>
            )}
          </button>
        </p>
        {join.error ? <ErrorNotice error={join.error} words={memberWords} /> : null}
        <Submit pending={join.pending}>
          <Trans>Join</Trans>
        </Submit>
        <p className="text-ink-2">
          <Trans>
            Been here before?{' '}
            <Link to="/signin" className="link">
              Sign in
            </Link>
          </Trans>
        </p>
      </form>
    </Sheet>
  );
}
