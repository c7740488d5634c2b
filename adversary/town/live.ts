import { type FakeClock, fakeClock } from '@teahouse/kit/clock';
import { startTeahouse } from '@teahouse/testbed';
import { createDice } from '@teahouse/testbed/dice';
import { webOrigin } from '@teahouse/testbed/talk-alone';
import type { PlaneName } from '../loot/format.ts';
import { createAgenda, follow } from './agenda.ts';
import type { Clusters } from './clusters.ts';
import { createEdge } from './edge.ts';
import { type Bent, castHabits, type Habits } from './habits.ts';
import { keepHouse } from './house.ts';
import { keepDesk } from './order.ts';
import { planVisits, type Visit } from './plan.ts';
import type { OrderWords } from './report.ts';
import { type Citizen, type Resident, returnOne, settleOne } from './resident.ts';
import { beginningOf, day, floor, hour, minute, type TownSize } from './size.ts';
import type { Hooks, Stage, Truth } from './stage.ts';
import { visit } from './visit.ts';

/** What a run of the town stands on. */
export interface Ground {
  /** Folder of the data; both planes' secrets lie below it. */
  readonly data: string;
  readonly clusters: Clusters;
  readonly size: TownSize;
  /** Receives the lines that the planes log. */
  readonly onLog?: (plane: PlaneName, line: string) => void;
  /** The town's clock, for who wants to look at it. */
  readonly clock?: FakeClock;
  /** Milliseconds between two rounds of talk's upkeep. */
  readonly upkeepEvery?: number;
}

/** How many sign up at a time: enough to keep both cores busy while mails are on their way. */
const atATime = 8;

async function openTown(
  { data, clusters, onLog, clock = fakeClock(new Date(0)) }: Ground,
  now: number,
  asked?: Hooks['asked'],
) {
  clock.set(new Date(now));
  const databases = { members: clusters.members.url, talk: clusters.talk.url };
  const usual = { clock, data, databases, floor, webOrigin, schedule: 'daily' } as const;
  const options = { ...usual, ...(onLog ? { onLog } : {}) };
  return Object.assign(await startTeahouse(options), { clock, edge: createEdge(asked) });
}

/** The first day: all founders sign up and prove their jobs. Returns what their devices hold. */
export async function settle(ground: Ground, bent?: Bent): Promise<(Citizen | undefined)[]> {
  const habits = castHabits(ground.size, bent);
  const town = await openTown(ground, beginningOf(ground.size) + 9 * hour);
  try {
    const citizens = new Array<Citizen | undefined>(habits.length);
    const queue = createDice(ground.size.seed + 5).shuffled(
      [...habits.entries()].filter(([, one]) => one.joins === 0),
    );
    // In rounds, with the clock at rest in each: a code that was mailed lives for minutes, and a slow machine must not end it.
    for (let first = 0; first < queue.length; first += atATime) {
      const round = queue.slice(first, first + atATime);
      await Promise.all(
        round.map(async ([place, { company }]) => {
          const resident = await settleOne(town, place, company);
          citizens[place] = await resident.citizen();
        }),
      );
      town.clock.advance(2 * minute * round.length);
    }
    return citizens;
  } finally {
    await town.stop();
  }
}

/** Days after the last visit in which what waits in outboxes still leaves. */
const afterwards = 3;

/** How a run differs from the usual one. */
export interface Course {
  readonly bent?: Bent;
  readonly hooks?: Hooks;
  readonly visits?: readonly Visit[];
  /** Keeps order, with these words: people report and appeal, and the desk decides. */
  readonly order?: OrderWords;
  /** Hears of each post. */
  readonly onPost?: () => void;
}

/** Everything after the first day. */
export async function live(
  ground: Ground,
  citizens: readonly (Citizen | undefined)[],
  options: Course = {},
): Promise<Truth> {
  const { size } = ground;
  const habits = castHabits(size, options.bent);
  const start = beginningOf(size);
  const town = await openTown(ground, start + day - hour, options.hooks?.asked);
  const residents = await Promise.all(citizens.map(async (one) => one && (await returnOne(town, one))));
  const truth: Truth = { posts: {}, ballots: {}, members: {}, refused: {} };
  for (const one of residents) if (one) truth.members[one.account] = { company: one.company, founder: true };
  const stage: Stage = {
    ...{ town, habits, residents, truth },
    dice: createDice(size.seed + 9),
    agenda: createAgenda(),
    threads: new Map(),
    hooks: options.hooks ?? {},
    order: options.order,
    onPost: () => undefined,
  };
  try {
    const house = keepHouse(stage, start + day, start + (size.days + afterwards) * day, ground.upkeepEvery);
    stage.onPost = () => {
      house.accepted();
      options.onPost?.();
    };
    if (options.order) await keepDesk(stage, start + day, start + (size.days + afterwards) * day);
    for (const one of options.visits ?? planVisits(size, habits))
      stage.agenda.put({ at: one.at, who: one.member, run: () => visit(stage, one) });
    for (const [place, one] of habits.entries()) if (one.joins > 0) arrive(stage, place, one, start);
    await follow(stage.agenda, town.clock, town.edge.forget);
    return truth;
  } finally {
    await town.stop();
  }
}

/** Someone new signs up in the afternoon; the credential comes with the next night's batch. */
function arrive(stage: Stage, place: number, { joins, company }: Habits, start: number): void {
  const at = start + joins * day + stage.dice.between(13, 18) * hour;
  stage.agenda.put({
    at,
    who: -1,
    run: async () => {
      const resident: Resident = await settleOne(stage.town, place, company);
      stage.residents[place] = resident;
      stage.truth.members[resident.account] = { company: resident.company, founder: false };
    },
  });
}
