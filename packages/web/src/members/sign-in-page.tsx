import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { ApiError } from '@teahouse/client/errors';
import type { Me } from '@teahouse/contract/members';
import { useState } from 'react';
import { useTitle } from '../shell/use-title.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { membersApi } from './api.ts';
import { keepAddress, keptAddress } from './confirm-address.ts';
import { memberWords } from './error-words.ts';
import { Field, Sheet, Submit, useAction } from './form.tsx';
import { signInByPasskey } from './passkey.ts';
import { useSetMe } from './queries.ts';

type Way = (comeBack: boolean) => Promise<Me>;

/** Signing in to the named half. */
export function SignInPage() {
  const { t } = useLingui();
  useTitle(t`Sign in`);
  const navigate = useNavigate();
  const setMe = useSetMe();
  // How it was tried last: an account on its way out is asked about, and then tried once more in the same way.
  const [way, setWay] = useState<{ enter: Way }>();
  const signIn = useAction(async (enter: Way, comeBack: boolean) => {
    setWay({ enter });
    setMe(await enter(comeBack));
    await navigate({ to: '/home' });
  });
  const byPassword =
    (form: FormData): Way =>
    (comeBack) => {
      const email = String(form.get('email') ?? '').trim();
      keepAddress(email);
      return membersApi.signIn({ body: { email, password: String(form.get('password') ?? ''), comeBack } });
    };
  return (
    <Sheet title={t`Sign in`} lead={t`To the named half. To read or to speak in talk nobody signs in.`}>
      <form
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          void signIn.run(byPassword(new FormData(event.currentTarget)), false);
        }}
      >
        <Field
          label={t`E-mail`}
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={keptAddress()}
          required
        />
        <Field label={t`Password`} name="password" type="password" autoComplete="current-password" required />
        {signIn.error ? (
          <ErrorNotice error={signIn.error} words={memberWords}>
            {signIn.code === 'email-unconfirmed' ? (
              <Link to="/confirm" className="link inline-flex min-h-11 items-center">
                <Trans>Enter the code</Trans>
              </Link>
            ) : null}
            {signIn.code === 'account-leaving' && way ? (
              <ComeBack error={signIn.error} onYes={() => void signIn.run(way.enter, true)} />
            ) : null}
          </ErrorNotice>
        ) : null}
        <div className="flex flex-wrap gap-3">
          <Submit pending={signIn.pending}>
            <Trans>Sign in</Trans>
          </Submit>
          <button
            type="button"
            className="btn quiet"
            onClick={() => void signIn.run((comeBack) => signInByPasskey(comeBack), false)}
          >
            <Trans>Use a passkey</Trans>
          </button>
        </div>
        <ul className="text-ink-2">
          <li>
            <Link
              to="/account/$way"
              params={{ way: 'reset' }}
              className="link inline-flex min-h-11 items-center"
            >
              <Trans>I forgot the password</Trans>
            </Link>
          </li>
          <li>
            <Trans>
              New here?{' '}
              <Link to="/join" className="link">
                Join
              </Link>
            </Trans>
          </li>
        </ul>
      </form>
    </Sheet>
  );
}

function ComeBack({ error, onYes }: { error: unknown; onYes: () => void }) {
  const { i18n } = useLingui();
  const day = error instanceof ApiError ? error.detail : undefined;
  const on = new Intl.DateTimeFormat(i18n.locale === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(day ? new Date(day) : undefined);
  return (
    <div className="mt-2 space-y-3">
      <p>
        <Trans>It is deleted for good on {on}.</Trans>
      </p>
      <button type="button" className="btn" onClick={onYes}>
        <Trans>Come back</Trans>
      </button>
    </div>
  );
}
