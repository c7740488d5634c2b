import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { hasHolder } from '../../holder/marker.ts';
import { useTitle } from '../../shell/use-title.ts';
import { Mask } from '../../ui/mask.tsx';
import { presentOne } from './face.tsx';
import { useReading } from './reading.ts';
import { threadsOf } from './readings.ts';
import { RoomsAside, RoomsStrip } from './rooms-nav.tsx';
import { ThreadList } from './thread-list.tsx';

/** The masks of those who spoke last, hung side by side as behind the stage. */
function MaskRow() {
  const { data } = useReading(threadsOf(null));
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
function Welcome() {
  return (
    <div className="pt-8 pb-10 sm:pt-14 sm:pb-14">
      <MaskRow />
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

/** The first page: the latest threads of all rooms, readable by anyone. */
export function SquarePage() {
  const { t } = useLingui();
  useTitle(t`The square`);
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-x-20 lg:grid-cols-[minmax(0,42rem)_1fr]">
      <div className="min-w-0">
        {hasHolder() ? <Greeting /> : <Welcome />}
        <div className="pb-2 lg:hidden">
          <RoomsStrip />
        </div>
        <section aria-labelledby="latest">
          <h2 id="latest" className="pb-3">
            <Trans>Latest in all rooms</Trans>
          </h2>
          <ThreadList room={null} />
        </section>
      </div>
      <aside className="hidden pt-16 lg:block">
        <RoomsAside />
      </aside>
    </div>
  );
}
