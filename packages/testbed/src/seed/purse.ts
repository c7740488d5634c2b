import { protocolLimits } from '@teahouse/protocol';
import { day } from './times.ts';

/** One thing that a part of a thread costs. `at` in milliseconds since 1970. */
export interface Cost {
  readonly at: number;
  readonly tokens: number;
}

/** Number of an ISO week, counted from that of 1970-01-01, a Thursday. */
export const weekNumber = (at: number): number => Math.floor((at / day + 3) / 7);

/**
 * What each person has spent in each week, so that the plan asks nobody for more tokens than there are: two weeks in a row
 * take no more than their two draws. Decision 0017; what comes back is not counted.
 */
export interface Purse {
  /** Whether a person (a place in the list of all) has the tokens left. */
  affords(person: number, costs: readonly Cost[]): boolean;
  pay(person: number, costs: readonly Cost[]): void;
  /** All that the person has spent. */
  spent(person: number): number;
}

const most = protocolLimits.tokensPerWeek * protocolLimits.weeksToDraw;

export function createPurse(): Purse {
  const spent = new Map<string, number>();
  const totals = new Map<number, number>();
  const keyOf = (person: number, week: number) => `${person} ${week}`;
  const before = (person: number, week: number) => spent.get(keyOf(person, week)) ?? 0;
  /** By week. */
  const after = (person: number, costs: readonly Cost[]) => {
    const sums = new Map<number, number>();
    for (const { at, tokens } of costs) {
      const week = weekNumber(at);
      sums.set(week, (sums.get(week) ?? before(person, week)) + tokens);
    }
    return sums;
  };
  return {
    affords(person, costs) {
      const sums = after(person, costs);
      const of = (week: number) => sums.get(week) ?? before(person, week);
      return [...sums].every(([week, sum]) => sum + Math.max(of(week - 1), of(week + 1)) <= most);
    },
    pay(person, costs) {
      for (const [week, sum] of after(person, costs)) spent.set(keyOf(person, week), sum);
      const total = costs.reduce((sum, { tokens }) => sum + tokens, 0);
      totals.set(person, (totals.get(person) ?? 0) + total);
    },
    spent: (person) => totals.get(person) ?? 0,
  };
}
