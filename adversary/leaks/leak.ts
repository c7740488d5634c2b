import type pg from 'pg';
import type { PlaneName } from '../loot/format.ts';
import type { BallotTarget } from '../stats/ballots.ts';
import type { Bent, Habits } from '../town/habits.ts';
import type { Visit } from '../town/plan.ts';
import type { Citizen } from '../town/resident.ts';
import type { Hooks } from '../town/stage.ts';

/** What a leak works with: both databases as their superuser. The product itself is not touched. */
export interface Soil {
  readonly db: Readonly<Record<PlaneName, pg.Pool>>;
  /** Folder of the data, where both planes write their logs. */
  readonly data: string;
  readonly citizens: readonly (Citizen | undefined)[];
  readonly habits: readonly Habits[];
  /** When the town's time begins, in milliseconds. */
  readonly start: number;
  now(): Date;
}

type Target = 'author' | 'cross' | BallotTarget;

/** A mistake that the product does not make, made on purpose, so that a strategy has something to find. */
export interface Leak {
  /** As in `--leak NAME` and `adversary.planted.NAME.found`. */
  readonly name: string;
  /** Must find it. */
  readonly strategy: string;
  readonly target: Target;
  /** Leaks of one bed are planted in one town, where none can be found by another's strategy. */
  readonly bed: string;
  readonly bent?: Bent;
  /** Needs people who report, and a desk. */
  readonly order?: boolean;
  /** Other days than the usual few. */
  readonly days?: number;
  /** Makes the mistake, and goes on making it while the town lives. */
  plant?(soil: Soil): Promise<Hooks>;
  /** Who visits when, where the mistake is in how people live. */
  visits?(soil: Soil): Promise<Visit[]>;
}

/** Several leaks' hooks, one after the other. */
export function together(all: readonly Hooks[]): Hooks {
  const inTurn =
    <A extends unknown[]>(tasks: readonly (((...about: A) => Promise<void>) | undefined)[]) =>
    async (...about: A): Promise<void> => {
      for (const task of tasks) await task?.(...about);
    };
  return {
    ...Object.assign({}, ...all),
    beforePost: inTurn(all.map(({ beforePost }) => beforePost)),
    afterPost: inTurn(all.map(({ afterPost }) => afterPost)),
    afterBallot: inTurn(all.map(({ afterBallot }) => afterBallot)),
    beforeReading: inTurn(all.map(({ beforeReading }) => beforeReading)),
    beforeNamed: inTurn(all.map(({ beforeNamed }) => beforeNamed)),
    afterNotices: inTurn(all.map(({ afterNotices }) => afterNotices)),
    asked: inTurn(all.map(({ asked }) => asked)),
    afterDecision: inTurn(all.map(({ afterDecision }) => afterDecision)),
  };
}
