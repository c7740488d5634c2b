import { isoWeek, protocolLimits } from '@teahouse/protocol';

/** One thing that a part of a thread costs. `at` in milliseconds since 1970. */
export interface Cost {
  readonly at: number;
  readonly tokens: number;
}

/** What each person has spent in each week, so that the plan asks nobody for more tokens than there are. */
export interface Purse {
  /** Whether a person (a place in the list of all) has the tokens left. */
  affords(person: number, costs: readonly Cost[]): boolean;
  pay(person: number, costs: readonly Cost[]): void;
  /** All that the person has spent. */
  spent(person: number): number;
}

export function createPurse(): Purse {
  const spent = new Map<string, number>();
  const totals = new Map<number, number>();
  const keyOf = (person: number, at: number) => `${person} ${isoWeek(new Date(at))}`;
  const after = (person: number, costs: readonly Cost[]) => {
    const sums = new Map<string, number>();
    for (const { at, tokens } of costs) {
      const key = keyOf(person, at);
      sums.set(key, (sums.get(key) ?? spent.get(key) ?? 0) + tokens);
    }
    return sums;
  };
  return {
    affords: (person, costs) =>
      [...after(person, costs).values()].every((sum) => sum <= protocolLimits.tokensPerWeek),
    pay(person, costs) {
      for (const [key, sum] of after(person, costs)) spent.set(key, sum);
      const total = costs.reduce((sum, { tokens }) => sum + tokens, 0);
      totals.set(person, (totals.get(person) ?? 0) + total);
    },
    spent: (person) => totals.get(person) ?? 0,
  };
}
