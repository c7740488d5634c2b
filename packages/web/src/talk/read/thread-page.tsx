import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ApiError } from '@teahouse/client/errors';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { Doorway } from '../inside/doorway.tsx';
import { useLanding } from '../share/use-landing.ts';
import { useReading } from './reading.ts';
import type { ThreadAddress } from './readings.ts';
import { ThreadBody } from './thread-body.tsx';
import { threadOf } from './thread-reading.ts';
import { useLiveThread } from './use-live-thread.ts';

const route = getRouteApi('/talk/r/$room/t/$thread');

/** One thread: what was said, who answered, and the place to answer. */
export function ThreadPage() {
  const address = route.useParams();
  return (
    <Doorway room={address.room}>
      <Thread address={address} />
    </Doorway>
  );
}

function Thread({ address: { room, thread } }: { address: ThreadAddress }) {
  const { t } = useLingui();
  const reading = threadOf({ room, thread });
  const { data, error } = useReading(reading);
  const live = useLiveThread({ room, thread });
  useTitle(data?.thread.title || undefined);
  useLanding(data !== undefined);
  if (data) return <ThreadBody key={thread} view={data} live={live} />;
  if (error) {
    const missing = error instanceof ApiError && error.status === 404;
    return (
      <div className="page column ml-0 space-y-5 py-12">
        <h1>{missing ? t`This thread is not here` : t`The thread did not arrive`}</h1>
        <ErrorNotice error={error} />
        {missing ? (
          <Link to="/" className="btn">
            <Trans>Back to the square</Trans>
          </Link>
        ) : (
          <button type="button" className="btn" onClick={() => void reading.refresh()}>
            <Trans>Try again</Trans>
          </button>
        )}
      </div>
    );
  }
  return <PageSkeleton />;
}
