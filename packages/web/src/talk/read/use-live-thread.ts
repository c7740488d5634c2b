import { watch } from '@teahouse/client/talk/live';
import type { LiveEvent, ThreadView } from '@teahouse/contract/talk';
import { useEffect, useState } from 'react';
import { talk } from './api.ts';
import type { ThreadAddress } from './readings.ts';
import { threadOf } from './thread-reading.ts';

/** A thread after an event: the post put in or replaced, its alias known. */
export function withEvent(view: ThreadView, { post, alias, thread }: LiveEvent): ThreadView {
  const known = view.posts.some(({ id }) => id === post.id);
  // Of a long thread the end may not be on the page; what is said there is read when somebody goes there.
  const isHere = known || view.next === null;
  if (!isHere) return { ...view, thread };
  const posts = known ? view.posts.map((old) => (old.id === post.id ? post : old)) : [...view.posts, post];
  const aliases = view.aliases.some(({ pseudonym }) => pseudonym === alias.pseudonym)
    ? view.aliases
    : [...view.aliases, alias];
  return { ...view, thread, posts, aliases };
}

export interface Live {
  /** Posts that came while the page was open, oldest first. */
  readonly arrived: ReadonlySet<string>;
  readonly lost: boolean;
}

/** Puts what happens in a thread onto the page without a reload. */
export function useLiveThread(address: ThreadAddress): Live {
  const { room, thread } = address;
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  const [lost, setLost] = useState(false);
  useEffect(() => {
    const reading = threadOf({ room, thread });
    let wasLost = false;
    setArrived(new Set());
    return watch(
      talk,
      { room, thread },
      (event) => {
        reading.update((view) => withEvent(view, event));
        if (event.kind === 'post') setArrived((before) => new Set(before).add(event.post.id));
      },
      (state) => {
        // What was said during the gap is nowhere in the stream: read the thread again.
        if (state === 'open' && wasLost) void reading.refresh();
        wasLost = state === 'lost';
        setLost(wasLost);
      },
    );
  }, [room, thread]);
  return { arrived, lost };
}
