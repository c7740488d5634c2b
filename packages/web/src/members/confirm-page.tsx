import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTitle } from '../shell/use-title.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { membersApi } from './api.ts';
import { dropAddress, isByPasskey, keptAddress } from './confirm-address.ts';
import { DemoMailHint } from './demo-mail.tsx';
import { memberWords } from './error-words.ts';
import { CodeField, Field, Sheet, Submit, useAction } from './form.tsx';
import { makeFirstPasskey } from './passkey.ts';
import { useSetMe } from './queries.ts';

/** The code from the first mail. */
export function ConfirmPage() {
  const { t } = useLingui();
  useTitle(t`Confirm the address`);
  const navigate = useNavigate();
  const setMe = useSetMe();
  const address = keptAddress();
  const passkey = useRef<Record<string, unknown>>(undefined);
  const confirm = useAction(async (form: FormData) => {
    const email = address || String(form.get('email') ?? '').trim();
    const asked = { email, code: String(form.get('code') ?? '').trim() };
    // Made once: after a wrong code the same one is sent along again.
    if (isByPasskey()) passkey.current ??= await makeFirstPasskey(email);
    setMe(
      await membersApi.confirmEmail({
        body: passkey.current ? { ...asked, passkey: passkey.current } : asked,
      }),
    );
    dropAddress();
    await navigate({ to: '/papers' });
  });
  return (
    <Sheet
      title={t`A mail is on its way`}
      lead={
        address ? (
          <Trans>We sent six digits to {address}. They count for a quarter of an hour.</Trans>
        ) : (
          <Trans>
            Enter your address and the six digits from the mail. They count for a quarter of an hour.
          </Trans>
        )
      }
    >
      <form
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          void confirm.run(new FormData(event.currentTarget));
        }}
      >
        {address ? null : <Field label={t`E-mail`} name="email" type="email" autoComplete="email" required />}
        <CodeField label={t`Confirmation code`} autoFocus />
        {isByPasskey() ? (
          <p className="notice">
            <Trans>Then your device asks to make the passkey.</Trans>
          </p>
        ) : null}
        {confirm.error ? <ErrorNotice error={confirm.error} words={memberWords} /> : null}
        <Submit pending={confirm.pending}>
          <Trans>Confirm</Trans>
        </Submit>
        <DemoMailHint />
        <p className="text-[0.92rem] text-ink-2">
          <Trans>
            Nothing there? Look into the spam folder, or{' '}
            <Link to="/join" className="link">
              begin again with the address
            </Link>
            : it may have a slip.
          </Trans>
        </p>
      </form>
    </Sheet>
  );
}
