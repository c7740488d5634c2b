import type { ThreadSort, ThreadSummary } from '@teahouse/contract/talk';

/** What was read of one room's list. */
export interface RoomList {
  readonly room: string;
  readonly threads: readonly ThreadSummary[];
  /** Where the next page of it begins; null at its end. */
  readonly next: string | null;
}

const slotLength = 5 * 60_000;
/** Slots by which a doubling of voices makes a thread younger: `threads/heat.ts` of talk. */
const slotsPerDoubling = 144;

/** What a list is sorted by, the greater the further up. */
const ranks: Record<ThreadSort, (thread: ThreadSummary) => readonly [number, number]> = {
  active: ({ lastSlot }) => [Date.parse(lastSlot), 0],
  new: ({ slot }) => [Date.parse(slot), 0],
  hot: ({ slot, voices }) => [Date.parse(slot) / slotLength + slotsPerDoubling * Math.log2(1 + voices), 0],
  day: ({ voices, slot }) => [voices, Date.parse(slot)],
  week: ({ voices, slot }) => [voices, Date.parse(slot)],
};

/** Positive where `b` stands above `a`. */
const compare = (sort: ThreadSort) => (a: ThreadSummary, b: ThreadSummary) => {
  const [x, y] = [ranks[sort](a), ranks[sort](b)];
  return y[0] - x[0] || y[1] - x[1];
};

/** Lists of several rooms as one, and which of them have to be read further before it can go on. */
export interface Merged {
  readonly threads: readonly ThreadSummary[];
  readonly waiting: readonly string[];
}

/**
 * Lays lists of the same order together. It ends where the first of those that go on ends: of what is below nobody knows
 * yet what stands between.
 */
export function merge(lists: readonly RoomList[], sort: ThreadSort): Merged {
  const order = compare(sort);
  const all = lists.flatMap(({ threads }) => threads).sort(order);
  const going = lists.filter(({ next, threads }) => next !== null && threads.length > 0);
  const ends = going.map(({ room, threads }) => ({ room, last: threads.at(-1) as ThreadSummary }));
  const [edge] = ends.map(({ last }) => last).sort(order);
  if (!edge) return { threads: all, waiting: [] };
  return {
    threads: all.filter((thread) => order(thread, edge) <= 0),
    waiting: ends.filter(({ last }) => order(last, edge) === 0).map(({ room }) => room),
  };
}
