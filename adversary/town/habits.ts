import type { LabelKind } from '@teahouse/protocol';
import { createDice, type Dice } from '@teahouse/testbed/dice';
import { day, employersOf, floor, hour, type TownSize } from './size.ts';

/** How a member lives. Drawn once; a planted leak may bend it (leaks/). */
export interface Habits {
  /** Whether the member has favourite rooms and waking hours of its own, or lives as everybody does. */
  readonly own: boolean;
  readonly company: number;
  /** Day of the run on which the member signs up; 0 for founders. */
  readonly joins: number;
  /** How much of all that is said the member says. */
  readonly weight: number;
  /** Hour (UTC) around which the member is awake, where habits are its own. */
  readonly hour: number;
  /** Signs in to the named half right before posting: the honest worst case. */
  readonly careless: boolean;
  /** Share of the days with a visit to the named half alone. */
  readonly named: number;
  /** How likely each kind of label is, narrowest first. */
  readonly labels: readonly number[];
}

/** What a planted leak changes of how people live. */
export interface Bent {
  /** Where and when somebody likes to write is public, and docs/soundness.md covers it not: nobody has such habits. */
  readonly own?: boolean;
  readonly careless?: number;
  readonly newcomers?: number;
  readonly named?: number;
  readonly labels?: readonly number[];
}

/** Hours (UTC) around which people write: those at noon and in the evening of Shanghai are many. */
const busyHours = [1, 4, 4, 5, 11, 12, 13, 14, 15, 22];
const usual = { own: false, careless: 0.1, newcomers: 0.1, named: 1 / 6, labels: [4, 2, 1, 3] } as const;

/** Kinds of labels in the order of `Habits.labels`. */
export const kinds: readonly LabelKind[] = ['company', 'industry', 'professional', 'alias'];

/** Everybody's habits, the same for the same size and seed. */
export function castHabits(size: TownSize, bent: Bent = {}): Habits[] {
  const dice = createDice(size.seed);
  const { own, careless, newcomers, named, labels } = { ...usual, ...bent };
  const left = new Map<number, number>();
  return employersOf(size).map((company) => {
    const seen = (left.get(company) ?? 0) + 1;
    left.set(company, seen);
    // The first of each company are founders, so that its count reaches the floor in the first batch.
    const late = seen > floor + 1 && dice.chance(newcomers);
    return {
      own,
      company,
      joins: late ? 1 + dice.below(Math.max(1, size.days - 4)) : 0,
      weight: Math.exp(dice.between(-1.2, 1.2)),
      hour: dice.pick(busyHours),
      careless: dice.chance(careless),
      named,
      labels,
    };
  });
}

/** A time of the day on which the member is awake, as milliseconds since midnight; without habits by the town's curve. */
export function awake({ own, hour: ownHour }: Habits, dice: Dice): number {
  const around = own ? ownHour : dice.pick(busyHours);
  const spread = dice.chance(0.8) ? dice.between(-2.5, 2.5) : dice.between(-12, 12);
  return (((around + spread + 24) % 24) * hour) % day;
}
