import {
  type LabelKind,
  protocolLimits,
  type Reaction,
  type Verdict,
  verdictKinds,
} from '@teahouse/protocol';
import { createDice, type Dice } from '../dice.ts';
import { employers } from './cast.ts';
import type { Happening } from './plan.ts';
import { day, minute } from './times.ts';
import type { TownCompany, TownThread } from './town/types.ts';

/** Something that happens in the town without words; of a thread and a reply as `Happening` is. */
interface Silent {
  readonly at: number;
  readonly thread: number;
  readonly reply: number;
  readonly person: number;
}
export interface Reacting extends Silent {
  readonly kind: 'react';
  readonly reaction: Reaction;
  readonly label: LabelKind;
}
export interface Voting extends Silent {
  readonly kind: 'ballot';
  readonly choice: { readonly choices: readonly number[] } | { readonly verdict: Verdict };
  /** Whether only colleagues vote, and show it. */
  readonly colleagues: boolean;
}
export type Vote = Reacting | Voting;

/** How often people feel like what. */
const moods: readonly (readonly [Reaction, number])[] = [
  ['agree', 0.52],
  ['hug', 0.2],
  ['laugh', 0.16],
  ['wow', 0.07],
  ['angry', 0.05],
];
function moodOf(dice: Dice): Reaction {
  let left = dice.next();
  for (const [mood, share] of moods) {
    left -= share;
    if (left < 0) return mood;
  }
  return 'agree';
}

/** Somewhat later, most soon, none after `end`. */
const after = (at: number, end: number, dice: Dice): number =>
  Math.min(end, at + minute + Math.floor(dice.next() ** 3 * Math.max(0, end - at - minute)));

/** So many different ones, in the order in which they were drawn. */
function draw<T>(from: readonly T[], count: number, dice: Dice): T[] {
  const left = [...from];
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(dice.below(left.length), 1)[0] as T,
  );
}

/** Who acts in a thread wears one label there: that of the cast, else one that is drawn once. */
function labels(plan: readonly Happening[], dice: Dice) {
  const worn = new Map(plan.map(({ thread, person, label }) => [`${thread} ${person}`, label]));
  return (thread: number, person: number): LabelKind => {
    const key = `${thread} ${person}`;
    const at = dice.next();
    const label = worn.get(key) ?? (at < 0.5 ? 'alias' : at < 0.85 ? 'professional' : 'industry');
    worn.set(key, label);
    return label;
  };
}

/** How many react: a few to what opens a thread; to a reply now and then, and to one in twenty a small crowd. */
function crowdFor(kind: Happening['kind'], dice: Dice): number {
  if (kind === 'thread') return dice.below(4);
  const at = dice.next();
  return at < 0.05 ? 3 + dice.below(4) : at < 0.2 ? 1 + dice.below(2) : 0;
}

/** Reactions to each post that stays. */
function reactionsTo(plan: readonly Happening[], people: number, end: number, dice: Dice): Reacting[] {
  const labelOf = labels(plan, dice);
  const gone = new Set(
    plan.filter(({ kind }) => kind === 'delete').map(({ thread, reply }) => `${thread}/${reply}`),
  );
  const said = plan.filter(
    ({ kind, thread, reply }) => (kind === 'thread' || kind === 'reply') && !gone.has(`${thread}/${reply}`),
  );
  return said.flatMap(({ thread, reply, person, at, kind }) => {
    const count = crowdFor(kind, dice);
    const others = Array.from({ length: people }, (_, i) => i).filter((other) => other !== person);
    return draw(others, count, dice).map((who): Reacting => {
      const label = labelOf(thread, who);
      return {
        kind: 'react',
        thread,
        reply,
        person: who,
        at: after(at, end, dice),
        reaction: moodOf(dice),
        label,
      };
    });
  });
}

/** Ballots on what a thread asks, and on what it claims. */
function ballotsOn(
  thread: TownThread,
  opening: Happening,
  staff: readonly string[],
  until: number,
  dice: Dice,
): Voting[] {
  const { poll, claim } = thread;
  const company = thread.room.startsWith('co-') ? thread.room.slice('co-'.length) : thread.from;
  const everyone = staff.map((_, person) => person);
  const colleagues = everyone.filter((person) => staff[person] === company);
  const end = Math.min(until, opening.at + (protocolLimits.ballotDays - 1) * day);
  const vote = (person: number, ofColleagues: boolean, choice: Voting['choice']): Voting => ({
    ...{ kind: 'ballot', thread: opening.thread, reply: -1, person, choice, colleagues: ofColleagues },
    at: after(opening.at, end, dice),
  });
  const choices = (): number[] => {
    const { length } = poll?.options ?? [];
    // The first options are liked better.
    const liked = Array.from({ length: poll?.multiple ? 1 + dice.below(2) : 1 }, () =>
      Math.floor(dice.next() ** 1.6 * length),
    );
    return [...new Set(liked)].sort((a, b) => a - b);
  };
  const ofColleagues = poll?.voters === 'colleagues';
  const voters = ofColleagues ? colleagues : draw(everyone, 9 + dice.below(14), dice);
  const polled = poll ? voters.map((person) => vote(person, ofColleagues, { choices: choices() })) : [];
  const said = verdictKinds.flatMap((verdict) =>
    Array.from({ length: claim?.[verdict] ?? 0 }, () => verdict),
  );
  const judged = draw(colleagues, said.length, dice).map((person, i) =>
    vote(person, true, { verdict: said[i] as Verdict }),
  );
  return [...polled, ...judged];
}

/** What people say without words to what was planned. The same for the same plan, town and seed. */
export function planVotes(
  plan: readonly Happening[],
  threads: readonly TownThread[],
  companies: readonly TownCompany[],
  end: Date,
  seed = 20_27,
): Vote[] {
  const dice = createDice(seed);
  const staff = employers(companies);
  const reactions = reactionsTo(plan, staff.length, end.getTime(), dice);
  const openings = plan.filter(({ kind }) => kind === 'thread');
  const ballots = openings.flatMap((opening) =>
    ballotsOn(threads[opening.thread] as TownThread, opening, staff, end.getTime(), dice),
  );
  return [...reactions, ...ballots];
}

/** Everything in order of time. What was said comes before what is said to it at the same moment. */
export const inOrder = (plan: readonly Happening[], votes: readonly Vote[]): (Happening | Vote)[] =>
  [...plan, ...votes].sort((a, b) => a.at - b.at || Number('choice' in a) - Number('choice' in b));
