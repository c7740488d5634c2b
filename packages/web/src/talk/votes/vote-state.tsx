import { Plural, Trans } from '@lingui/react/macro';
import type { OutboxItem, Teahouse } from '@teahouse/client';
import { lazy, Suspense } from 'react';
import { loadCatalog } from '../../shell/locale.ts';

/** What went wrong is told as for any other act. */
const Sending = lazy(async () => {
  const [{ Sending }] = await Promise.all([import('../write/sending.tsx'), loadCatalog('write')]);
  return { default: Sending };
});

function Leaves({ until }: { until: number }) {
  const minutes = Math.max(1, Math.round((until - Date.now()) / 60_000));
  const hours = Math.round(minutes / 60);
  const days = Math.round(hours / 24);
  if (minutes < 90)
    return <Plural value={minutes} one="Leaves in about # minute." other="Leaves in about # minutes." />;
  return days > 1 ? (
    <Plural value={days} one="Leaves in about # day." other="Leaves in about # days." />
  ) : (
    <Plural value={hours} one="Leaves in about # hour." other="Leaves in about # hours." />
  );
}

/** Where a vote is on its way out, in one quiet line; nothing once it has arrived. */
export function VoteState({ client, item }: { client: Teahouse; item: OutboxItem }) {
  const { state, id, compose } = item;
  if (state.name === 'sent') return null;
  if (state.name === 'failed' || state.name === 'refused') {
    return (
      <Suspense>
        <div className="order-last w-full pb-2">
          <Sending client={client} item={item} />
        </div>
      </Suspense>
    );
  }
  return (
    <p
      aria-live="polite"
      data-vote={state.name}
      className="order-last flex min-h-8 w-full flex-wrap items-center gap-x-3 text-[0.85rem] text-ink-2"
    >
      {state.name === 'waiting' && state.until > Date.now() + 1000 ? (
        <>
          <span>
            <Leaves until={state.until} />{' '}
            {compose.kind === 'ballot' ? (
              <Trans>
                A vote never leaves beside what you say, or beside another vote, or they could be put
                together. It counts once it has left, when the app is open then.
              </Trans>
            ) : (
              <Trans>You were in another thread, or did something under your name, first.</Trans>
            )}
          </span>
          <button type="button" className="link min-h-11" onClick={() => void client.outbox.sendNow(id)}>
            <Trans>Send now</Trans>
          </button>
        </>
      ) : (
        <span className="shimmer">
          <Trans>On its way…</Trans>
        </span>
      )}
    </p>
  );
}
