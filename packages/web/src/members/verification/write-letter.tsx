import { Trans, useLingui } from '@lingui/react/macro';
import { useLocation } from '@tanstack/react-router';
import { ApiError } from '@teahouse/client/errors';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Field, Submit, useAction } from '../form.tsx';

async function send(letter: Record<'from' | 'to' | 'subject', string>): Promise<void> {
  const response = await fetch('/api/dev/mailbox', {
    method: 'POST',
    credentials: 'omit',
    headers: { 'x-teahouse': '1', 'content-type': 'application/json' },
    body: JSON.stringify(letter),
  });
  if (response.ok) return;
  const { code = 'internal' } = await response.json().catch(() => ({}));
  throw new ApiError(code, { status: response.status });
}

/** In a demo: a mail from a fictional work address to this house, signed as that company's server would. */
export function WriteLetter() {
  const { t } = useLingui();
  const { hash } = useLocation();
  const [sent, setSent] = useState('');
  const write = useAction(async (form: FormData) => {
    const text = (key: string) => String(form.get(key) ?? '').trim();
    setSent('');
    await send({ from: text('from'), to: text('to'), subject: text('subject') });
    setSent(text('from'));
  });
  return (
    <details className="mb-8 border-b border-line pb-6" open={hash.includes('@')}>
      <summary className="act cursor-pointer">
        <Trans>Write from a fictional work address</Trans>
      </summary>
      <form
        className="mt-3 space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          void write.run(new FormData(event.currentTarget));
        }}
      >
        <Field
          label={t`Sender`}
          name="from"
          type="email"
          required
          placeholder={t`you@xinghe.example`}
          hint={t`Any address of a company of this town; the demo signs it as the company's server would.`}
        />
        <Field label={t`To`} name="to" type="email" required defaultValue={hash} />
        <Field label={t`Subject`} name="subject" required defaultValue="verify" />
        {write.error ? <ErrorNotice error={write.error} /> : null}
        <Submit pending={write.pending}>
          <Trans>Send the mail</Trans>
        </Submit>
        {sent ? (
          <p role="status" className="notice">
            <Trans>It went out from {sent}. Go back to the other page.</Trans>
          </p>
        ) : null}
      </form>
    </details>
  );
}
