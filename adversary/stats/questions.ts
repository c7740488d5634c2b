import type { Dice } from '@teahouse/testbed/dice';
import type { Case } from '../attacker/case.ts';
import type { Question } from '../attacker/cross.ts';
import { groupBy } from '../lib/group.ts';
import type { Truth } from '../town/stage.ts';

/** A question with what the thief isn't told. */
export interface Asked extends Question {
  readonly right: number;
  readonly author: string;
}
/** One about two aliases. */
export interface SetQuestion extends Asked {
  /** Aliases of others, of whatever label, that came within a quarter of an hour of the right one. */
  readonly busy: number;
  /** Time between the two, in slots of five minutes, as everyone can read it. */
  readonly slotsBetween: number;
}

const most = 40;
const least = 5;

/** A context of somebody: when it came, whose it is, and what it shows. */
export interface Came {
  readonly at: number;
  readonly author: string;
  readonly label: string;
}
interface Entry extends Came {
  readonly alias: number;
  readonly slot: number;
}

/**
 * The right one among its neighbours in time, up to forty, shuffled; undefined where there are too few to ask. The window
 * begins at random and goes around at the end of `others`, which holds the right one and is in order of time.
 */
export function around<T extends Came>(right: T, others: readonly T[], dice: Dice): T[] | undefined {
  const size = Math.min(most, others.length);
  if (size < least) return undefined;
  const first = others.indexOf(right) - dice.below(size) + others.length;
  return dice.shuffled(Array.from({ length: size }, (_, n) => others[(first + n) % others.length] as T));
}

/**
 * For each alias and another one of the same author, drawn from all of them: which of up to forty that show the same
 * label, and came at about the same time, is it? Without a link any place in that window is as likely. Not the author's *next* context: it is by its choice
 * closer than others, also where nothing links them (questions.test.ts).
 */
export function setQuestions(
  found: Case,
  truth: Truth,
  slotOf: (post: number) => number,
  dice: Dice,
): SetQuestion[] {
  const all = groupBy(entriesOf(found, truth, slotOf), ({ author }) => author);
  // Who spoke in one context only is never the answer, so must not be a candidate.
  const byAuthor = [...all.values()].filter((own) => own.length > 1);
  const entries = byAuthor.flat().sort((a, b) => a.at - b.at);
  const byLabel = groupBy(entries, ({ label }) => label);
  const threadOf = ({ alias }: Entry) => found.aliases[alias]?.thread;
  const pseudonym = ({ alias }: Entry) => found.aliases[alias]?.pseudonym ?? '';
  return byAuthor.flatMap((own) =>
    own.flatMap((from): SetQuestion[] => {
      const partners = own.filter((one) => threadOf(one) !== threadOf(from));
      if (partners.length === 0) return [];
      const right = dice.pick(partners);
      const others = (byLabel.get(right.label) ?? []).filter(
        (one) => one === right || (one.author !== right.author && threadOf(one) !== threadOf(from)),
      );
      const candidates = around(right, others, dice);
      if (!candidates) return [];
      return [
        {
          alias: pseudonym(from),
          candidates: candidates.map(pseudonym),
          right: candidates.indexOf(right),
          author: right.author,
          busy: entries.filter((one) => one.author !== right.author && Math.abs(one.slot - right.slot) <= 3)
            .length,
          slotsBetween: Math.abs(right.slot - from.slot),
        },
      ];
    }),
  );
}

/** Every alias' entry, in order of time. */
export function entriesOf(found: Case, truth: Truth, slotOf: (post: number) => number): Entry[] {
  const first = new Map<number, Entry>();
  for (const [post, { alias, id, time = 0 }] of found.posts.entries()) {
    const before = first.get(alias);
    if (before && before.at <= time) continue;
    const { epoch: _, ...label } = found.aliases[alias]?.label ?? {};
    first.set(alias, {
      alias,
      at: time,
      slot: slotOf(post),
      author: truth.posts[id] ?? '',
      label: JSON.stringify(label),
    });
  }
  return [...first.values()].sort((a, b) => a.at - b.at);
}
