import { talkLimits } from '@teahouse/contract/talk/limits';

/* The numbers of order in the house, all in one place (safety.md). */

export const slotsPerDay = (24 * 60) / talkLimits.slotMinutes;
/**
 * The first slot in which nobody can appeal any more against a decision of this slot: whole days, as its author is told.
 * From then on the words of a removed post are destroyed.
 */
export const appealEnd = (slot: number): number =>
  (Math.floor(slot / slotsPerDay) + talkLimits.appealDays + 1) * slotsPerDay;

/** From so many distinct reporters on a post that nobody looked at is hidden, by the score of the first look. */
export const hideAt = {
  /** The first look is sure. */
  sure: { score: 0.8, reporters: 3 },
  likely: { score: 0.5, reporters: 5 },
  /** The first look saw little: a share of those who could report, within bounds. A brigade must outnumber the room. */
  unlikely: { share: 0.1, least: 8, most: 25 },
} as const;

/** What each distinct reporter adds to a case's place in the queue, and how much all of them can. */
export const reportPriority = { each: 0.04, most: 0.4 } as const;

/**
 * Milliseconds for which a decision is nobody's but its maker's, at least: only then does it enter the log and the public
 * lists, and until then it can be taken back (the screen offers that for `deskLimits.undoSeconds`).
 */
export const settleMs = 30_000;

/**
 * How many people have to report a post before it is hidden: `score` is that of the first look, from 0 to 1; `crowd` the
 * number of credentials that could report it.
 */
export function reportersToHide(score: number, crowd: number): number {
  const { sure, likely, unlikely } = hideAt;
  if (score >= sure.score) return sure.reporters;
  if (score >= likely.score) return likely.reporters;
  return Math.min(unlikely.most, Math.max(unlikely.least, Math.ceil(unlikely.share * crowd)));
}

/** A case's place in the queue, from 0 to 1: what the first look saw, and reports on top. */
export const priorityOf = (score: number, reporters: number): number =>
  Math.min(1, score + Math.min(reportPriority.most, reporters * reportPriority.each));
