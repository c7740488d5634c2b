import { Trans, useLingui } from '@lingui/react/macro';
import type { Me, Security } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useState } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { DemoMailHint } from '../demo-mail.tsx';
import { CodeField, Field, Submit, useAction } from '../form.tsx';
import { useSetMe } from '../queries.ts';
import { ProofDialog } from './proof-dialog.tsx';
import { Row } from './section.tsx';
import { accountWords } from './words.ts';

function CodeOfNewAddress({ address, onDone }: { address: string; onDone: (changed: boolean) => void }) {
  const { t } = useLingui();
  const setMe = useSetMe();
  const confirm = useAction(async (form: FormData) => {
    setMe(await membersApi.confirmNewEmail({ body: { code: String(form.get('code') ?? '').trim() } }));
    onDone(true);
  });
  return (
    <Ask open title={t`A mail is on its way`} onClose={() => onDone(false)}>
      <form
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          void confirm.run(new FormData(event.currentTarget));
        }}
      >
        <p>
          <Trans>We sent six digits to {address}. They count for a quarter of an hour.</Trans>
        </p>
        <CodeField label={t`Confirmation code`} autoFocus />
        {confirm.error ? <ErrorNotice error={confirm.error} words={accountWords} /> : null}
        <Submit pending={confirm.pending}>
          <Trans>Take this address</Trans>
        </Submit>
        <DemoMailHint />
      </form>
    </Ask>
  );
}

/** The address of the account. Another one is proven first; the old one can take the change back. */
export function EmailRow({ me, security }: { me: Me; security: Security }) {
  const { t } = useLingui();
  const [step, setStep] = useState<'rest' | 'ask' | 'code' | 'changed'>('rest');
  const [address, setAddress] = useState('');
  const days = membersLimits.undoDays;
  return (
    <>
      <Row
        name={<Trans>E-mail</Trans>}
        acts={
          <button
            type="button"
            className="act"
            aria-label={t`Change the address`}
            onClick={() => setStep('ask')}
          >
            <Trans>Change</Trans>
          </button>
        }
      >
        {me.email}
        {step === 'changed' ? (
          <span role="status" className="block">
            <Trans>Changed. For {days} days the old address can take it back.</Trans>
          </span>
        ) : null}
      </Row>
      {step === 'ask' ? (
        <ProofDialog
          title={t`Another address`}
          action={<Trans>Send the code</Trans>}
          security={security}
          onClose={() => setStep((now) => (now === 'ask' ? 'rest' : now))}
          run={async (proof, form) => {
            const email = String(form.get('email') ?? '').trim();
            await membersApi.startEmail({ body: { proof, email } });
            setAddress(email);
            setStep('code');
          }}
        >
          <p className="text-[0.95rem] text-ink-2">
            <Trans>
              The new address gets a code. The old one is told, and can take the change back for {days} days.
            </Trans>
          </p>
          <Field
            label={t`New address`}
            name="email"
            type="email"
            autoComplete="email"
            required
            maxLength={membersLimits.emailMax}
          />
        </ProofDialog>
      ) : null}
      {step === 'code' ? (
        <CodeOfNewAddress address={address} onDone={(changed) => setStep(changed ? 'changed' : 'rest')} />
      ) : null}
    </>
  );
}
