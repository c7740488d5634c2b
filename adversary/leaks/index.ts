import { columnLeaks } from './columns.ts';
import type { Leak } from './leak.ts';
import { orderLeaks } from './order.ts';

/** One for each strategy and target at least. */
export const leaks: readonly Leak[] = [...columnLeaks, ...orderLeaks];
