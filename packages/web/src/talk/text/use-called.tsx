import { useContext, useMemo } from 'react';
import { ThreadContext } from '../read/thread-context.ts';
import { MaskLink } from './mask-link.tsx';
import { mentionsIn, namesOf } from './mentions.ts';
import type { Called } from './words.tsx';

/**
 * Who is called in a post of the thread on the screen; null outside of a thread or where nobody is. `before`: the
 * post's place, so that a mask leads to the newest words above it.
 */
export function useCalled(mentions: readonly string[] | undefined, before: number): Called | null {
  const thread = useContext(ThreadContext);
  // By value: the list comes anew with each reading of the thread.
  const list = mentions?.join(' ') ?? '';
  const posts = list === '' ? null : thread?.view.posts;
  const presented = list === '' ? null : thread?.presented;
  return useMemo(() => {
    if (!posts || !presented) return null;
    const pseudonyms = new Set(list.split(' ').filter((pseudonym) => presented.has(pseudonym)));
    const newest = (pseudonym: string) =>
      posts.findLast((post) => post.pseudonym === pseudonym && post.seq < before)?.id;
    return {
      names: namesOf(presented),
      pseudonyms,
      chip: (pseudonym) => {
        const alias = presented.get(pseudonym);
        return alias ? <MaskLink alias={alias} post={newest(pseudonym)} /> : null;
      },
    };
  }, [posts, presented, list, before]);
}

/** Who will be called in a text that is not said yet: whoever it names of the thread on the screen. */
export function useCalledIn(text: string): Called | null {
  const presented = useContext(ThreadContext)?.presented;
  const mentions = useMemo(() => (presented ? mentionsIn(text, presented) : []), [text, presented]);
  return useCalled(mentions, Number.POSITIVE_INFINITY);
}
