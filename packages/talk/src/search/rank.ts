import type { Match } from './store.ts';

/** A match counts half after so many slots: ninety days. */
const halfLife = 90 * 288;

/**
 * Posts in the order in which they are shown. `fit` says how often the words stand there, how close together, and that a
 * title says more; age takes from it. The order does not depend on when it is asked for, so pages of it join.
 */
export function ranked<T extends Pick<Match, 'fit' | 'slot'>>(matches: readonly T[]): T[] {
  const newest = Math.max(0, ...matches.map(({ slot }) => slot));
  const worth = ({ fit, slot }: T) => (fit ?? 0) * 2 ** ((slot - newest) / halfLife);
  // Stable: of equals the newer one, which came first, stays first.
  return [...matches].sort((a, b) => worth(b) - worth(a));
}
