import type { Decision, DecisionAction, DecisionCounts } from '@teahouse/contract/talk';

type Month = DecisionCounts['months'][number];

/** Decisions of a month that fit. */
export const countOf = (
  { decisions }: Month,
  fits: (one: Month['decisions'][number]) => boolean = () => true,
): number => decisions.filter(fits).reduce((sum, { n }) => sum + n, 0);

/** How often each value of a part occurs, the most frequent first. */
export function sumsBy<K extends 'action' | 'rule' | 'by'>(
  { decisions }: Month,
  part: K,
): { key: Month['decisions'][number][K]; n: number }[] {
  const sums = new Map<Month['decisions'][number][K], number>();
  for (const one of decisions) sums.set(one[part], (sums.get(one[part]) ?? 0) + one.n);
  return [...sums].map(([key, n]) => ({ key, n })).sort((a, b) => b.n - a.n);
}

/** Answers to appeals are no decisions about posts of their own. */
const answers: readonly DecisionAction[] = ['restore', 'uphold'];
const people: readonly Decision['by'][] = ['moderator', 'senior', 'admin'];

/** What people decided about posts in a month, without their answers to appeals. */
export const byPeople = (month: Month): number =>
  countOf(month, ({ by, action }) => people.includes(by) && !answers.includes(action));

/** Share of the answered appeals that were granted, from 0 to 1; null where none was answered. */
export function overturned({ appeals: { granted, refused } }: Month): number | null {
  const answered = granted + refused;
  return answered === 0 ? null : granted / answered;
}
