import { lazy, Suspense } from 'react';
import { useOpenedHolder } from '../holder/use-holder.ts';

const Count = lazy(async () => ({ default: (await import('./inbox-count.tsx')).InboxCount }));

/** How many things in the inbox were not read yet; nothing where there are none, or no wallet is open. */
export function InboxBadge() {
  const client = useOpenedHolder();
  return client ? (
    <Suspense>
      <Count client={client} />
    </Suspense>
  ) : null;
}
