import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { InboxItem, InboxWords, Teahouse } from '@teahouse/client';
import { useEffect, useMemo } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SlotTime } from '../../ui/time.tsx';
import { Face, presentOne } from '../read/face.tsx';
import { createReading, useReading } from '../read/reading.ts';
import { Words as PlainWords } from '../text/words.tsx';
import type { InboxGroup } from './groups.ts';

function Said({ item, words }: { item: InboxItem; words: InboxWords }) {
  const { t } = useLingui();
  const post = words.posts.get(item.id);
  const alias = words.aliases.get(item.pseudonym);
  if (!post?.body || !alias) {
    return (
      <p className="text-[0.95rem] text-ink-2">
        <Trans>These words were taken back.</Trans>
      </p>
    );
  }
  const why = { reply: t`answered you`, mention: t`named you`, thread: t`spoke in your thread` }[item.kind];
  return (
    <>
      <Face
        alias={alias}
        presented={presentOne(alias)}
        size={34}
        meta={
          <>
            {why} <SlotTime slot={post.slot} />
          </>
        }
      />
      <PlainWords text={post.body.text} lang={post.body.lang} called={null} className="mt-2 line-clamp-6" />
      <Link
        to="/r/$room/t/$thread"
        params={{ room: item.room, thread: item.thread }}
        hash={`p-${item.id}`}
        className="link inline-flex min-h-11 items-center text-[0.9rem]"
      >
        <Trans>Read it in the thread</Trans>
      </Link>
    </>
  );
}

/**
 * What was said, fetched when somebody asks for it: one reading of the thread for all of its items. The words are kept
 * for as long as they are on the screen.
 */
export function Words({ client, group }: { client: Teahouse; group: InboxGroup }) {
  const { t } = useLingui();
  const { room, thread } = group;
  const ids = group.items.map(({ id }) => id).join();
  const reading = useMemo(
    () => createReading({ read: () => client.inbox.words({ room, thread }, ids.split(',')) }),
    [client, room, thread, ids],
  );
  const { data, error } = useReading(reading);
  useEffect(() => {
    if (data) void client.inbox.read(ids.split(','));
  }, [client, data, ids]);
  if (error && !data) {
    return (
      <ErrorNotice error={error}>
        <button type="button" className="link min-h-11" onClick={() => void reading.refresh()}>
          <Trans>Try again</Trans>
        </button>
      </ErrorNotice>
    );
  }
  if (!data)
    return <p role="status" className="shimmer text-[0.92rem] text-ink-2">{t`Fetching the words…`}</p>;
  return (
    <ol className="rise mt-1 space-y-4 border-l-2 border-line pl-3.5 sm:pl-5">
      {group.items.map((item) => (
        <li key={item.id}>
          <Said item={item} words={data} />
        </li>
      ))}
    </ol>
  );
}
