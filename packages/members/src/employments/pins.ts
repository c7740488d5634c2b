import { membersLimits } from '@teahouse/contract/members';
import { nextEpoch, previousEpoch } from '@teahouse/protocol';

/*
 * What commitment an account or a piece of evidence is pinned to (protocol.md 1.1 and 1.5), as a history of
 * (epoch, point): in any epoch the latest entry that is not in the future is in force. Pure functions; hex for bytes.
 */
export interface PinEntry {
  from: string;
  point: string;
}
/** Ascending by `from`, one entry an epoch. */
export type PinHistory = readonly PinEntry[];

export type Plan = { add: PinEntry[] } | { refused: 'commitment-pinned' | 'commitment-limit' };

/** The point in force in an epoch. */
export function pointAt(history: PinHistory, epoch: string): string | undefined {
  return history.filter(({ from }) => from <= epoch).at(-1)?.point;
}

/**
 * Pins an account to a point. The first one holds at once, the same one again changes nothing, and another one is
 * refused unless it is meant (`replace`), and then holds from the next epoch on, at most twice in twelve epochs.
 */
export function planAccount(i: {
  history: PinHistory;
  point: string;
  epoch: string;
  replace: boolean;
}): Plan {
  const last = i.history.at(-1);
  if (!last) return { add: [{ from: i.epoch, point: i.point }] };
  const held = i.replace ? last.point : pointAt(i.history, i.epoch);
  if (held === i.point) return { add: [] };
  if (!i.replace) return { refused: 'commitment-pinned' };
  const entry = { from: nextEpoch(i.epoch), point: i.point };
  return changesWith(i.history, entry, i.epoch) > membersLimits.commitmentChanges
    ? { refused: 'commitment-limit' }
    : { add: [entry] };
}

/**
 * Pins a piece of evidence to what its holder's account is pinned to. Where it stands for another point, left by an
 * earlier holder or account, that one keeps it up to `freeFrom`: one voice per piece of evidence in any epoch.
 */
export function planEvidence(i: {
  history: PinHistory;
  account: PinHistory;
  epoch: string;
  freeFrom: string;
}): { plan: Plan; from: string } {
  const wanted = pointAt(i.account, i.epoch);
  const held = pointAt(i.history, i.epoch);
  const first = i.account[0]?.from ?? i.epoch;
  const start = later(i.epoch, first, held !== undefined && held !== wanted ? i.freeFrom : i.epoch);
  const add: PinEntry[] = [];
  // Also where an earlier holder left an entry that still waited for its epoch.
  const turns = [...i.account, ...i.history].map((entry) => entry.from).filter((from) => from > start);
  for (const from of [start, ...new Set(turns.toSorted())]) {
    const point = pointAt(i.account, from);
    const now = pointAt(overlaid(i.history, add), from);
    if (point !== undefined && point !== now) add.push({ from, point });
  }
  const last = add.at(-1);
  const over = last && changesWith(overlaid(i.history, add), last, i.epoch) > membersLimits.commitmentChanges;
  return { plan: over ? { refused: 'commitment-limit' } : { add }, from: start };
}

/** The history with entries put in; an entry takes the place of another one of its epoch. */
export function overlaid(history: PinHistory, entries: readonly PinEntry[]): PinEntry[] {
  const byEpoch = new Map([...history, ...entries].map((entry) => [entry.from, entry]));
  return [...byEpoch.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** How often the point changed in the last twelve epochs, the new entry counted. The first pin is no change. */
function changesWith(history: PinHistory, entry: PinEntry, epoch: string): number {
  let since = epoch;
  for (let months = 0; months < 11; months += 1) since = previousEpoch(since);
  return overlaid(history, [entry]).filter(
    ({ from, point }, index, all) => index > 0 && all[index - 1]?.point !== point && from >= since,
  ).length;
}

/** The last of some epochs; their text sorts as they do. */
function later(...epochs: readonly string[]): string {
  return epochs.toSorted().at(-1) ?? '';
}
