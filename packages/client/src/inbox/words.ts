import type { Alias, Post, ThreadSummary, ThreadView } from '@teahouse/contract/talk';
import type { TalkCaller } from '../call.ts';
import { ApiError } from '../errors.ts';

/** Words of posts of one thread. */
export interface InboxWords {
  readonly thread: ThreadSummary;
  /** By id, the wanted ones among others; those that are gone are missing. */
  readonly posts: ReadonlyMap<string, Post>;
  readonly aliases: ReadonlyMap<string, Alias>;
}

/**
 * Reads the thread around the wanted posts: the page that anybody gets who follows a link to one of them. Mostly one
 * request, as answers stand together; one more for each that is far from the others. Throws what the call throws.
 */
export async function readWords(
  talk: Pick<TalkCaller, 'thread'>,
  params: { readonly room: string; readonly thread: string },
  wanted: readonly string[],
): Promise<InboxWords> {
  const posts = new Map<string, Post>();
  const aliases = new Map<string, Alias>();
  let thread: ThreadSummary | undefined;
  for (const around of wanted) {
    if (posts.has(around)) continue;
    const view: ThreadView | undefined = await talk.thread({ params, query: { around } }).catch((error) => {
      if (error instanceof ApiError && error.code === 'unknown-post') return undefined;
      throw error;
    });
    thread ??= view?.thread;
    for (const post of view?.posts ?? []) posts.set(post.id, post);
    for (const alias of view?.aliases ?? []) aliases.set(alias.pseudonym, alias);
  }
  return { thread: thread ?? (await talk.thread({ params })).thread, posts, aliases };
}
