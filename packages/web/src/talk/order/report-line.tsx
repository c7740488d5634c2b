import { Plural, Trans } from '@lingui/react/macro';
import type { OutboxItem, Teahouse } from '@teahouse/client';
import type { Post } from '@teahouse/contract/talk';
import { lazy, Suspense } from 'react';
import { loadCatalog } from '../../shell/locale.ts';
import { useOwnReport } from './own-report.ts';

/** What went wrong is told as for any other act. */
const Sending = lazy(async () => {
  const [{ Sending }] = await Promise.all([import('../write/sending.tsx'), loadCatalog('write')]);
  return { default: Sending };
});

function Leaves({ until }: { until: number }) {
  const minutes = Math.max(1, Math.round((until - Date.now()) / 60_000));
  const hours = Math.round(minutes / 60);
  return minutes < 90 ? (
    <Plural
      value={minutes}
      one="Your report leaves in about # minute."
      other="Your report leaves in about # minutes."
    />
  ) : (
    <Plural
      value={hours}
      one="Your report leaves in about # hour."
      other="Your report leaves in about # hours."
    />
  );
}

function OnItsWay({ client, item }: { client: Teahouse; item: OutboxItem }) {
  const { state, id } = item;
  if (state.name === 'failed' || state.name === 'refused') {
    return (
      <Suspense>
        <Sending client={client} item={item} />
      </Suspense>
    );
  }
  return (
    <p
      aria-live="polite"
      data-report={state.name}
      className="flex min-h-8 flex-wrap items-center gap-x-3 text-[0.85rem] text-ink-2"
    >
      {state.name === 'waiting' && state.until > Date.now() + 1000 ? (
        <>
          <span>
            <Leaves until={state.until} />{' '}
            <Trans>It never leaves beside what you say, or the two could be put together.</Trans>
          </span>
          <button type="button" className="link min-h-11" onClick={() => void client.outbox.sendNow(id)}>
            <Trans>Send now</Trans>
          </button>
          <button type="button" className="act" onClick={() => void client.outbox.drop(id)}>
            <Trans>Do not report</Trans>
          </button>
        </>
      ) : (
        <span className="shimmer">
          <Trans>Your report is on its way…</Trans>
        </span>
      )}
    </p>
  );
}

/** Under a post: one's own report of it, as only this device knows it. Nothing where there is none. */
export function ReportLine({ post }: { post: Pick<Post, 'id'> }) {
  const { client, item, taken } = useOwnReport(post.id);
  if (taken) {
    return (
      <p className="text-[0.85rem] text-ink-2" data-report="taken">
        <Trans>Reported by you. A moderator decides; what comes of it stands in the public log.</Trans>
      </p>
    );
  }
  return client && item ? <OnItsWay client={client} item={item} /> : null;
}
