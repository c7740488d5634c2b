import { protocolLimits, type Rng } from '@teahouse/protocol';
import { contextOf, type Delay, isSettled, type StoredItem } from './types.ts';

/** The act that left last. */
export interface LastLeft {
  readonly context: string;
  readonly at: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** Pauses between acts in two contexts, in milliseconds. */
export const pauseLimits = {
  least: minute,
  /** The longest pause lies between these, as the traffic asks: see `createTraffic`. */
  reachLeast: 10 * minute,
  reachMost: 48 * 60 * minute,
  /** The same for a ballot, which is hidden by other ballots alone, and those are few: docs/decisions/0024. */
  ballotReachMost: 7 * day,
  /** A ballot leaves no later than this before its vote closes, if its device is open then. */
  beforeClosing: day,
  /** Who wrote in the named half within this time on this device may do so again right after an act, too. */
  namedFor: 7 * day,
} as const;

/** A random pause between the least one and `reach`, in milliseconds. protocol.md 4, docs/decisions/0009. */
export function randomGap(rng: Rng, reach: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = rng(4);
  const share = (((a << 24) | (b << 16) | (c << 8) | d) >>> 0) / 2 ** 32;
  return pauseLimits.least + Math.floor(share * (reach - pauseLimits.least));
}

/** How long an act waits that its author wants to leave later, in milliseconds: a random part of the hour or of the day. */
export function chosenDelay(within: Delay | undefined, at: number, rng: Rng): number {
  if (!within) return 0;
  const midnight = new Date(at).setHours(24, 0, 0, 0);
  return randomGap(rng, within === 'hour' ? 60 * minute : Math.max(60 * minute, midnight - at));
}

/** How long a failed try waits, in milliseconds: 2, 4, 8 … 300 s, half of it random, or longer if the server asked. */
export function retryDelay(tries: number, retryAfter: number | undefined, rng: Rng): number {
  const backOff = Math.min(2 ** tries, 300) * 500 * (2 - (rng(1)[0] ?? 0) / 256);
  return Math.max(backOff, (retryAfter ?? 0) * 1000);
}

/** Last moment at which an act should leave; undefined where there is none. */
function latestOf({ compose }: StoredItem): number | undefined {
  if (compose.kind !== 'ballot') return undefined;
  return Date.parse(compose.slot) + protocolLimits.ballotDays * day - pauseLimits.beforeClosing;
}

/** An act's own pause, counted from `from`; where its vote would close meanwhile, another one out of the time left. */
function pauseFrom(item: StoredItem, from: number): number {
  const left = Math.max(pauseLimits.reachLeast, (latestOf(item) ?? Number.POSITIVE_INFINITY) - from);
  return item.gap <= left ? item.gap : pauseLimits.least + (item.gap % (left - pauseLimits.least));
}

const isBallot = ({ compose }: StoredItem) => compose.kind === 'ballot';
const isUnsent = ({ state }: StoredItem) => state.name !== 'sent' && state.name !== 'refused';

/** A ballot waits for days: words need not wait for it, as its own pause keeps it away from them. */
const outwaits = (other: StoredItem, item: StoredItem): boolean => isBallot(other) && !isBallot(item);

/**
 * When a new act leaves that is composed at `now`: at once within the thread of the act before it, and its own random
 * pause after an act in another context that left or still waits, unless the person insists. Each pause is drawn by
 * itself, so that of several acts no two can be joined by their time. People open the app and go through both halves, so
 * rows of the named half tell when somebody is awake: for a week the moment `named`, in which this device last wrote there,
 * counts as an act in another context that waits (docs/decisions/0024).
 */
export function firstPlan(
  items: readonly StoredItem[],
  item: StoredItem,
  last: LastLeft | undefined,
  named?: number,
): number {
  const { notBefore: now } = item;
  const context = contextOf(item);
  if (item.insisted || context === last?.context) return now;
  const waits = items.some(
    (other) => isUnsent(other) && contextOf(other) !== context && !outwaits(other, item),
  );
  const after = (from: number) => from + pauseFrom(item, from);
  const isNamed = named !== undefined && now - named < pauseLimits.namedFor;
  return Math.max(now, last ? after(last.at) : now, waits || isNamed ? after(now) : now);
}

/** What the pause of a new act is drawn from. */
interface Draw {
  readonly rng: Rng;
  /** See `createTraffic`, in milliseconds. */
  readonly reach: number;
  /** When this device last wrote in the named half. */
  readonly named?: number | undefined;
}

/** Of so many acts beside one that waits, one. */
const drawnTwice = 3;

/**
 * A new act with a pause and a time of its own. Two evenly drawn moments lie near each other more often than apart, and so
 * would two acts of a person: beside one that waits, every third is drawn twice, and goes where it is farther away, which
 * makes all distances about as frequent (docs/decisions/0024). Ballots look at ballots and words at words, as they lie in
 * different tables.
 */
export function planned(
  items: readonly StoredItem[],
  item: StoredItem,
  last: LastLeft | undefined,
  draw: Draw,
): StoredItem {
  const drawn = (): StoredItem => {
    const one = { ...item, gap: randomGap(draw.rng, draw.reach) };
    return { ...one, notBefore: firstPlan(items, one, last, draw.named) };
  };
  const first = drawn();
  const waiting = items.filter((other) => isUnsent(other) && couldBeJoined(other, item));
  if (waiting.length === 0 || (draw.rng(1)[0] ?? 0) % drawnTwice !== 0) return first;
  const second = drawn();
  const far = (at: number) => Math.min(...waiting.map(({ notBefore }) => Math.abs(notBefore - at)));
  return far(second.notBefore) > far(first.notBefore) ? second : first;
}

/** Two ballots wherever they are cast; words under two masks. */
const couldBeJoined = (one: StoredItem, other: StoredItem): boolean =>
  isBallot(one) === isBallot(other) && (isBallot(one) || contextOf(one) !== contextOf(other));

/**
 * When each waiting act leaves: at its time, after those before it in its own thread, and not right after an act in
 * another context, as when a device was offline past the times of several: then its pause begins anew.
 */
export function plan(items: readonly StoredItem[], last: LastLeft | undefined): Map<string, number> {
  const times = new Map<string, number>();
  const ahead = new Map<string, number>();
  for (const item of items.filter(isUnsent)) {
    const context = contextOf(item);
    const free = item.insisted || !last || context === last.context;
    const own =
      free || item.notBefore >= last.at + pauseLimits.least
        ? item.notBefore
        : last.at + pauseFrom(item, last.at);
    const at = item.insisted ? own : Math.max(own, ahead.get(context) ?? own);
    times.set(item.id, at);
    ahead.set(context, at);
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
