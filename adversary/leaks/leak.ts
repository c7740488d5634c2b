import type pg from 'pg';
import type { PlaneName } from '../loot/format.ts';
import type { Bent, Habits } from '../town/habits.ts';
import type { Visit } from '../town/plan.ts';
import type { Citizen, Resident } from '../town/resident.ts';
import type { Hooks } from '../town/stage.ts';

/** What a leak works with: both databases as their superuser. The product itself is not touched. */
export interface Soil {
  readonly db: Readonly<Record<PlaneName, pg.Pool>>;
  readonly citizens: readonly (Citizen | undefined)[];
  readonly habits: readonly Habits[];
  /** When the town's time begins, in milliseconds. */
  readonly start: number;
  now(): Date;
}

type WhoWrote = 'author' | 'cross';

/** A mistake that the product does not make, made on purpose, so that a strategy has something to find. */
export interface Leak {
  /** As in `--leak NAME` and `adversary.planted.NAME.found`. */
  readonly name: string;
  /** Must find it. */
  readonly strategy: string;
  readonly target: WhoWrote;
  /** Leaks of one bed are planted in one town, where none can be found by another's strategy. */
  readonly bed: string;
  readonly bent?: Bent;
  /** Other days than the usual few. */
  readonly days?: number;
  /** Makes the mistake, and goes on making it while the town lives. */
  plant?(soil: Soil): Promise<Hooks>;
  /** Who visits when, where the mistake is in how people live. */
  visits?(soil: Soil): Promise<Visit[]>;
}

/** Several leaks' hooks, one after the other. */
export function together(all: readonly Hooks[]): Hooks {
  const [beforePost, afterPost] = [
    all.flatMap((one) => one.beforePost ?? []),
    all.flatMap((one) => one.afterPost ?? []),
  ];
  return {
    ...Object.assign({}, ...all),
    async beforePost(who: Resident) {
      for (const task of beforePost) await task(who);
    },
    async afterPost(who: Resident, post: string) {
      for (const task of afterPost) await task(who, post);
    },
  };
}
