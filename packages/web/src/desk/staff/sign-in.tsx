import { Trans, useLingui } from '@lingui/react/macro';
import { deskLimits } from '@teahouse/contract/desk/limits';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { deskApi } from '../data/api.ts';
import { deskQueries, meKey } from '../data/query-client.ts';
import { CodeField, Field, Paper, Submit } from '../frame/form.tsx';
import { LimitsOfDesk } from '../frame/limits-of-desk.tsx';
import { deskWords } from '../words/error-words.ts';
import { signInByPasskey } from './passkeys.ts';

/** Signing in to the desk: name, password and code, or a passkey. Nothing of it has to do with a member's account. */
export function SignIn() {
  const { t } = useLingui();
  useTitle(t`Desk`);
  const signIn = useAction(async (form: FormData) => {
    const part = (name: string) => String(form.get(name) ?? '').trim();
    const body = { name: part('name'), password: String(form.get('password') ?? ''), code: part('code') };
    deskQueries.setQueryData(meKey, await deskApi.deskSignIn({ body }));
  });
  const passkey = useAction(async () => {
    deskQueries.setQueryData(meKey, await signInByPasskey());
  });
  const error = signIn.error ?? passkey.error;
  return (
    <Paper
      title={t`The desk`}
      lead={t`For those who keep order in the house. Your account here is the desk's own; it has nothing to do with a membership or a mask.`}
      aside={<LimitsOfDesk />}
    >
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          passkey.setError(undefined);
          void signIn.run(new FormData(event.currentTarget));
        }}
      >
        <Field
          label={t`Name at the desk`}
          name="name"
          autoComplete="username"
          maxLength={deskLimits.nameCharacters}
          required
        />
        <Field label={t`Password`} name="password" type="password" autoComplete="current-password" required />
        <CodeField label={t`Six digits`} hint={t`From the authenticator app on your phone.`} />
        {error ? <ErrorNotice error={error} words={deskWords} /> : null}
        <div className="flex flex-wrap items-center gap-3 pt-1">
          <Submit pending={signIn.pending}>
            <Trans>Sign in</Trans>
          </Submit>
          <button
            type="button"
            className="btn quiet"
            aria-disabled={passkey.pending}
            onClick={() => {
              signIn.setError(undefined);
              void passkey.run();
            }}
          >
            <Trans>Use a passkey</Trans>
          </button>
        </div>
      </form>
    </Paper>
  );
}
