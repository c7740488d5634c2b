import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import type { Teahouse } from '@teahouse/client';
import { useState } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { forgetKept } from '../find/device/kept.ts';

/** Wipes the device. protocol.md 7: afterwards nobody, the author included, can prove anything. */
export function ForgetEverything({ client, onForgotten }: { client: Teahouse; onForgotten: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const forget = async () => {
    await client.forget();
    forgetKept();
    setAsking(false);
    onForgotten();
    await navigate({ to: '/' });
  };
  return (
    <section className="mt-14 border-t border-line pt-6">
      <h2>
        <Trans>Forget everything</Trans>
      </h2>
      <p className="mt-2 max-w-[34rem] text-[0.95rem] text-ink-2">
        <Trans>
          Key, credential, tokens and drafts vanish from this device. What you said stays, but only your 24
          words could ever show that it was you.
        </Trans>
      </p>
      <button type="button" className="btn danger mt-4" onClick={() => setAsking(true)}>
        <Trans>Forget everything here</Trans>
      </button>
      <Ask open={asking} title={t`Forget everything on this device?`} onClose={() => setAsking(false)}>
        <p>
          <Trans>Without the 24 words there is no way back: nobody has a copy.</Trans>
        </p>
        <p className="flex flex-wrap gap-3">
          <button type="button" className="btn danger" onClick={() => void forget()}>
            <Trans>Forget</Trans>
          </button>
          <button type="button" className="btn quiet" onClick={() => setAsking(false)}>
            <Trans>Leave it</Trans>
          </button>
        </p>
      </Ask>
    </section>
  );
}
