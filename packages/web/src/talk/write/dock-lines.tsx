import { Plural, Trans } from '@lingui/react/macro';
import type { Teahouse } from '@teahouse/client';
import { useEffect, useState } from 'react';
import { useThread } from '../read/thread-context.ts';
import { waitFor } from './slow-mode.ts';

/** In the place of the dock, where nobody can answer. */
export const ClosedLine = ({ locked }: { locked: boolean }) => (
  <p className="py-2 text-[0.95rem] text-ink-2" data-dock="closed">
    {locked ? (
      <Trans>
        A moderator locked this thread: it can be read, not answered. Why stands in the public log.
      </Trans>
    ) : (
      <Trans>Nobody can answer here while the thread is not shown.</Trans>
    )}
  </p>
);

function useNow(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** How long one has to wait between two posts here, and from now. Nothing in threads that are as fast as one likes. */
export function SlowLine({ client }: { client: Teahouse }) {
  const { view } = useThread();
  const now = useNow();
  const { slowMinutes } = view.thread.order;
  if (slowMinutes === 0) return null;
  const own = client.wallet.snapshot().exists ? client.aliases.own(view)?.pseudonym : undefined;
  const wait = waitFor(view.posts, own, slowMinutes, now);
  return (
    <p className="text-[0.86rem] text-ink-2" data-dock="slow">
      <Plural
        value={slowMinutes}
        one="This thread is slowed down: one post a minute for each mask."
        other="This thread is slowed down: one post in # minutes for each mask."
      />{' '}
      {wait > 0 ? (
        <Plural value={wait} one="You can post in about a minute." other="You can post in about # minutes." />
      ) : null}
    </p>
  );
}
