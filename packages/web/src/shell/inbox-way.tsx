import { lazy, Suspense } from 'react';
import { hasHolder } from '../holder/marker.ts';
import { barItem } from './bar-item.tsx';

const InboxLink = lazy(async () => ({ default: (await import('./inbox-link.tsx')).InboxLink }));

/** The way to the inbox, for a device with a wallet: loaded beside it. Its place is kept meanwhile. */
export const InboxWay = ({ place }: { place: 'head' | 'bar' }) =>
  hasHolder() ? (
    <Suspense fallback={<span className={place === 'bar' ? barItem : 'w-9'} />}>
      <InboxLink place={place} />
    </Suspense>
  ) : null;
