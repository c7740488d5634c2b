import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { ApiError } from '@teahouse/client/errors';
import type { ThreadSort } from '@teahouse/contract/talk';
import { createReading, createReadings, useReading } from '../../read/reading.ts';
import { readPage } from '../../read/readings.ts';
import { NoList, Older, ThreadRows } from '../../read/thread-list.tsx';
import { merge, type RoomList } from './merge.ts';

/** Rooms are read one after the other, in an order that is not that of their choosing. */
async function readAll(rooms: readonly string[], sort: ThreadSort): Promise<RoomList[]> {
  const lists: RoomList[] = [];
  for (const room of [...rooms].sort()) {
    try {
      lists.push({ room, ...(await readPage({ room, sort }, null)) });
    } catch (error) {
      // A room that is no more, or not for everybody, keeps nobody from the others.
      if (!(error instanceof ApiError && (error.status === 403 || error.status === 404))) throw error;
    }
  }
  return lists;
}

const followed = createReadings((key) => {
  const [sort, ...rooms] = key.split('/');
  return createReading<readonly RoomList[]>({ read: () => readAll(rooms, sort as ThreadSort) });
}, 10);

/**
 * Threads of the rooms that this device follows. Talk is asked for each room's public list as any reader of that room asks
 * for it; that they are laid together happens here. What that tells: docs/decisions/0012.
 */
export function FollowedThreads({ rooms, sort }: { rooms: readonly string[]; sort: ThreadSort }) {
  const reading = followed([sort, ...rooms].join('/'));
  const { data, error } = useReading(reading);
  if (!data) return <NoList error={error} retry={() => void reading.refresh()} />;
  const { threads, waiting } = merge(data, sort);
  if (threads.length === 0) {
    return (
      <p className="border-t border-line py-8 text-ink-2">
        <Trans>Nothing was said in these rooms in this time.</Trans>
      </p>
    );
  }
  const readOn = async () => {
    for (const room of waiting) {
      const list = data.find((one) => one.room === room);
      const page = await readPage({ room, sort }, list?.next ?? null);
      reading.update((lists) =>
        lists.map((one) =>
          one.room === room ? { room, threads: [...one.threads, ...page.threads], next: page.next } : one,
        ),
      );
    }
  };
  return (
    <>
      <ThreadRows threads={threads} named sort={sort} />
      <Older key={sort} more={waiting.length > 0} read={readOn} />
    </>
  );
}

const whose =
  'inline-flex min-h-11 items-center text-ink-2 hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink';

/** All rooms, or those that are followed here. */
export function WhoseThreads({ followed }: { followed: boolean }) {
  const { t } = useLingui();
  return (
    <nav aria-label={t`Whose threads`} className="flex gap-5 text-[0.95rem]">
      <Link
        to="/"
        activeOptions={{ exact: true }}
        search={({ sort }) => ({ ...(sort && { sort }) })}
        className={whose}
        aria-current={followed ? undefined : 'page'}
      >
        <Trans>All rooms</Trans>
      </Link>
      <Link
        to="/"
        search={({ sort }) => ({ ...(sort && { sort }), of: 'followed' })}
        className={whose}
        aria-current={followed ? 'page' : undefined}
      >
        <Trans>Followed</Trans>
      </Link>
    </nav>
  );
}
