import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Teahouse } from '@teahouse/client';
import type { ThreadSummary } from '@teahouse/contract/talk';
import { useMemo } from 'react';
import { Unlocked } from '../../holder/keep-parts.tsx';
import { hasHolder } from '../../holder/marker.ts';
import { useHolder, useObserved } from '../../holder/use-holder.ts';
import { useTitle } from '../../shell/use-title.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { Notices } from '../order/notices.tsx';
import { createReading, useReading } from '../read/reading.ts';
import { rooms as roomsReading } from '../read/readings.ts';
import { Group } from './group.tsx';
import { groupsOf } from './groups.ts';
import { Looked } from './looked.tsx';
import { Muted } from './muted.tsx';

function Groups({ client, threads }: { client: Teahouse; threads: readonly ThreadSummary[] }) {
  const { items } = useObserved(client.inbox);
  const rooms = useReading(roomsReading).data;
  return (
    <ol className="border-b border-line">
      {groupsOf(items).map((group) => (
        <Group
          key={group.thread}
          client={client}
          group={group}
          room={rooms?.find(({ id }) => id === group.room)}
          thread={threads.find(({ id }) => id === group.thread)}
        />
      ))}
    </ol>
  );
}

function Nothing() {
  const { t } = useLingui();
  return (
    <Empty
      title={t`Nobody has called for you`}
      action={
        <Link to="/" className="btn">
          <Trans>To the square</Trans>
        </Link>
      }
    >
      <p>
        <Trans>
          When somebody answers you, names you, or speaks in a thread that you opened, it stands here. This
          device finds it by itself, in the list of all posts that everybody can fetch: nobody is asked, so
          nobody learns what is yours.
        </Trans>
      </p>
    </Empty>
  );
}

function Contents({ client }: { client: Teahouse }) {
  const { items, unread, lookedAt, error } = useObserved(client.inbox);
  const notices = useObserved(client.notices).notices.length;
  // Titles come out of the public lists, read whole: a list of one's own threads is never asked for.
  const titles = useMemo(() => createReading({ read: () => client.myThreads() }), [client]);
  const threads = useReading(titles).data ?? [];
  const nothing = items.length === 0 && notices === 0;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 pb-3">
        <Looked client={client} />
        {unread > 0 ? (
          <button type="button" className="act" onClick={() => void client.inbox.readAll()}>
            <Trans>Mark all as read</Trans>
          </button>
        ) : null}
      </div>
      {error ? (
        <div className="pb-5">
          <ErrorNotice code={error} />
        </div>
      ) : null}
      <Notices client={client} threads={threads} />
      {items.length > 0 ? <Groups client={client} threads={threads} /> : null}
      {nothing && lookedAt !== null ? <Nothing /> : null}
      {nothing && lookedAt === null && !error ? <RowsSkeleton rows={3} /> : null}
      <Muted client={client} />
    </>
  );
}

function Visitor() {
  return (
    <div className="space-y-4">
      <p className="max-w-[34rem] text-ink-2">
        <Trans>
          The inbox belongs to a mask: it says who answered you. To have one, you need a mask of your own.
        </Trans>
      </p>
      <Link to="/join" className="btn">
        <Trans>Get your mask</Trans>
      </Link>
    </div>
  );
}

function WithWallet({ client }: { client: Teahouse | null }) {
  if (!client) return <RowsSkeleton rows={3} />;
  return (
    <Unlocked client={client}>
      <Contents client={client} />
    </Unlocked>
  );
}

/** What concerns one's own posts, without an account: found on the device in public files. */
export function InboxPage() {
  const { t } = useLingui();
  useTitle(t`Inbox`);
  const client = useHolder();
  return (
    <div className="page pt-6 sm:pt-9">
      <div className="column">
        <h1 className="pb-1">
          <Trans>Inbox</Trans>
        </h1>
        {hasHolder() ? <WithWallet client={client} /> : <Visitor />}
      </div>
    </div>
  );
}
