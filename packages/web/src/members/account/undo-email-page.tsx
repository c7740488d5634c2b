import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { ApiError } from '@teahouse/client/errors';
import { useEffect, useState } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { Sheet, useAction } from '../form.tsx';
import { useSetMe } from '../queries.ts';
import { accountWords } from './words.ts';

/** Where the mail to an old address leads. Nothing happens before the button is pressed: programs open links too. */
export function UndoEmailPage() {
  const { t } = useLingui();
  useTitle(t`Take the address back`);
  const setMe = useSetMe();
  const [token] = useState(() => location.hash.slice(1));
  const [done, setDone] = useState(false);
  // What opens something has no business in the history.
  useEffect(() => history.replaceState(history.state, '', location.pathname), []);
  const undo = useAction(async () => {
    if (!/^[\w-]{43}$/.test(token)) throw new ApiError('undo-unknown');
    await membersApi.undoEmail({ body: { token } });
    setMe(null);
    setDone(true);
  });
  if (done) {
    return (
      <Sheet title={t`The address is yours again`}>
        <div role="status" className="space-y-5">
          <p>
            <Trans>
              Everybody is signed out, and no password, passkey or access token counts any more. Set a new
              password by a code to this address.
            </Trans>
          </p>
          <Link to="/account/$way" params={{ way: 'reset' }} className="btn">
            <Trans>Set a new password</Trans>
          </Link>
        </div>
      </Sheet>
    );
  }
  return (
    <Sheet
      title={t`Take the address back`}
      lead={t`Somebody who could sign in moved your account to another address. If that was not you, take it back.`}
    >
      <div className="space-y-5">
        <p>
          <Trans>
            Then all devices are signed out, and password, passkeys and access tokens end, because one of them
            is known to somebody else. You set a new password afterwards.
          </Trans>
        </p>
        {undo.error ? <ErrorNotice error={undo.error} words={accountWords} /> : null}
        <button type="button" className="btn" aria-disabled={undo.pending} onClick={() => void undo.run()}>
          <Trans>It was not me: take it back</Trans>
        </button>
      </div>
    </Sheet>
  );
}
