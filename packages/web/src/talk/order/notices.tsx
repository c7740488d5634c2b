import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { OwnNotice, Teahouse } from '@teahouse/client';
import type { ThreadSummary } from '@teahouse/contract/talk';
import { useEffect } from 'react';
import { useObserved } from '../../holder/use-holder.ts';
import { useDayWords } from '../inbox/day-words.ts';
import { langTag, setTitle } from '../read/lang.ts';
import { AppealPart } from './appeal.tsx';
import { actionWords, tokenWords } from './decision-words.ts';
import { type NoticeGroup, noticeGroups } from './notice-groups.ts';
import { Reason } from './reason.tsx';

function One({ client, notice }: { client: Teahouse; notice: OwnNotice }) {
  const { t } = useLingui();
  const dayWords = useDayWords();
  const tokens = tokenWords(notice.action);
  return (
    <li className="space-y-1 py-2.5" data-notice={notice.action}>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <strong>{t(actionWords[notice.action])}</strong>
        <span className="text-[0.86rem] text-ink-2">{dayWords(notice.day)}</span>
      </p>
      <Reason decision={notice} />
      {tokens ? <p className="text-[0.9rem] text-ink-2">{t(tokens)}</p> : null}
      <AppealPart client={client} notice={notice} />
    </li>
  );
}

function AboutPost({
  client,
  group,
  thread,
}: {
  client: Teahouse;
  group: NoticeGroup;
  thread: ThreadSummary | undefined;
}) {
  const { t } = useLingui();
  const title = thread && !thread.deleted && thread.title ? thread.title : t`A thread you are in`;
  const { room, post, notices, unread } = group;
  const fresh = notices.flatMap(({ id, read }) => (read ? [] : [id])).join();
  // On the screen is read: the words stand there whole.
  useEffect(() => {
    if (fresh) void client.notices.read(fresh.split(','));
  }, [client, fresh]);
  return (
    <li className="border-t border-line py-4" data-about={post}>
      <p className="text-[0.9rem] text-ink-2">
        <Trans>About your post in</Trans>{' '}
        <Link
          to="/r/$room/t/$thread"
          params={{ room, thread: group.thread }}
          hash={`p-${post}`}
          lang={langTag(thread?.lang ?? null, title)}
          className="link"
        >
          {setTitle(title)}
        </Link>
        {unread > 0 ? (
          <span className="pl-3 font-semibold text-celadon">
            <Plural value={unread} one="# new" other="# new" />
          </span>
        ) : null}
      </p>
      <ol>
        {notices.map((notice) => (
          <One key={notice.id} client={client} notice={notice} />
        ))}
      </ol>
    </li>
  );
}

/** What was decided about one's own posts, and the way to appeal; found on the device in public files. Nothing where nothing was. */
export function Notices({ client, threads }: { client: Teahouse; threads: readonly ThreadSummary[] }) {
  const mine = useObserved(client.notices).notices;
  if (mine.length === 0) return null;
  return (
    <section className="pb-8">
      <h2 className="pb-2">
        <Trans>What was decided about your posts</Trans>
      </h2>
      <ol className="border-b border-line">
        {noticeGroups(mine).map((group) => (
          <AboutPost
            key={group.post}
            client={client}
            group={group}
            thread={threads.find(({ id }) => id === group.thread)}
          />
        ))}
      </ol>
    </section>
  );
}
