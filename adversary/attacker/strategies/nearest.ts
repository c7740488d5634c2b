import type { Dice } from '@teahouse/testbed/dice';

/** Something an account did, at a coordinate of some axis (time, transaction, place). */
export interface Deed {
  readonly at: number;
  readonly who: number;
}

/** Whether only what came before the post counts, or what is closest on either side. */
export type Side = 'before' | 'around';

/** A guess looks no further than this many deeds. */
const farthest = 4000;

/** Deeds in order, and the search among them. */
export function createNearest(deeds: readonly Deed[], dice: Dice) {
  const sorted = [...deeds].sort((a, b) => a.at - b.at);
  /** Number of deeds up to and with `at`. */
  function upTo(at: number): number {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as Deed).at <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  /** Who of the candidates did something closest to `at`; ties are drawn. -1 where nobody did. */
  return (at: number, candidates: ReadonlySet<number>, side: Side): number => {
    let best: number[] = [];
    let distance = Number.POSITIVE_INFINITY;
    const consider = ({ at: there, who }: Deed): boolean => {
      const far = Math.abs(at - there);
      if (far > distance) return false;
      if (candidates.has(who)) {
        if (far < distance) best = [];
        distance = far;
        best.push(who);
      }
      return true;
    };
    const start = upTo(at);
    for (let i = start - 1; i >= Math.max(0, start - farthest) && consider(sorted[i] as Deed); i -= 1);
    if (side === 'around')
      for (
        let i = start;
        i < Math.min(sorted.length, start + farthest) && consider(sorted[i] as Deed);
        i += 1
      );
    return best.length === 0 ? -1 : dice.pick([...new Set(best)]);
  };
}
