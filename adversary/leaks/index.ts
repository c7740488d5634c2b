import { ballotLeaks } from './ballots.ts';
import { columnLeaks } from './columns.ts';
import type { Leak } from './leak.ts';
import { namedLeaks } from './named.ts';
import { orderLeaks } from './order.ts';
import { readLeaks } from './reads.ts';

/** One for each strategy and target at least. */
export const leaks: readonly Leak[] = [
  ...columnLeaks,
  ...orderLeaks,
  ...readLeaks,
  ...namedLeaks,
  ...ballotLeaks,
];
