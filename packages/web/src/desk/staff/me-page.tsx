import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { deskLimits } from '@teahouse/contract/desk/limits';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { deskApi } from '../data/api.ts';
import { deskQueries, forgetDesk, meKey } from '../data/query-client.ts';
import { Paper } from '../frame/form.tsx';
import { LimitsOfDesk } from '../frame/limits-of-desk.tsx';
import { useMe } from '../frame/me.tsx';
import { deskWords } from '../words/error-words.ts';
import { addPasskey } from './passkeys.ts';
import { roleWords } from './role-words.ts';

/** Who one is here, passkeys, and the way out. */
export function MePage() {
  const { t } = useLingui();
  useTitle(t`My sign-in`);
  const me = useMe();
  const navigate = useNavigate();
  const hours = deskLimits.sessionHours;
  const add = useAction(async () => {
    deskQueries.setQueryData(meKey, await addPasskey());
  });
  const signOut = useAction(async () => {
    await deskApi.deskSignOut();
    await navigate({ to: '/desk' });
    forgetDesk();
  });
  return (
    <Paper title={me.name} lead={t(roleWords[me.role])} aside={<LimitsOfDesk />}>
      <section>
        <h2>
          <Trans>Passkeys</Trans>
        </h2>
        <p className="mt-1 text-ink-2">
          <Plural
            value={me.passkeys}
            _0="None yet. With one you sign in by fingerprint, face or key, without password and code."
            one="One passkey signs you in."
            other="# passkeys sign you in."
          />
        </p>
        <div className="mt-3 space-y-3">
          {add.error ? <ErrorNotice error={add.error} words={deskWords} /> : null}
          <button
            type="button"
            className="btn quiet"
            aria-disabled={add.pending}
            onClick={() => void add.run()}
          >
            <Trans>Add a passkey</Trans>
          </button>
        </div>
      </section>
      <section className="mt-8 border-t border-line pt-5">
        <p className="text-ink-2">
          <Plural
            value={hours}
            one="A sign-in lasts # hour. Sign out when you leave this device."
            other="A sign-in lasts # hours. Sign out when you leave this device."
          />
        </p>
        {signOut.error ? <ErrorNotice error={signOut.error} words={deskWords} /> : null}
        <button
          type="button"
          className="btn quiet mt-3"
          aria-disabled={signOut.pending}
          onClick={() => void signOut.run()}
        >
          <Trans>Sign out</Trans>
        </button>
      </section>
    </Paper>
  );
}
