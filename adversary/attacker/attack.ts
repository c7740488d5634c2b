import { createDice, type Dice } from '@teahouse/testbed/dice';
import type { Case } from './case.ts';
import { aliasActivity, threadActivity } from './strategies/activity.ts';
import { batch, timestamps } from './strategies/moments.ts';
import { rowOrder, wal, xid } from './strategies/order.ts';
import type { Reading } from './strategies/reading.ts';
import { reads } from './strategies/reads.ts';
import { sharedValues, sizes } from './strategies/values.ts';

/** Who wrote which post: every strategy by its name. */
export const authorStrategies: Readonly<Record<string, (found: Case, dice: Dice) => Reading[]>> = {
  'row-order': rowOrder,
  xid,
  wal,
  timestamps,
  sizes,
  'shared-values': sharedValues,
  batch,
  activity: aliasActivity,
  'activity-all': threadActivity,
  reads,
};

/** All that the thief says: for each post and each reading an account, and the chance of a blind guess. */
export interface Accusations {
  readonly posts: readonly string[];
  readonly accounts: readonly string[];
  /** 1 / candidates of each post. */
  readonly chance: readonly number[];
  readonly readings: readonly {
    readonly strategy: string;
    readonly name: string;
    readonly guesses: readonly number[];
  }[];
}

/** Runs the strategies named (all, where none are). The same loot gives the same accusations. */
export function accuse(found: Case, only: readonly string[] = Object.keys(authorStrategies)): Accusations {
  const readings = only.flatMap((name) => authorStrategies[name]?.(found, createDice(4711)) ?? []);
  return {
    posts: found.posts.map(({ id }) => id),
    accounts: found.accounts,
    chance: found.posts.map((_, post) => 1 / Math.max(1, found.candidates(post).length)),
    readings: readings.map(({ strategy, name, guesses }) => ({ strategy, name, guesses: [...guesses] })),
  };
}
