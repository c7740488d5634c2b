import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ThreadSort } from '@teahouse/contract/talk';
import { lazy, Suspense } from 'react';
import { hasHolder } from '../../holder/marker.ts';
import { loadCatalog } from '../../shell/locale.ts';
import { useTitle } from '../../shell/use-title.ts';
import { Mask } from '../../ui/mask.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { useFollowed } from '../find/device/followed.ts';
import { SortTabs } from '../find/lists/sort-tabs.tsx';
import { presentOne } from './face.tsx';
import { useReading } from './reading.ts';
import { threadsOf } from './readings.ts';
import { RoomsAside, RoomsStrip } from './rooms-nav.tsx';
import { ThreadList } from './thread-list.tsx';

const route = getRouteApi('/talk/');

const loadFollowed = () => Promise.all([import('../find/more/followed-threads.tsx'), loadCatalog('find')]);
const FollowedThreads = lazy(async () => ({ default: (await loadFollowed())[0].FollowedThreads }));
const WhoseThreads = lazy(async () => ({ default: (await loadFollowed())[0].WhoseThreads }));

/** The masks of those whose threads stand on top, hung side by side as behind the stage. */
function MaskRow({ sort }: { sort: ThreadSort }) {
  const { data } = useReading(threadsOf(null, sort));
  const openers = data?.threads.slice(0, 9).map((thread) => thread.opener) ?? [];
  return (
    <div className="flex h-[4.6rem] items-end -space-x-1 overflow-hidden sm:-space-x-0.5" aria-hidden="true">
      {openers.map((opener, i) => (
        <span key={opener.pseudonym} className="fade" style={{ animationDelay: `${i * 40}ms` }}>
          <Mask bytes={presentOne(opener).mask} size={i === 4 ? 62 : 54 - Math.abs(i - 4) * 3} />
        </span>
      ))}
    </div>
  );
}

/** What this place is, for somebody who has never been here. */
function Welcome({ sort }: { sort: ThreadSort }) {
  return (
    <div className="pt-8 pb-10 sm:pt-14 sm:pb-14">
      <MaskRow sort={sort} />
      <h1 className="mt-6 text-[clamp(2rem,1.5rem+2.6vw,3.1rem)]">
        <Trans>
          Verified at work.
          <br />
          Unknown in talk.
        </Trans>
      </h1>
      <p className="mt-4 max-w-[36rem] text-[1.05rem] text-ink-2">
        <Trans>
          Behind every mask is somebody whose job was checked. In the next thread the same person wears
          another face, and nothing that we hold can join the two: not for the employer, not for a court, not
          for us.
        </Trans>
      </p>
      <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-2">
        <Link to="/join" className="btn">
          <Trans>Get your mask</Trans>
        </Link>
        <Link to="/about" className="link inline-flex min-h-11 items-center">
          <Trans>How that is possible</Trans>
        </Link>
      </p>
    </div>
  );
}

function Greeting() {
  return (
    <div className="flex flex-wrap items-end justify-between gap-4 pt-6 pb-7 sm:pt-9">
      <h1>
        <Trans>The square</Trans>
      </h1>
      <Link to="/r/$room/new" params={{ room: 'square' }} className="btn max-md:hidden">
        <Trans>Open a thread</Trans>
      </Link>
    </div>
  );
}

/** The first page: threads of all rooms, readable by anyone, or of those that this device follows. */
export function SquarePage() {
  const { t } = useLingui();
  const { sort = 'hot', of } = route.useSearch();
  const rooms = useFollowed();
  const followed = of === 'followed' && rooms.length > 0;
  useTitle(t`The square`);
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-x-20 lg:grid-cols-[minmax(0,42rem)_1fr]">
      <div className="min-w-0">
        {hasHolder() ? <Greeting /> : <Welcome sort={sort} />}
        <div className="pb-2 lg:hidden">
          <RoomsStrip />
        </div>
        <section aria-labelledby="threads">
          <h2 id="threads" className="sr-only">
            {followed ? <Trans>Threads in followed rooms</Trans> : <Trans>Threads in all rooms</Trans>}
          </h2>
          {rooms.length > 0 ? (
            <Suspense fallback={<div className="min-h-11" />}>
              <WhoseThreads followed={followed} />
            </Suspense>
          ) : null}
          <SortTabs sort={sort} />
          {followed ? (
            <Suspense fallback={<RowsSkeleton />}>
              <FollowedThreads rooms={rooms} sort={sort} />
            </Suspense>
          ) : (
            <ThreadList room={null} sort={sort} />
          )}
        </section>
      </div>
      <aside className="hidden pt-16 lg:block">
        <RoomsAside />
      </aside>
    </div>
  );
}
