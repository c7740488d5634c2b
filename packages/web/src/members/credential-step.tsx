import { Trans, useLingui } from '@lingui/react/macro';
import type { Teahouse } from '@teahouse/client';
import type { Me } from '@teahouse/contract/members';
import { useEffect } from 'react';
import { useObserved } from '../holder/use-holder.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { memberWords } from './error-words.ts';
import { useAction } from './form.tsx';
import { useSetMe } from './queries.ts';
import { Step, type StepState } from './step.tsx';

const tries = 12;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What the demo's haste costs, or when to come back. protocol.md 1.2. */
function Schedule({ client }: { client: Teahouse }) {
  const { schedule, nextBatch } = useObserved(client.wallet);
  if (schedule === 'immediate') {
    return (
      <p className="notice warm mt-3">
        <Trans>
          In this demo credentials are signed at once. That is convenient and costs something: whoever saw the
          hour of your sign-up could guess at your first post. In earnest they are signed once a day, for
          everyone together.
        </Trans>
      </p>
    );
  }
  if (schedule === 'daily') {
    return (
      <p className="notice warm mt-3">
        <Trans>
          Credentials are signed once a day, for everyone together and in random order, so that yours says
          nothing about you. The next round is on {nextBatch}: come back then, the app fetches it by itself.
        </Trans>
      </p>
    );
  }
  return null;
}

/** Sends the commitment once, then fetches the credential as soon as the issuer's batch has run. */
export function CredentialStep({ client, me, state }: { client: Teahouse; me: Me; state: StepState }) {
  const { t } = useLingui();
  const setMe = useSetMe();
  const { committed } = useObserved(client.wallet);
  const fetching = useAction(async () => {
    if (!client.wallet.snapshot().committed || !me.committed) setMe(await client.wallet.commit());
    await client.wallet.refresh();
    for (let i = 0; i < tries && client.wallet.usable().length === 0; i++) {
      if (client.wallet.snapshot().schedule !== 'immediate') return;
      await pause(1000);
      await client.wallet.refresh();
    }
  });
  const { run } = fetching;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when its turn comes
  useEffect(() => {
    if (state === 'next') void run();
  }, [state]);
  return (
    <Step
      state={state}
      title={t`The credential comes to this device`}
      action={
        <div className="space-y-4">
          {fetching.error ? <ErrorNotice error={fetching.error} words={memberWords} /> : null}
          {fetching.pending ? (
            <p role="status" className="shimmer">
              {committed ? t`Waiting for the signature…` : t`Sealing the envelope on this device…`}
            </p>
          ) : (
            <button type="button" className="btn" onClick={() => void run()}>
              <Trans>Look again</Trans>
            </button>
          )}
        </div>
      }
    >
      <Trans>
        Your key goes to the issuer in a sealed envelope; it signs the envelope from outside. So it can never
        recognise the signature when you show it.
      </Trans>
      {state === 'later' ? null : <Schedule client={client} />}
    </Step>
  );
}
