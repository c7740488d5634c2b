import { talkPaths, talkPrefix } from '@teahouse/contract/talk/paths';

/** What is passed on: a thread, or one reply in it. */
export interface Shared {
  readonly room: string;
  readonly thread: string;
  /** Null for the whole thread. */
  readonly post: string | null;
}

/**
 * The link that is passed on. A reply is named twice: in the query for the preview, which the server makes, and in the
 * fragment for the browser, which goes there.
 */
export function shareLink({ room, thread, post }: Shared, origin: string): string {
  const page = `${origin}/r/${room}/t/${thread}`;
  return post === null ? page : `${page}?post=${post}#p-${post}`;
}

/** Where the card is, below the house's own address. */
export function cardAddress({ room, thread, post }: Shared, lang: 'zh' | 'en'): string {
  const [, path = ''] = talkPaths.card.split(' ');
  const card = `${talkPrefix}${path.replace(':room', room).replace(':thread', thread)}.png?lang=${lang}`;
  return post === null ? card : `${card}&post=${post}`;
}
