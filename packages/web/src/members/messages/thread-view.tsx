import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Message, Thread } from '@teahouse/contract/members';
import { Fragment, useEffect, useRef } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { dayWords } from '../account/days.ts';
import { useLiveNotices } from '../notices/live.ts';
import { Composer } from './composer.tsx';
import { MessageLine } from './message-line.tsx';
import { threadQuery } from './queries.ts';
import { hiringWords } from './words.ts';

/** Messages with a line before each day: that is all the house knows of when it was. */
function Messages({ thread, messages }: { thread: Thread; messages: readonly Message[] }) {
  const { i18n } = useLingui();
  return messages.map((message, at) => (
    <Fragment key={message.id}>
      {messages[at - 1]?.day === message.day ? null : (
        <li className="text-center text-[0.84rem] text-ink-2">
          <time dateTime={message.day}>{dayWords(message.day, i18n.locale)}</time>
        </li>
      )}
      <MessageLine message={message} thread={thread} />
    </Fragment>
  ));
}

function Closed({ thread }: { thread: Thread }) {
  return (
    <p className="notice mt-5" role="status">
      {thread.closed === 'withdrawn' ? (
        <Trans>The application was withdrawn: what was written can still be read.</Trans>
      ) : (
        <Trans>The application was declined: what was written can still be read.</Trans>
      )}
    </p>
  );
}

/** The thread of an application, whichever side looks. */
export function ThreadView({ application }: { application: string }) {
  const { t } = useLingui();
  useLiveNotices(true);
  const pages = useInfiniteQuery(threadQuery(application));
  const list = useRef<HTMLUListElement>(null);
  const [latest] = pages.data?.pages ?? [];
  const messages = [...(pages.data?.pages ?? [])].reverse().flatMap((page) => page.messages);
  const last = messages.at(-1)?.id;
  useEffect(() => {
    // To what was written last, also when it has just come.
    if (last !== undefined && list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [last]);
  if (pages.error) return <ErrorNotice error={pages.error} words={hiringWords} />;
  if (!latest) return <RowsSkeleton rows={3} />;
  return (
    <section aria-label={t`Messages`}>
      {pages.hasNextPage ? (
        <button
          type="button"
          className="act"
          aria-disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          <Trans>Earlier messages</Trans>
        </button>
      ) : null}
      {messages.length === 0 ? (
        <p className="text-ink-2">
          {latest.side === 'applicant' ? (
            <Trans>Nobody has written yet. You may ask the recruiters something.</Trans>
          ) : (
            <Trans>Nobody has written yet. The applicant is told when you do.</Trans>
          )}
        </p>
      ) : (
        <ul
          ref={list}
          aria-live="polite"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled must be reached by keyboard (WCAG 2.1.1)
          tabIndex={0}
          aria-label={t`Messages`}
          className="max-h-[60dvh] space-y-3 overflow-y-auto py-1"
        >
          <Messages thread={latest} messages={messages} />
        </ul>
      )}
      {latest.closed ? <Closed thread={latest} /> : <Composer thread={latest} />}
    </section>
  );
}
