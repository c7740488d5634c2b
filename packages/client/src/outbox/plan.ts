import type { Rng } from '@teahouse/protocol';
import { contextOf, isSettled, type StoredItem } from './types.ts';

/** The act that left last. */
export interface LastLeft {
  readonly context: string;
  readonly at: number;
}

const minute = 60_000;
const [least, most] = [1 * minute, 10 * minute];

/** A random distance of 1 to 10 minutes, in milliseconds. protocol.md 4. */
export function randomGap(rng: Rng): number {
  const [a = 0, b = 0, c = 0, d = 0] = rng(4);
  return least + Math.floor(((((a << 24) | (b << 16) | (c << 8) | d) >>> 0) / 2 ** 32) * (most - least));
}

/** How long a failed try waits, in milliseconds: 2, 4, 8 … 300 s, half of it random, or longer if the server asked. */
export function retryDelay(tries: number, retryAfter: number | undefined, rng: Rng): number {
  const backOff = Math.min(2 ** tries, 300) * 500 * (2 - (rng(1)[0] ?? 0) / 256);
  return Math.max(backOff, (retryAfter ?? 0) * 1000);
}

/**
 * When each waiting act leaves: at once within the thread of the act before it, and 1–10 minutes after an act in
 * another context, unless the person insists; so that acts in two threads can't be joined by their time.
 */
export function plan(items: readonly StoredItem[], last: LastLeft | undefined): Map<string, number> {
  const times = new Map<string, number>();
  let before = last;
  for (const item of items) {
    if (item.state.name === 'sent' || item.state.name === 'refused') continue;
    const context = contextOf(item);
    const near = item.insisted || !before || [before.context, last?.context].includes(context);
    const at = near || !before ? item.notBefore : Math.max(item.notBefore, before.at + item.gap);
    times.set(item.id, at);
    if (!before || at >= before.at) before = { context, at };
  }
  return times;
}

/** When an act is to be tried next; undefined for one that is settled. */
export function dueAt({ state }: StoredItem): number | undefined {
  if (state.name === 'waiting') return state.until;
  if (state.name === 'failed') return state.retryAt;
  return state.name === 'proving' || state.name === 'sending' ? 0 : undefined;
}

/** The next act to try at `now`: the oldest that is due and has none before it in its own thread. */
export function nextDue(items: readonly StoredItem[], now: number): StoredItem | undefined {
  return items.find((item, i) => {
    const due = dueAt(item);
    if (due === undefined || due > now) return false;
    return !items.slice(0, i).some((other) => !isSettled(other) && contextOf(other) === contextOf(item));
  });
}
