import type { TalkCaller } from '../call.ts';
import { daysToRead, lastSettled } from './days.ts';
import { inOwnThreads, type OwnAliases } from './match.ts';
import type { BulkPost, DatedPost } from './types.ts';

/** Pages of one look at one set of files: as far back as that reaches, the same for everybody. */
const mostPages = 120;

interface Page {
  readonly posts: readonly BulkPost[];
  readonly next: string | null;
}
export interface FilesRead {
  /** Those of own threads. */
  readonly rows: readonly DatedPost[];
  /** The last day that need not be read again. */
  readonly done: string;
}

function pageOf(talk: TalkCaller, room: string, day: string, after: string | null): Promise<Page> {
  const query = after === null ? { day } : { day, after };
  return room === '' ? talk.bulkPosts({ query }) : talk.roomPosts({ params: { room }, query });
}

/**
 * Reads the public files of what was said, of all public rooms ('') or of one room, whole days, newest first, and keeps
 * the rows of own threads. Which requests are made follows from `done` and from the files themselves, never from what
 * this person said: so for two people they are the same, byte for byte. protocol.md 5 and 7.
 */
export async function readFiles(i: {
  readonly talk: TalkCaller;
  readonly room: string;
  readonly done: string | undefined;
  readonly now: Date;
  readonly own: OwnAliases;
}): Promise<FilesRead> {
  const rows: DatedPost[] = [];
  let pages = 0;
  for (const day of daysToRead(i.done, i.now)) {
    for (let after: string | null | undefined; after !== null && pages < mostPages; pages++) {
      const { posts, next }: Page = await pageOf(i.talk, i.room, day, after ?? null);
      rows.push(
        ...inOwnThreads(
          posts.map((post) => ({ ...post, day })),
          i.own,
        ),
      );
      after = next;
    }
  }
  const settled = lastSettled(i.now);
  return { rows, done: i.done !== undefined && i.done > settled ? i.done : settled };
}
