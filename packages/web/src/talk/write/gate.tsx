import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Teahouse } from '@teahouse/client';
import type { ReactNode } from 'react';
import { AfterWords, Unlocked } from '../../holder/keep-parts.tsx';
import { hasHolder } from '../../holder/marker.ts';
import { useHolder, useObserved } from '../../holder/use-holder.ts';

function Visitor() {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <p className="max-w-[30rem] text-[0.95rem]">
        <Trans>To speak you need a mask. It takes a work address and five minutes.</Trans>
      </p>
      <Link to="/join" className="btn">
        <Trans>Get your mask</Trans>
      </Link>
      <Link to="/restore" className="link inline-flex min-h-11 items-center">
        <Trans>I have a phrase</Trans>
      </Link>
    </div>
  );
}

function Waiting() {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <p className="max-w-[30rem] text-[0.95rem]">
        <Trans>Your key is here, the credential is not yet. Your papers say what is missing.</Trans>
      </p>
      <Link to="/papers" className="btn">
        <Trans>My papers</Trans>
      </Link>
    </div>
  );
}

function WithWallet({ client, children }: { client: Teahouse; children: (client: Teahouse) => ReactNode }) {
  const { exists } = useObserved(client.wallet);
  const labels = useObserved(client.labels);
  if (!exists) return <Visitor />;
  const speaks = client.wallet.usable().some(({ standing }) => standing === 'current');
  if (!speaks && !labels?.options.length) return <Waiting />;
  return <AfterWords client={client}>{children(client)}</AfterWords>;
}

/** Shows its children to whoever can speak; everyone else is told how to. */
export function Gate({ children }: { children: (client: Teahouse) => ReactNode }) {
  const { t } = useLingui();
  const client = useHolder();
  if (!hasHolder()) return <Visitor />;
  if (!client)
    return <div className="shimmer h-12 rounded bg-paper-2" role="status" aria-label={t`Opening`} />;
  return (
    <Unlocked client={client}>
      <WithWallet client={client}>{children}</WithWallet>
    </Unlocked>
  );
}

/** Shows the place to write unless this device has stopped at a log: then nothing could be sent from it. */
export function WhileTrusted({ client, children }: { client: Teahouse; children: ReactNode }) {
  const { state } = useObserved(client.logs);
  if (state.name === 'ok') return children;
  return (
    <p className="notice danger text-[0.95rem]" data-closed>
      <Trans>
        Nothing can be sent while this device does not trust the log; the notice above says why. What you
        wrote is kept.
      </Trans>
    </p>
  );
}
