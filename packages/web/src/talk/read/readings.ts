import type { ThreadSummary, ThreadView } from '@teahouse/contract/talk';
import { talk } from './api.ts';
import { readThread } from './long-thread.ts';
import { createReading, createReadings } from './reading.ts';

const minutes = 60_000;

export const rooms = createReading({ read: async () => (await talk.rooms()).rooms });

/** Companies and industries by id, for labels. */
export const directory = createReading({ read: () => talk.directory(), fresh: 10 * minutes });

export interface ThreadsRead {
  readonly threads: readonly ThreadSummary[];
  /** Where the next older page begins; null at the end. */
  readonly next: string | null;
}

/** Of all rooms, or of one. */
export type Where = { readonly room: string | null };
const readPage = ({ room }: Where, before: string | null): Promise<ThreadsRead> => {
  const query = before === null ? {} : { before };
  return room === null ? talk.latest({ query }) : talk.threads({ params: { room }, query });
};
const roomOf = (key: string): Where => ({ room: key === '' ? null : key });

/** What was read further down stays when the top is read anew. */
function onTop(first: ThreadsRead, before: ThreadsRead | undefined): ThreadsRead {
  const fresh = new Set(first.threads.map(({ id }) => id));
  const older = before?.threads.filter(({ id }) => !fresh.has(id)) ?? [];
  return before && before.threads.length > first.threads.length
    ? { threads: [...first.threads, ...older], next: before.next }
    : first;
}
const lists = createReadings((key) =>
  createReading<ThreadsRead>({ read: async (before) => onTop(await readPage(roomOf(key), null), before) }),
);
/** Threads of a room by last activity; of all rooms where none is given. */
export const threadsOf = (room: string | null) => lists(room ?? '');

/** Puts the next older page below what is there. */
export async function readOlder(room: string | null): Promise<void> {
  const list = threadsOf(room);
  const before = list.snapshot().data?.next ?? null;
  if (before === null) return;
  const page = await readPage({ room }, before);
  list.update(({ threads }) => {
    const here = new Set(threads.map(({ id }) => id));
    return { threads: [...threads, ...page.threads.filter(({ id }) => !here.has(id))], next: page.next };
  });
}

export interface ThreadAddress {
  readonly room: string;
  readonly thread: string;
}

const threads = createReadings((key) => {
  const [room = '', thread = ''] = key.split('/');
  return createReading<ThreadView>({ read: (before) => readThread({ room, thread }, before) });
});
/** One thread: whole, or of a long one the part that is on the page (long-thread.ts). */
export const threadOf = ({ room, thread }: ThreadAddress) => threads(`${room}/${thread}`);

/** Forgets what was read in a room: of one for colleagues nothing stays in memory when its page is left. */
export function dropRoom(room: string): void {
  lists.drop((key) => key.split('/')[0] === room);
  threads.drop((key) => key.split('/')[0] === room);
}
