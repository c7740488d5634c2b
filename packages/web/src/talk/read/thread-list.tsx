import { Trans } from '@lingui/react/macro';
import type { ThreadSort, ThreadSummary } from '@teahouse/contract/talk';
import { lazy, Suspense, useState } from 'react';
import { loadCatalog } from '../../shell/locale.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { useReading } from './reading.ts';
import { readOlder, rooms as roomsReading, threadsOf, type Where } from './readings.ts';
import { ThreadRow } from './thread-row.tsx';

const EmptyRoom = lazy(async () => {
  const [{ EmptyRoom }] = await Promise.all([import('./empty-room.tsx'), loadCatalog('read')]);
  return { default: EmptyRoom };
});

/** Rows of threads, with the name of the room where they are of several. */
export function ThreadRows({
  threads,
  named,
  sort,
}: {
  threads: readonly ThreadSummary[];
  named: boolean;
  sort: ThreadSort;
}) {
  const rooms = useReading(roomsReading).data;
  return threads.map((thread) => (
    <ThreadRow
      key={thread.id}
      thread={thread}
      room={named ? rooms?.find(({ id }) => id === thread.room) : undefined}
      counted={sort === 'hot' || sort === 'day' || sort === 'week'}
    />
  ));
}

/** Nothing was read yet: on its way, or the reason why not. */
export function NoList({ error, retry }: { error: unknown; retry: () => void }) {
  return error ? (
    <div className="space-y-4 border-t border-line py-8">
      <ErrorNotice error={error} />
      <button type="button" className="btn quiet" onClick={retry}>
        <Trans>Try again</Trans>
      </button>
    </div>
  ) : (
    <RowsSkeleton />
  );
}

/** Threads in some order, page by page; of all rooms where `room` is null. */
export function ThreadList({ room, sort }: Where) {
  const reading = threadsOf(room, sort);
  const { data, error } = useReading(reading);
  if (!data) return <NoList error={error} retry={() => void reading.refresh()} />;
  if (data.threads.length === 0) {
    if (sort === 'day' || sort === 'week') return <QuietTime />;
    return (
      <Suspense>
        <EmptyRoom room={room ?? 'square'} />
      </Suspense>
    );
  }
  return (
    <>
      <ThreadRows threads={data.threads} named={room === null} sort={sort} />
      <Older key={sort} more={data.next !== null} read={() => readOlder({ room, sort })} />
    </>
  );
}

/** Nothing was opened within a day or a week. */
function QuietTime() {
  return (
    <p className="border-t border-line py-8 text-ink-2">
      <Trans>No thread was opened in this time. “Hot” and “Active” go further back.</Trans>
    </p>
  );
}

/** Reads on at the end of a list. */
export function Older({ more, read }: { more: boolean; read: () => Promise<void> }) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();
  const start = () => {
    setPending(true);
    setError(undefined);
    read()
      .catch(setError)
      .finally(() => setPending(false));
  };
  return (
    <div className="space-y-4 border-t border-line py-6">
      {error ? <ErrorNotice error={error} /> : null}
      {more ? (
        <button type="button" className="btn quiet" aria-disabled={pending} onClick={start}>
          {pending ? <Trans>Fetching…</Trans> : <Trans>More threads</Trans>}
        </button>
      ) : (
        <p className="text-[0.9rem] text-ink-2">
          <Trans>That is all so far.</Trans>
        </p>
      )}
    </div>
  );
}
