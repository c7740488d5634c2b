import type { Teahouse } from '@teahouse/client';
import { lazy, Suspense } from 'react';
import { useObserved, useOpenedHolder } from '../holder/use-holder.ts';
import { loadCatalog } from './locale.ts';

const StoppedNotice = lazy(async () => {
  const [{ StoppedNotice }] = await Promise.all([import('../log/stopped-notice.tsx'), loadCatalog('proof')]);
  return { default: StoppedNotice };
});

function Watch({ client }: { client: Teahouse }) {
  const { state } = useObserved(client.logs);
  if (state.name === 'ok') return null;
  return (
    <Suspense>
      <StoppedNotice client={client} code={state.code} plane={state.plane} />
    </Suspense>
  );
}

/** Stands above every page once this device has stopped, because a log isn't the one that it knows. */
export function Stopped() {
  const client = useOpenedHolder();
  return client ? <Watch client={client} /> : null;
}
