import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FeedOrder, Me } from '@teahouse/contract/members';
import { useState } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { PenIcon } from '../../ui/nav-icons.tsx';
import { Beside, BesideButton, withBeside } from '../beside.tsx';
import { SignedIn } from '../session.tsx';
import { AboutFeed } from './about-feed.tsx';
import { Begin } from './begin.tsx';
import { Composer } from './composer.tsx';
import { useFeedOrder } from './order.ts';
import { PostList } from './post-list.tsx';
import { feedQuery } from './queries.ts';

function OrderSwitch({ order, onChange }: { order: FeedOrder; onChange: (order: FeedOrder) => void }) {
  const { t } = useLingui();
  const names = { ranked: t`For you`, newest: t`Newest first` };
  return (
    <fieldset aria-label={t`Order`} className="flex rounded-full border border-line p-0.5">
      {(['ranked', 'newest'] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === order}
          className={`min-h-10 rounded-full px-4 text-[0.9rem] ${one === order ? 'bg-celadon-soft font-semibold text-celadon' : 'text-ink-2 hover:text-ink'}`}
          onClick={() => onChange(one)}
        >
          {names[one]}
        </button>
      ))}
    </fieldset>
  );
}

/** What is still missing before the member can go behind the door; nothing once it is done. */
function PapersLeft({ me }: { me: Me }) {
  const employed = me.employments.some(({ standing }) => standing === 'current');
  if (employed && me.committed) return null;
  return (
    <div className="notice mt-6">
      <p className="font-semibold">
        <Trans>Your papers are not complete yet.</Trans>
      </p>
      <p className="text-[0.95rem] text-ink-2">
        <Trans>With them your employer bears the mark, and the door to talk opens.</Trans>
      </p>
      <Link to="/papers" className="act font-semibold">
        <Trans>Go on with my papers</Trans>
      </Link>
    </div>
  );
}

function Feed({ me }: { me: Me }) {
  const { t } = useLingui();
  const [order, setOrder] = useFeedOrder();
  const [writing, setWriting] = useState(false);
  const pages = useInfiniteQuery(feedQuery(order));
  return (
    <div className={`${withBeside} pt-8 sm:pt-14`}>
      <div className="min-w-0">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1>
            <Trans>Feed</Trans>
          </h1>
          <div className="flex items-center gap-1">
            <OrderSwitch order={order} onChange={setOrder} />
            <BesideButton label={t`How your feed is made`}>
              <AboutFeed />
            </BesideButton>
          </div>
        </div>
        <PapersLeft me={me} />
        <div className="my-6">
          {writing ? (
            <Composer onPosted={() => setWriting(false)} />
          ) : (
            <button
              type="button"
              className="input flex items-center gap-3 text-left text-ink-2"
              onClick={() => setWriting(true)}
            >
              <PenIcon />
              <Trans>What is worth telling?</Trans>
            </button>
          )}
        </div>
        <PostList
          key={order}
          pages={pages}
          me={me.id}
          empty={<Begin />}
          end={
            order === 'ranked' ? (
              <button type="button" className="btn quiet" onClick={() => setOrder('newest')}>
                <Trans>Older posts, newest first</Trans>
              </button>
            ) : (
              <p className="text-[0.95rem] text-ink-2">
                <Trans>That is all of the last sixty days.</Trans>
              </p>
            )
          }
        />
      </div>
      <Beside>
        <AboutFeed />
      </Beside>
    </div>
  );
}

/** The named half's first page: what people one knows have told. */
export function FeedPage() {
  const { t } = useLingui();
  useTitle(t`Feed`);
  return <SignedIn>{(me) => <Feed me={me} />}</SignedIn>;
}
