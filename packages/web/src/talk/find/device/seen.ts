import type { ThreadSummary } from '@teahouse/contract/talk';
import { useEffect, useSyncExternalStore } from 'react';
import { createKept } from './kept.ts';

/** Threads that are remembered; of the one looked at longest ago nothing is known any more. */
export const mostSeen = 400;

type Seen = ReadonlyMap<string, number>;

const isPair = (one: unknown): one is [string, number] =>
  Array.isArray(one) && typeof one[0] === 'string' && Number.isInteger(one[1]);
const parse = (value: unknown): [string, number][] => (Array.isArray(value) ? value.filter(isPair) : []);

// Pairs, so that it can be written; no time of looking is kept, only the order.
const seen = createKept('seen', parse);
let from: readonly [string, number][] | undefined;
let map: Seen = new Map();

/** How many replies of which threads were on this screen. */
function current(): Seen {
  if (from !== seen.get()) {
    from = seen.get();
    map = new Map(from);
  }
  return map;
}

/** How many replies a thread had when it was looked at here; undefined when it never was. */
export const useSeen = (thread: string): number | undefined =>
  useSyncExternalStore(seen.subscribe, () => current().get(thread));

export function markSeen(thread: string, replies: number): void {
  if (current().get(thread) === replies) return;
  const looked: [string, number] = [thread, replies];
  seen.change((before) => [...before.filter(([id]) => id !== thread), looked].slice(-mostSeen));
}

/** Remembers the thread on the screen as it is now; nothing of a room that only colleagues read. */
export function useMarkSeen({ id, replies }: Pick<ThreadSummary, 'id' | 'replies'>, isPublic: boolean): void {
  useEffect(() => {
    if (isPublic) markSeen(id, replies);
  }, [id, replies, isPublic]);
}
