import type { Side } from '../case.ts';
import { findTimeColumns } from '../times.ts';

/**
 * Turns transaction ids of a plane into moments: rows that hold a time of whatever coarseness are anchors, and ids
 * between two anchors lie between their times.
 */
export function anchored(side: Side): (xid: number) => number | undefined {
  const columns = findTimeColumns(side).filter(({ step }) => step > 0);
  const points = columns.flatMap(({ read, step }) =>
    side.rows.flatMap((row) => {
      const time = row.raw === '' && !Number.isNaN(row.xid) ? read(row) : undefined;
      return time === undefined ? [] : [{ xid: row.xid, time, step }];
    }),
  );
  points.sort((a, b) => a.xid - b.xid || a.time - b.time);
  const rising = longestRise(points);
  return (xid) => {
    if (Number.isNaN(xid)) return undefined;
    let [from, after] = [0, rising.length];
    while (from < after) {
      const middle = (from + after) >> 1;
      if ((rising[middle] as Point).xid < xid) from = middle + 1;
      else after = middle;
    }
    const [low, high] = [rising[after - 1], rising[after]];
    if (!high) return rising.at(-1)?.time;
    if (!low || high.xid === xid) return high.time;
    return low.time + ((xid - low.xid) / (high.xid - low.xid)) * (high.time - low.time);
  };
}

interface Point {
  readonly xid: number;
  readonly time: number;
}

/** The longest chain of points in which time never falls: columns that tell of other things drop out. */
function longestRise(points: readonly Point[]): Point[] {
  const tails: number[] = [];
  const before = new Int32Array(points.length).fill(-1);
  for (const [place, { time }] of points.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((points[tails[middle] as number] as Point).time <= time) low = middle + 1;
      else high = middle;
    }
    before[place] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = place;
  }
  const chain: Point[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] as number) chain.push(points[at] as Point);
  return chain.reverse();
}
