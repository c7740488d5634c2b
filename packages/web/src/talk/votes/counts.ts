import type { Label, Reaction, Room } from '@teahouse/contract/talk';
import { talkLimits } from '@teahouse/contract/talk/limits';

export type ReactionCounts = Partial<Record<Reaction, number>>;

/** What a post's reactions are once the own one, which they may hold already, is what it is wished to be. */
export function withReaction(
  counts: ReactionCounts,
  before: Reaction | null,
  wish: Reaction | null,
): ReactionCounts {
  if (before === wish) return counts;
  const next = { ...counts };
  if (before) next[before] = (next[before] ?? 0) - 1;
  if (wish) next[wish] = (next[wish] ?? 0) + 1;
  return Object.fromEntries(Object.entries(next).filter(([, n]) => n > 0));
}

export interface PollCounts {
  readonly votes: readonly number[];
  readonly ballots: number;
}
/** The same of a poll; null is no ballot yet. */
export function withBallot(
  { votes, ballots }: PollCounts,
  before: readonly number[] | null,
  wish: readonly number[],
): PollCounts {
  const count = (choices: readonly number[] | null, place: number) =>
    Number(choices?.includes(place) ?? false);
  return {
    votes: votes.map((n, place) => Math.max(0, n - count(before, place) + count(wish, place))),
    ballots: ballots + (before === null ? 1 : 0),
  };
}

const day = 86_400_000;

/** When the ballots on a post of this slot close, in milliseconds since 1970. */
export const closesAt = (slot: string): number => Date.parse(slot) + talkLimits.ballotDays * day;

/** Whole days left, rounded up: 1 on the last day; 0 when it is over. */
export const daysLeft = (slot: string, now: number): number =>
  Math.max(0, Math.ceil((closesAt(slot) - now) / day));

/** The month whose credentials vote on a post of this slot. */
export const monthOf = (slot: string): string => slot.slice(0, 7);

/** The company whose people know what a post claims: that of the room, else the one its author speaks for. */
export const subjectOf = (room: Pick<Room, 'company'> | undefined, author: Label): string | null =>
  room ? (room.company ?? (author.kind === 'company' ? author.company : null)) : null;
