import { isoWeek } from '@teahouse/protocol';
import { createDice, type Dice } from '@teahouse/testbed/dice';
import { type Clerk, hire } from '@teahouse/testbed/talk-alone';
import { answerAppeals, comeToWork, workAnHour } from './desk.ts';
import { firstDay, openTown } from './house.ts';
import * as people from './people.ts';
import { look } from './speak.ts';
import { type Citizen, day, hour, minute, now, type Stage } from './stage.ts';

export interface MonthOptions {
  readonly crowd: people.Crowd;
  readonly days: number;
  readonly seed: number;
  /** What everybody draws in an ISO week. */
  readonly tokens: number;
  /** Weeks before the present one that can still be drawn: what a newcomer starts with besides. */
  readonly weeksBefore: number;
  readonly say: (words: string) => void;
}

/** Something that happens at a minute of a day. */
interface Event {
  readonly at: number;
  run(): Promise<unknown>;
}

const awake = { from: 8, to: 24 };
/** Hours of the day in which the moderator is there; the one who answers appeals comes after. */
const shift = [9, 10, 11, 12, 14, 15, 16, 17];
const visitsADay = 1.5;
const brigadeTargets = 3;

const poisson = (dice: Dice, mean: number): number => {
  let n = 0;
  for (let left = Math.exp(-mean), p = dice.next(); p > left; p *= dice.next()) n += 1;
  return n;
};

interface Staff {
  readonly moderator: Clerk;
  readonly senior: Clerk;
}

/** Plays it, and hands what came of it to `judge` before the town is gone. */
export async function playMonth<T>(options: MonthOptions, judge: (stage: Stage) => Promise<T>): Promise<T> {
  const { crowd, seed, days, tokens, weeksBefore } = options;
  const dice = createDice(seed);
  const citizens = people.makeCitizens(crowd, dice);
  const house = await openTown(citizens.length, seed);
  try {
    const staff = {
      moderator: await hire(house.town, 'Morag', 'moderator'),
      senior: await hire(house.town, 'Senga', 'senior'),
    };
    const stage: Stage = {
      ...{ house, dice, citizens, posts: new Map(), threads: [], harmful: new Map(), shown: new Set() },
      ...{ refused: new Map(), outOfTokens: new Map() },
      desk: { decided: 0, erred: 0, appeals: 0, reviewed: 0 },
    };
    let week = '';
    for (let number = 0; number < days; number += 1) {
      const began = Date.parse(`${firstDay}T00:00:00Z`) + number * day;
      // Drawing is the subject of the trials `clock` and `once`; here it is only counted.
      const present = isoWeek(new Date(began));
      const drawn = week === '' ? 1 + weeksBefore : Number(present !== week);
      for (const citizen of citizens) citizen.purse += drawn * tokens;
      week = present;
      await playDay(stage, staff, began);
      options.say(`day ${number + 1} of ${days}: ${stage.posts.size} posts, ${stage.desk.decided} decisions`);
    }
    return await judge(stage);
  } finally {
    await house.close();
  }
}

async function playDay(stage: Stage, staff: Staff, began: number): Promise<void> {
  const { clock, talk } = stage.house.town;
  const events = [...hourly(stage, began), ...ordinary(stage, began), ...bad(stage, began)];
  for (const at of shift)
    events.push({ at: began + at * hour + 2 * minute, run: () => workAnHour(stage, staff.moderator) });
  const date = new Date(began).toISOString().slice(0, 10);
  events.push(
    { at: began + 8.9 * hour, run: () => comeToWork(staff.moderator) },
    { at: began + 19 * hour, run: () => people.readNotices(stage, date) },
    { at: began + 19.9 * hour, run: () => comeToWork(staff.senior) },
    { at: began + 20 * hour, run: () => answerAppeals(stage, staff.senior) },
  );
  for (const { at, run } of events.sort((a, b) => a.at - b.at)) {
    // The moderator's minutes may have gone past it.
    if (at > now(stage)) clock.set(new Date(at));
    await run();
  }
  await talk.upkeep();
}

/** What the house does by itself, and devices that fetch what was signed. */
function hourly(stage: Stage, began: number): Event[] {
  return Array.from({ length: 24 }, (_, at) => ({
    at: began + at * hour + minute,
    run: async () => {
      await stage.house.town.talk.upkeep();
      await look(stage);
      await people.collectRefunds(stage);
    },
  }));
}

function ordinary(stage: Stage, began: number): Event[] {
  const { citizens, dice } = stage;
  const members = citizens.filter(({ part }) => part === 'ordinary');
  const sometime = () => began + dice.between(awake.from, awake.to) * hour;
  const posts = members.flatMap((who) =>
    Array.from({ length: poisson(dice, who.rate) }, () => ({
      at: sometime(),
      run: () => people.speakUp(stage, who),
    })),
  );
  const visitors = new Map<number, Citizen[]>();
  for (const who of members) {
    for (let n = poisson(dice, visitsADay); n > 0; n -= 1) {
      const at = awake.from + dice.below(awake.to - awake.from);
      visitors.set(at, [...(visitors.get(at) ?? []), who]);
    }
  }
  const visits = [...visitors].map(([at, some]) => ({
    at: began + at * hour + 50 * minute,
    run: () => people.visit(stage, some),
  }));
  return [...posts, ...visits];
}

function bad(stage: Stage, began: number): Event[] {
  const { citizens, dice } = stage;
  const each = (who: Citizen): Event[] => {
    const run = who.part === 'troll' ? people.rage : people.advertise;
    if (who.part !== 'troll' && who.part !== 'spammer') return [];
    return [1, 7, 13, 19].map((at) => ({
      at: began + (at + dice.next()) * hour,
      run: () => run(stage, who),
    }));
  };
  const together = began + dice.between(12, 23) * hour;
  return [...citizens.flatMap(each), { at: together, run: () => people.brigade(stage, brigadeTargets) }];
}
