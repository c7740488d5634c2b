import type { Dice } from '@teahouse/testbed/dice';
import { groupBy } from '../../lib/group.ts';
import type { Case } from '../case.ts';
import { axes, deedsByTable, postsOn } from '../deeds.ts';
import { day, findTimeColumns } from '../times.ts';
import { anchored } from './anchors.ts';
import { deedsBy } from './moments.ts';
import type { Deed } from './nearest.ts';
import { candidateSets } from './order.ts';
import type { Reading } from './reading.ts';

/** When accounts were there, in units of `step`, by where the thief knows it from. */
interface Presence {
  readonly name: string;
  readonly step: number;
  readonly of: ReadonlyMap<number, ReadonlySet<number>>;
}

function presence(name: string, deeds: readonly Deed[], step: number): Presence {
  const by = groupBy(deeds, ({ who }) => who);
  return {
    ...{ name, step },
    of: new Map([...by].map(([who, list]) => [who, new Set(list.map(({ at }) => Math.floor(at / step)))])),
  };
}

const finest = 5 * 60_000;

/** Every column that tells time, alone; all together by day; and all that was ever written, by the log and anchors. */
function presences(found: Case): Presence[] {
  const columns = findTimeColumns(found.members).map((one) => ({ ...one, deeds: deedsBy(found, one.read) }));
  const moment = anchored(found.members);
  const written = deedsByTable(found, ({ xid }) => moment(xid)).get('*') ?? [];
  const sources = [
    ...columns.map(({ table, column, deeds, step }) => ({ name: `${table}.${column}`, deeds, step })),
    { name: 'all columns', deeds: columns.flatMap(({ deeds }) => deeds), step: day },
    { name: 'all that was written', deeds: written, step: day },
  ];
  return sources.flatMap(({ name, deeds, step }) =>
    [...new Set([day, Math.max(finest, step)])].map((unit) =>
      presence(`${name} by ${unit / 60_000} min`, deeds, unit),
    ),
  );
}

/** How sure the thief takes it to be that an author is seen in members when posting, beyond coincidence. */
const seen = 0.3;

/** What each candidate's presence says about having been the author at these moments; higher is likelier. */
function scores(
  { of }: Presence,
  units: Iterable<number>,
  candidates: ReadonlySet<number>,
): Map<number, number> {
  const total = new Map([...candidates].map((who) => [who, 0]));
  for (const unit of units) {
    const there = [...candidates].filter((who) => of.get(who)?.has(unit));
    const share = there.length / candidates.size;
    if (share === 0) continue;
    for (const who of candidates)
      total.set(
        who,
        (total.get(who) ?? 0) +
          Math.log(of.get(who)?.has(unit) ? (seen + (1 - seen) * share) / share : 1 - seen),
      );
  }
  return total;
}

const best = (total: ReadonlyMap<number, number>, dice: Dice): number => {
  const most = Math.max(...total.values());
  const top = [...total].filter(([, score]) => score === most);
  return top.length === 0 || most <= 0 ? -1 : dice.pick(top)[0];
};

interface Active {
  readonly posts: readonly number[];
  readonly units: ReadonlySet<number>;
}

/** The moments of each alias in units of `step`; by the finest column of talk that tells time. */
function activity(found: Case, at: Float64Array, step: number): Map<number, Active> {
  const byAlias = groupBy(found.posts.keys(), (post) => found.posts[post]?.alias ?? -1);
  return new Map(
    [...byAlias].map(([alias, posts]) => [
      alias,
      {
        posts,
        units: new Set(
          posts.map((post) => Math.floor((at[post] as number) / step)).filter((unit) => !Number.isNaN(unit)),
        ),
      },
    ]),
  );
}

/** Where all posts stand in time, by each column of talk that tells it of every one; the finest first. */
function timelines(found: Case): { readonly name: string; readonly at: Float64Array }[] {
  const columns = findTimeColumns(found.talk).map((one) => ({
    ...one,
    at: postsOn(found, one.read, one.table),
  }));
  const whole = columns.filter(({ at }) => !at.some(Number.isNaN));
  whole.sort((a, b) => a.step - b.step || new Set(b.at).size - new Set(a.at).size);
  return whole.map(({ table, column, at }) => ({ name: `${table}.${column}`, at }));
}

/** Where posts stand in time, by what talk itself tells. */
export const postTimes = (found: Case): Float64Array => timelines(found)[0]?.at ?? postsOn(found, axes.time);

/** Presence on one side with a timeline on the other. */
const pairs = (found: Case) => {
  const lines = timelines(found);
  return presences(found).flatMap((where) =>
    lines.map(({ name, at }) => ({ where, at, name: `${where.name} ~ ${name}` })),
  );
};

/** Activity: days of an alias' posts against the days on which accounts were there. */
export function aliasActivity(found: Case, dice: Dice): Reading[] {
  const setOf = candidateSets(found);
  return pairs(found).map(({ where, at, name }) => {
    const guesses = new Int32Array(found.posts.length).fill(-1);
    for (const { posts, units } of activity(found, at, where.step).values()) {
      const guess = best(scores(where, units, setOf(posts[0] as number)), dice);
      for (const post of posts) guesses[post] = guess;
    }
    return { strategy: 'activity', name, guesses };
  });
}

/** The same over all aliases of a thread at once: no two of them are one person, so each name is given once. */
export function threadActivity(found: Case, dice: Dice): Reading[] {
  const setOf = candidateSets(found);
  return pairs(found).map(({ where, at, name }) => {
    const guesses = new Int32Array(found.posts.length).fill(-1);
    const active = activity(found, at, where.step);
    for (const [, aliases] of groupBy(active.keys(), (alias) => found.aliases[alias]?.thread)) {
      const claims = dice.shuffled(aliases).flatMap((alias) => {
        const { posts, units } = active.get(alias) as Active;
        return [...scores(where, units, setOf(posts[0] as number))].map(([who, score]) => ({
          alias,
          who,
          score,
        }));
      });
      const [named, taken] = [new Set<number>(), new Set<number>()];
      for (const { alias, who, score } of dice.shuffled(claims).sort((a, b) => b.score - a.score)) {
        if (score <= 0 || named.has(alias) || taken.has(who)) continue;
        named.add(alias);
        taken.add(who);
        for (const post of active.get(alias)?.posts ?? []) guesses[post] = who;
      }
    }
    return { strategy: 'activity-all', name, guesses };
  });
}
