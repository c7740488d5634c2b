import { Trans } from '@lingui/react/macro';
import type { Teahouse } from '@teahouse/client';
import { type ReactNode, useEffect } from 'react';
import { useName } from '../talk/read/names.ts';
import { useReading } from '../talk/read/reading.ts';
import { directory } from '../talk/read/readings.ts';
import { useHolder, useObserved } from './use-holder.ts';

function OneOf({ client, fallback }: { client: Teahouse; fallback: ReactNode }) {
  const labels = useObserved(client.labels);
  const { exists } = useObserved(client.wallet);
  const { data } = useReading(directory);
  const name = useName();
  useEffect(() => {
    void client.labels.load().catch(() => undefined);
  }, [client]);
  if (!exists) return fallback;
  const narrowest = labels?.options[0];
  const widest = labels?.options.at(-1);
  if (!labels || !widest || !narrowest) {
    return <Trans>You are inside. This page knows nothing about you, not even that you have a key.</Trans>;
  }
  const { n } = narrowest;
  const found = data?.companies.find(({ id }) => id === narrowest.company);
  const company = found ? name(found.name) : narrowest.company;
  return narrowest.allowed ? (
    <Trans>
      You are inside. When you speak, all that can be known is that you are one of {n} at {company}, or less
      if you choose.
    </Trans>
  ) : (
    <Trans>
      You are inside. When you speak, all that can be known is that you are one of {widest.n} in this house.
    </Trans>
  );
}

/** For a device with a wallet: among how many its words will stand. */
export function KnownLine({ fallback }: { fallback: ReactNode }) {
  const client = useHolder();
  return client ? <OneOf client={client} fallback={fallback} /> : <span>&nbsp;</span>;
}
