import { createDice, type Dice } from '@teahouse/testbed/dice';
import { awake, type Habits } from './habits.ts';
import { beginningOf, day, hour, type TownSize } from './size.ts';

/** A visit of a member: to the named half alone, or to talk, with so many things to say. */
export interface Visit {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly member: number;
  readonly posts: number;
}

/**
 * Fourteen tokens at first and seven a week (decision 0017), and what was spent comes back after a day: devices collect it
 * when they look into the inbox. Some threads cost two.
 */
const postsPerWeek = 10;
const perVisit = [1, 1, 1, 2, 2, 3, 4] as const;
const week = 7 * day;

/** First moment at which a member can speak: founders after the first batch, newcomers after that of the next day. */
const speaksFrom = (start: number, { joins }: Habits) => start + (joins + 1) * day + 4 * hour;

/** Fewer visits on Saturdays and Sundays. */
const isQuietDay = (at: number) => new Date(at).getUTCDay() % 6 === 0;

/** When who says something, in order of time. `posts` in all, as far as tokens allow. */
export function planVisits(size: TownSize, people: readonly Habits[]): Visit[] {
  const dice = createDice(size.seed + 77);
  const start = beginningOf(size);
  const end = start + size.days * day;
  const spent = new Map<string, number>();
  const weights = people.map((one) => one.weight * Math.max(0, end - speaksFrom(start, one)));
  const visits: Visit[] = [];
  let planned = 0;
  for (let tries = 0; planned < size.posts && tries < size.posts * 20; tries += 1) {
    const member = dice.weighted(weights);
    const at = timeOf(people[member] as Habits, start, size.days, dice);
    if (at < speaksFrom(start, people[member] as Habits) || (isQuietDay(at) && dice.chance(0.6))) continue;
    const key = `${member} ${Math.floor((at - 4 * day) / week)}`; // weeks begin on Mondays
    const posts = dice.pick(perVisit);
    if ((spent.get(key) ?? 0) + posts > postsPerWeek) continue;
    spent.set(key, (spent.get(key) ?? 0) + posts);
    visits.push({ at, member, posts });
    planned += posts;
  }
  return [...visits, ...namedVisits(size, people, dice)].sort((a, b) => a.at - b.at);
}

function timeOf(one: Habits, start: number, days: number, dice: Dice): number {
  return start + dice.below(days) * day + awake(one, dice);
}

/** Visits to the named half that have nothing to do with talk. */
function namedVisits(size: TownSize, people: readonly Habits[], dice: Dice): Visit[] {
  const start = beginningOf(size);
  return people.flatMap((one, member) =>
    Array.from({ length: size.days }, (_, place) => place)
      .filter((place) => place > one.joins && dice.chance(one.named))
      .map((place) => ({ at: start + place * day + awake(one, dice), member, posts: 0 })),
  );
}
