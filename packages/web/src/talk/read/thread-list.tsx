import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { useReading } from './reading.ts';
import { readOlder, rooms as roomsReading, threadsOf } from './readings.ts';
import { ThreadRow } from './thread-row.tsx';

function EmptyRoom({ room }: { room: string }) {
  const { t } = useLingui();
  return (
    <Empty
      title={t`The first cup is yours`}
      action={
        <Link to="/r/$room/new" params={{ room }} className="btn">
          <Trans>Open a thread</Trans>
        </Link>
      }
    >
      <p>
        <Trans>
          Nobody has spoken here yet. Whoever opens a thread gets a mask that is worn in that thread alone.
        </Trans>
      </p>
    </Empty>
  );
}

/** Threads by last activity, page by page; of all rooms where none is given. */
export function ThreadList({ room }: { room: string | null }) {
  const reading = threadsOf(room);
  const { data, error } = useReading(reading);
  const rooms = useReading(roomsReading).data;
  if (!data) {
    return error ? (
      <div className="space-y-4 border-t border-line py-8">
        <ErrorNotice error={error} />
        <button type="button" className="btn quiet" onClick={() => void reading.refresh()}>
          <Trans>Try again</Trans>
        </button>
      </div>
    ) : (
      <RowsSkeleton />
    );
  }
  if (data.threads.length === 0) return <EmptyRoom room={room ?? 'square'} />;
  return (
    <>
      {data.threads.map((thread) => (
        <ThreadRow
          key={thread.id}
          thread={thread}
          room={room === null ? rooms?.find(({ id }) => id === thread.room) : undefined}
        />
      ))}
      <Older room={room} more={data.next !== null} />
    </>
  );
}

function Older({ room, more }: { room: string | null; more: boolean }) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();
  const read = () => {
    setPending(true);
    setError(undefined);
    readOlder(room)
      .catch(setError)
      .finally(() => setPending(false));
  };
  return (
    <div className="space-y-4 border-t border-line py-6">
      {error ? <ErrorNotice error={error} /> : null}
      {more ? (
        <button type="button" className="btn quiet" aria-disabled={pending} onClick={read}>
          {pending ? <Trans>Fetching…</Trans> : <Trans>Older threads</Trans>}
        </button>
      ) : (
        <p className="text-[0.9rem] text-ink-2">
          <Trans>That is all so far.</Trans>
        </p>
      )}
    </div>
  );
}
