import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTitle } from '../shell/use-title.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { membersApi } from './api.ts';
import { keepAddress } from './confirm-address.ts';
import { memberWords } from './error-words.ts';
import { Field, Sheet, Submit, useAction } from './form.tsx';
import { useSetMe } from './queries.ts';

/** Signing in to the named half. */
export function SignInPage() {
  const { t } = useLingui();
  useTitle(t`Sign in`);
  const navigate = useNavigate();
  const setMe = useSetMe();
  const signIn = useAction(async (form: FormData) => {
    const email = String(form.get('email') ?? '').trim();
    keepAddress(email);
    setMe(await membersApi.signIn({ body: { email, password: String(form.get('password') ?? '') } }));
    await navigate({ to: '/home' });
  });
  return (
    <Sheet title={t`Sign in`} lead={t`To the named half. To read or to speak in talk nobody signs in.`}>
      <form
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          void signIn.run(new FormData(event.currentTarget));
        }}
      >
        <Field label={t`E-mail`} name="email" type="email" autoComplete="username" required />
        <Field label={t`Password`} name="password" type="password" autoComplete="current-password" required />
        {signIn.error ? (
          <ErrorNotice error={signIn.error} words={memberWords}>
            {signIn.code === 'email-unconfirmed' ? (
              <Link to="/confirm" className="link inline-flex min-h-11 items-center">
                <Trans>Enter the code</Trans>
              </Link>
            ) : null}
          </ErrorNotice>
        ) : null}
        <Submit pending={signIn.pending}>
          <Trans>Sign in</Trans>
        </Submit>
        <p className="text-ink-2">
          <Trans>
            New here?{' '}
            <Link to="/join" className="link">
              Join
            </Link>
          </Trans>
        </p>
      </form>
    </Sheet>
  );
}
