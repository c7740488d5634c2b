import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { OutboxItem, Teahouse } from '@teahouse/client';
import { useMemo } from 'react';
import { useObserved } from '../../holder/use-holder.ts';
import { useTitle } from '../../shell/use-title.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { ThisDevice } from '../keep/this-device.tsx';
import { createReading, useReading } from '../read/reading.ts';
import { rooms as roomsReading } from '../read/readings.ts';
import { ThreadRow } from '../read/thread-row.tsx';
import { DraftList } from './draft-list.tsx';
import { Gate } from './gate.tsx';
import { PendingWords } from './pending-words.tsx';
import { Sending } from './sending.tsx';
import { TokensLeft } from './tokens-left.tsx';

function Said({ compose }: { compose: OutboxItem['compose'] }) {
  switch (compose.kind) {
    case 'thread':
      return <strong className="line-clamp-2">{compose.title}</strong>;
    case 'delete':
      return <Trans>Taking your words back</Trans>;
    case 'react':
      return <Trans>A reaction</Trans>;
    case 'ballot':
      return <Trans>A vote</Trans>;
    case 'report':
      return <Trans>A report</Trans>;
    case 'appeal':
      return <Trans>An appeal</Trans>;
    default:
      return <PendingWords text={compose.text} />;
  }
}

function Outbox({ client }: { client: Teahouse }) {
  const items = useObserved(client.outbox).filter(({ state }) => state.name !== 'sent');
  if (items.length === 0) return null;
  return (
    <section className="pb-10">
      <h2 className="pb-2">
        <Trans>On the way out</Trans>
      </h2>
      <ol>
        {items.map((item) => (
          <li key={item.id} className="space-y-1.5 border-t border-line py-4">
            <Said compose={item.compose} />
            <Sending client={client} item={item} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Threads({ client }: { client: Teahouse }) {
  const { t } = useLingui();
  const rooms = useReading(roomsReading);
  /** A thread that was just opened belongs into the list. */
  const sent = useObserved(client.outbox).filter(({ state }) => state.name === 'sent').length;
  // Which threads are one's own is known to the wallet alone: it is not kept beyond this page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `sent` says when to read anew
  const reading = useMemo(() => createReading({ read: () => client.myThreads() }), [client, sent]);
  const { data, error } = useReading(reading);
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <RowsSkeleton rows={3} />;
  if (data.length === 0) {
    return (
      <Empty
        title={t`You have not spoken yet`}
        action={
          <Link to="/r/$room/new" params={{ room: 'square' }} className="btn">
            <Trans>Open a thread</Trans>
          </Link>
        }
      >
        <p>
          <Trans>
            Threads in which you wear a mask are listed here. The list is put together on this device, from
            public files: nobody else can make it.
          </Trans>
        </p>
      </Empty>
    );
  }
  return data.map((thread) => (
    <ThreadRow key={thread.id} thread={thread} room={rooms.data?.find(({ id }) => id === thread.room)} />
  ));
}

function Mine({ client }: { client: Teahouse }) {
  return (
    <>
      <p className="-mt-2 pb-8">
        <TokensLeft client={client} />
        <span className="block pt-1 text-[0.88rem] text-ink-2">
          <Trans>
            A reply takes one, a thread two. New ones come on Monday; those of posts that stand come back.
          </Trans>
        </span>
      </p>
      <Outbox client={client} />
      <DraftList client={client} />
      <section>
        <h2 className="pb-2">
          <Trans>Threads with a mask of yours</Trans>
        </h2>
        <Threads client={client} />
      </section>
      <ThisDevice client={client} />
    </>
  );
}

/** What only this device knows: own threads, drafts, the outbox, the tokens. */
export function MinePage() {
  const { t } = useLingui();
  useTitle(t`Mine`);
  return (
    <div className="page pt-6 sm:pt-9">
      <div className="column">
        <h1 className="pb-5">
          <Trans>Mine, on this device</Trans>
        </h1>
        <Gate>{(client) => <Mine client={client} />}</Gate>
      </div>
    </div>
  );
}
