import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Room } from '@teahouse/contract/talk';
import { lazy, Suspense } from 'react';
import { loadCatalog } from '../../shell/locale.ts';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { useName } from '../../ui/use-name.ts';
import { FollowButton } from '../find/lists/follow-button.tsx';
import { SortTabs } from '../find/lists/sort-tabs.tsx';
import { Doorway } from '../inside/doorway.tsx';
import { useReading } from './reading.ts';
import { rooms as roomsReading } from './readings.ts';
import { RoomsAside } from './rooms-nav.tsx';
import { ThreadList } from './thread-list.tsx';
import { useLiveRoom } from './use-live-room.ts';

const InsideSearch = lazy(async () => {
  const [{ InsideSearch }] = await Promise.all([
    import('../find/more/inside-search.tsx'),
    loadCatalog('find'),
  ]);
  return { default: InsideSearch };
});

const route = getRouteApi('/talk/r/$room');

/** What can be said about a room of this kind. */
function RoomWords({ room }: { room: Room }) {
  if (room.access === 'colleagues')
    return <Trans>Whoever speaks or reads here has shown that they work here.</Trans>;
  switch (room.kind) {
    case 'company':
      return (
        <Trans>
          A company's room. Who speaks as an employee has proved it; who reads need not say anything.
        </Trans>
      );
    case 'industry':
      return <Trans>Everyone of the trade, whatever the company.</Trans>;
    case 'topic':
      return <Trans>One subject, all trades.</Trans>;
    default:
      return <Trans>Everyone meets here.</Trans>;
  }
}

/** The threads of one room. */
export function RoomPage() {
  const { room } = route.useParams();
  return (
    <Doorway room={room}>
      <Threads id={room} />
    </Doorway>
  );
}

function Threads({ id }: { id: string }) {
  const { sort = 'active' } = route.useSearch();
  const { t } = useLingui();
  const name = useName();
  const rooms = useReading(roomsReading);
  const room = rooms.data?.find((entry) => entry.id === id);
  useTitle(room ? name(room.name) : t`Room`);
  useLiveRoom(id, sort);
  if (rooms.data && !room) {
    return (
      <div className="page column ml-0 space-y-5 py-12">
        <h1>{t`There is no such room`}</h1>
        <ErrorNotice code="unknown-room" />
        <Link to="/rooms" className="btn">
          <Trans>All rooms</Trans>
        </Link>
      </div>
    );
  }
  const threads = (
    <>
      <h2 className="sr-only">
        <Trans>Threads</Trans>
      </h2>
      <SortTabs sort={sort} />
      <ThreadList room={id} sort={sort} />
    </>
  );
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-x-20 lg:grid-cols-[minmax(0,42rem)_1fr]">
      <div>
        <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 pt-6 pb-7 sm:pt-9">
          <div>
            <div className="flex items-center gap-x-2">
              <h1 className="min-h-[1.4em]">
                {room ? name(room.name) : <span className="text-ink-2">…</span>}
              </h1>
              {room?.access === 'public' ? <FollowButton room={id} name={name(room.name)} /> : null}
            </div>
            <p className="mt-1 max-w-[26rem] text-[0.95rem] text-ink-2">
              {room ? <RoomWords room={room} /> : null}
            </p>
            {room?.company ? (
              <Link to="/companies/$company" params={{ company: room.company }} className="act">
                <Trans>About the company</Trans>
              </Link>
            ) : null}
          </div>
          <Link to="/r/$room/new" params={{ room: id }} className="btn max-md:hidden">
            <Trans>Open a thread</Trans>
          </Link>
        </div>
        {room?.access === 'colleagues' ? (
          <Suspense fallback={<RowsSkeleton />}>
            <InsideSearch room={id}>{threads}</InsideSearch>
          </Suspense>
        ) : (
          threads
        )}
      </div>
      <aside className="hidden pt-16 lg:block">
        <RoomsAside />
      </aside>
    </div>
  );
}
