import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import type { Security } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useState } from 'react';
import { membersApi } from '../api.ts';
import { Field } from '../form.tsx';
import { sessionsQuery } from '../queries.ts';
import { ProofDialog } from './proof-dialog.tsx';
import { securityQuery } from './queries.ts';
import { Row } from './section.tsx';

/** The password: set, changed, or done without. */
export function PasswordRow({ security }: { security: Security }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<'set' | 'remove'>();
  const [done, setDone] = useState(false);
  const { hasPassword, passkeys } = security;
  const keep = (next: Security) => queries.setQueryData(securityQuery.queryKey, next);
  return (
    <>
      <Row
        name={<Trans>Password</Trans>}
        acts={
          <>
            <button
              type="button"
              className="act"
              aria-label={hasPassword ? t`Change the password` : t`Set a password`}
              onClick={() => setAsking('set')}
            >
              {hasPassword ? <Trans>Change</Trans> : <Trans>Set a password</Trans>}
            </button>
            {hasPassword && passkeys.length > 0 ? (
              <button type="button" className="act danger" onClick={() => setAsking('remove')}>
                <Trans>Do without</Trans>
              </button>
            ) : null}
          </>
        }
      >
        {done ? (
          <span role="status">
            <Trans>Changed. All other devices are signed out.</Trans>
          </span>
        ) : hasPassword ? (
          <Trans>is set</Trans>
        ) : (
          <Trans>none: passkeys sign you in</Trans>
        )}
      </Row>
      {asking === 'set' ? (
        <ProofDialog
          title={hasPassword ? t`Change the password` : t`Set a password`}
          action={<Trans>Save</Trans>}
          security={security}
          onClose={() => setAsking(undefined)}
          run={async (proof, form) => {
            const password = String(form.get('password') ?? '');
            keep(await membersApi.setPassword({ body: { proof, password } }));
            setDone(true);
            await queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
          }}
        >
          <p className="text-[0.95rem] text-ink-2">
            <Trans>All other devices are signed out when it changes.</Trans>
          </p>
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
        </ProofDialog>
      ) : null}
      {asking === 'remove' ? (
        <ProofDialog
          title={t`Do without a password?`}
          action={<Trans>Remove the password</Trans>}
          isDanger
          security={security}
          onClose={() => setAsking(undefined)}
          run={async (proof) => {
            keep(await membersApi.removePassword({ body: { proof } }));
            setDone(false);
          }}
        >
          <p>
            <Trans>
              Then only your passkeys sign you in. If all of them are lost, a code to your address still sets
              a password.
            </Trans>
          </p>
        </ProofDialog>
      ) : null}
    </>
  );
}
