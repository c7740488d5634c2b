import type { LabelKind } from '@teahouse/protocol';
import { createDice, type Dice } from '../dice.ts';
import { castThread, employers } from './cast.ts';
import { createPurse } from './purse.ts';
import { afterwards, type ThreadTimes, threadTimes } from './times.ts';
import type { TownCompany, TownThread } from './town/types.ts';

/** Something that happens in the town. `thread` and `reply` are places in the town's data. */
export interface Happening {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: 'thread' | 'reply' | 'edit' | 'delete';
  readonly thread: number;
  /** -1 for the opening post. */
  readonly reply: number;
  readonly person: number;
  readonly label: LabelKind;
}

/** How long before its end the town's time begins: 3½ weeks, so that a month nearly always ends in between. */
export const townDays = 24.5;

function happeningsOf(
  thread: TownThread,
  place: number,
  end: number,
  cast: ReturnType<typeof castThread>,
  { opened, replies: times }: ThreadTimes,
  dice: Dice,
) {
  const all: Happening[] = [{ at: opened, kind: 'thread', thread: place, reply: -1, ...cast.opener }];
  for (const [i, reply] of thread.replies.entries()) {
    const said = {
      at: times[i] as number,
      thread: place,
      reply: i,
      ...(cast.replies[i] as (typeof cast.replies)[number]),
    };
    all.push({ ...said, kind: 'reply' });
    const changed = afterwards(said.at, end, dice);
    if (reply.edited !== undefined) all.push({ ...said, at: changed, kind: 'edit' });
    // Nobody answers a post that is gone, so it goes when the last answer is there.
    const answered = Math.max(
      changed,
      ...thread.replies.flatMap(({ to }, j) => (to === i ? [(times[j] as number) + 1000] : [])),
    );
    if (reply.deleted) all.push({ ...said, at: Math.min(answered, end), kind: 'delete' });
  }
  return all;
}

/** Everything that happens until `end`, in order. The same for the same end, town and seed. */
export function planTown(
  threads: readonly TownThread[],
  companies: readonly TownCompany[],
  end: Date,
  seed = 20_26,
): Happening[] {
  const dice = createDice(seed);
  const staff = employers(companies);
  const purse = createPurse();
  const happenings = threads.flatMap((thread, place) => {
    const times = threadTimes(thread.daysAgo, thread.replies.length, end.getTime(), dice);
    const cast = castThread(thread, times, staff, purse, dice);
    return happeningsOf(thread, place, end.getTime(), cast, times, dice);
  });
  return happenings.sort((a, b) => a.at - b.at || a.thread - b.thread || a.reply - b.reply);
}
