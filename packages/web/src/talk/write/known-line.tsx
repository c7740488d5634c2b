import { Trans } from '@lingui/react/macro';
import type { Teahouse } from '@teahouse/client';
import { type ReactNode, useEffect } from 'react';
import { useHolder, useObserved } from '../../holder/use-holder.ts';
import { useName } from '../../ui/use-name.ts';
import { useReading } from '../read/reading.ts';
import { directory } from '../read/readings.ts';

function OneOf({ client, visitor }: { client: Teahouse; visitor: ReactNode }) {
  const labels = useObserved(client.labels);
  const { exists } = useObserved(client.wallet);
  const lock = useObserved(client.deviceLock);
  const { data } = useReading(directory);
  const name = useName();
  useEffect(() => {
    void client.labels.load().catch(() => undefined);
  }, [client]);
  if (lock.state === 'locked')
    return <Trans>Locked: what this device knows of you, it keeps to itself.</Trans>;
  if (!exists) return visitor;
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

interface KnownLineProps {
  /** For a device whose wallet is gone. */
  readonly visitor: ReactNode;
  /** While the wallet is being opened. */
  readonly opening: ReactNode;
}

/** For a device with a wallet: among how many its words will stand. */
export function KnownLine({ visitor, opening }: KnownLineProps) {
  const client = useHolder();
  return client ? <OneOf client={client} visitor={visitor} /> : opening;
}
