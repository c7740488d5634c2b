import type { Alias, Post } from '@teahouse/contract/talk';
import type { TalkCaller } from '../call.ts';
import type { Aliases } from '../talk/aliases.ts';

export interface ThreadLookup {
  /** Own alias in the thread, when it has entered. */
  readonly alias: Alias | undefined;
  readonly post: Post | undefined;
  readonly title: string;
}

/**
 * Reads a thread page by page, as any reader does, until own alias and the wanted post (if any) were seen. What is
 * asked for is the thread; which of its posts is meant stays here. In a colleagues-only room the key of the day goes
 * along; where it has lapsed the person enters anew (`room-closed`), as an act must not be what opens a room.
 */
export async function lookUpThread(
  talk: TalkCaller,
  aliases: Aliases,
  where: { readonly room: string; readonly thread: string; readonly post?: string },
): Promise<ThreadLookup> {
  const { room, thread } = where;
  let found: ThreadLookup = { alias: undefined, post: undefined, title: '' };
  let after: number | null = -1;
  while (after !== null) {
    const view: Awaited<ReturnType<TalkCaller['thread']>> = await talk.thread(
      { params: { room, thread }, query: { after } },
      { fresh: true },
    );
    found = {
      alias: found.alias ?? aliases.own(view),
      post: found.post ?? view.posts.find(({ id }) => id === where.post),
      title: view.thread.title,
    };
    if (found.alias && (found.post || where.post === undefined)) break;
    after = view.next;
  }
  return found;
}
