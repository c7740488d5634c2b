import type { ThreadSort, ThreadSummary } from '@teahouse/contract/talk';
import { talk } from './api.ts';
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

/** Of all rooms where `room` is null, or of one. */
export interface Where {
  readonly room: string | null;
  readonly sort: ThreadSort;
}
/** A page of a list as talk gives it. */
export const readPage = ({ room, sort }: Where, before: string | null): Promise<ThreadsRead> => {
  const query = before === null ? { sort } : { sort, before };
  return room === null ? talk.latest({ query }) : talk.threads({ params: { room }, query });
};
const keyOf = ({ room, sort }: Where) => `${sort}/${room ?? ''}`;
const whereOf = (key: string): Where => {
  const [sort, room = ''] = key.split('/');
  return { sort: sort as ThreadSort, room: room === '' ? null : room };
};

/** What was read further down stays when the top is read anew. */
function onTop(first: ThreadsRead, before: ThreadsRead | undefined): ThreadsRead {
  const fresh = new Set(first.threads.map(({ id }) => id));
  const older = before?.threads.filter(({ id }) => !fresh.has(id)) ?? [];
  return before && before.threads.length > first.threads.length
    ? { threads: [...first.threads, ...older], next: before.next }
    : first;
}
const lists = createReadings((key) =>
  createReading<ThreadsRead>({ read: async (before) => onTop(await readPage(whereOf(key), null), before) }),
);
/** Threads of a room, of all rooms where it is null; by last activity unless another order is asked for. */
export const threadsOf = (room: string | null, sort: ThreadSort = 'active') => lists(keyOf({ room, sort }));

/** Puts the next older page below what is there. */
export async function readOlder(where: Where): Promise<void> {
  const list = lists(keyOf(where));
  const before = list.snapshot().data?.next ?? null;
  if (before === null) return;
  const page = await readPage(where, before);
  list.update(({ threads }) => {
    const here = new Set(threads.map(({ id }) => id));
    return { threads: [...threads, ...page.threads.filter(({ id }) => !here.has(id))], next: page.next };
  });
}

export interface ThreadAddress {
  readonly room: string;
  readonly thread: string;
}

/** What else of a room is kept elsewhere; the first page carries no threads along. */
const keepers: ((room: string) => void)[] = [];
export const whenDropped = (drop: (room: string) => void): number => keepers.push(drop);

/** Forgets what was read in a room: of one for colleagues nothing stays in memory when its page is left. */
export function dropRoom(room: string): void {
  lists.drop((key) => whereOf(key).room === room);
  for (const drop of keepers) drop(room);
}
