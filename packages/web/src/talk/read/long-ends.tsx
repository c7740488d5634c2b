import { Plural, Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { DownIcon } from '../../ui/icons.tsx';
import { elsewhere, isLong, pageAbove, pageBelow } from './long-thread.ts';
import type { ThreadAddress } from './readings.ts';
import { useThread } from './thread-context.ts';
import { threadOf } from './thread-reading.ts';

function useAddress(): ThreadAddress {
  const { thread } = useThread().view;
  return { room: thread.room, thread: thread.id };
}

/** Reads more when it comes near the screen; a button for those who do not scroll, and after a failure. */
function More({ read, children }: { read: () => Promise<void>; children: ReactNode }) {
  const [state, setState] = useState<'idle' | 'reading' | { error: unknown }>('idle');
  const element = useRef<HTMLDivElement>(null);
  const start = useRef(async () => {});
  start.current = async () => {
    if (state === 'reading') return;
    setState('reading');
    try {
      await read();
      setState('idle');
    } catch (error) {
      setState({ error });
    }
  };
  const failed = typeof state === 'object';
  useEffect(() => {
    if (failed || !element.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) void start.current();
      },
      { rootMargin: '800px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [failed]);
  return (
    <div ref={element} className="flex flex-col items-start gap-3 border-t border-line py-4">
      {failed ? <ErrorNotice error={state.error} /> : null}
      <button
        type="button"
        className={`act ${state === 'reading' ? 'shimmer' : ''}`}
        aria-busy={state === 'reading'}
        onClick={() => void start.current()}
      >
        {children}
      </button>
    </div>
  );
}

/** Above the part of a long thread that is on the page. */
export function EarlierReplies() {
  const address = useAddress();
  const { view } = useThread();
  if (view.previous === null) return null;
  const read = async () => {
    threadOf(address).update(await pageAbove(address, view));
  };
  return (
    <More key={view.previous} read={read}>
      <Trans>Earlier replies</Trans>
    </More>
  );
}

/** Below it. */
export function LaterReplies() {
  const address = useAddress();
  const { view } = useThread();
  if (view.next === null) return null;
  const read = async () => {
    threadOf(address).update(await pageBelow(address, view));
  };
  return (
    <More key={view.next} read={read}>
      <Trans>Later replies</Trans>
    </More>
  );
}

/** Shows a post that may not be on the page yet, and puts it in the middle of the screen. */
async function show(address: ThreadAddress, post: string): Promise<void> {
  const reading = threadOf(address);
  const { data } = reading.snapshot();
  if (data && !data.posts.some(({ id }) => id === post)) {
    const there = await elsewhere(address, data, { around: post });
    reading.update(() => there);
  }
  requestAnimationFrame(() => {
    document.getElementById(`p-${post}`)?.scrollIntoView({ block: 'center' });
  });
}

/** Follows links to posts of this thread, also to those that are not on the page: `#p-ID` is a reply's permalink. */
export function FollowLinks() {
  const { room, thread } = useAddress();
  useEffect(() => {
    const follow = () => {
      const post = /^#p-([\w-]{43})$/.exec(location.hash)?.[1];
      // A post that is gone or of another thread: the page stays as it is.
      if (post) void show({ room, thread }, post).catch(() => undefined);
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [room, thread]);
  return null;
}

/** Leads to the newest reply of a long thread, wherever one is. */
export function ToNewest() {
  const address = useAddress();
  const { view } = useThread();
  if (!isLong(view)) return null;
  const go = async () => {
    const reading = threadOf(address);
    const there = view.next === null ? view : await elsewhere(address, view, 'newest');
    reading.update(() => there);
    requestAnimationFrame(() => {
      document.getElementById(`p-${there.posts.at(-1)?.id}`)?.scrollIntoView({ block: 'end' });
    });
  };
  return (
    <button type="button" className="act" onClick={() => void go().catch(() => undefined)}>
      <DownIcon />
      <Plural value={view.thread.replies} one="To the newest of # reply" other="To the newest of # replies" />
    </button>
  );
}
