import { type LabelKind, protocolLimits } from '@teahouse/protocol';
import type { Dice } from '../dice.ts';
import type { Cost, Purse } from './purse.ts';
import type { ThreadTimes } from './times.ts';
import type { TownCompany, TownReply, TownThread } from './town/types.ts';

/** Who speaks in a thread, and under which label: by place in the list of all people. */
interface Part {
  readonly person: number;
  readonly label: LabelKind;
}
export interface CastThread {
  readonly opener: Part;
  /** As many as the thread has replies. */
  readonly replies: readonly Part[];
}

/** The employer of each person, in the order of the companies. */
export const employers = (companies: readonly TownCompany[]): string[] =>
  companies.flatMap(({ id, people }) => Array.from({ length: people }, () => id));

/** Replies of one role come from one person: the letter, or a role of its own. */
const roleOf = (reply: TownReply, place: number): string => reply.by ?? `#${place}`;

/** Where a role works, as far as the text says: `undefined` is anywhere. */
function rolesOf(thread: TownThread): Map<string, string | undefined> {
  const roles = new Map<string, string | undefined>([['op', thread.from]]);
  for (const [place, reply] of thread.replies.entries()) {
    const role = roleOf(reply, place);
    roles.set(role, roles.get(role) ?? reply.from);
  }
  return roles;
}

/** What each role says, and when: what it needs tokens for. */
function costsOf(thread: TownThread, times: ThreadTimes): Map<string, Cost[]> {
  const costs = new Map<string, Cost[]>([
    ['op', [{ at: times.opened, tokens: protocolLimits.tokensForThread }]],
  ]);
  for (const [place, reply] of thread.replies.entries()) {
    const role = roleOf(reply, place);
    const cost = { at: times.replies[place] as number, tokens: protocolLimits.tokensForReply };
    costs.set(role, [...(costs.get(role) ?? []), cost]);
  }
  return costs;
}

/** Of those who are free to speak, someone who has spoken little. */
function choose(candidates: readonly number[], purse: Purse, dice: Dice): number {
  const least = Math.min(...candidates.map(purse.spent));
  return dice.pick(candidates.filter((person) => purse.spent(person) <= least + 2));
}

/** Somebody whose text names no company may show more or less of himself. */
function freeLabel(dice: Dice): LabelKind {
  const at = dice.next();
  return at < 0.35 ? 'company' : at < 0.5 ? 'industry' : at < 0.8 ? 'professional' : 'alias';
}

/** Gives every role of a thread a person of its own, who can pay for it; the purse is paid from. */
export function castThread(
  thread: TownThread,
  times: ThreadTimes,
  staff: readonly string[],
  purse: Purse,
  dice: Dice,
): CastThread {
  const roles = rolesOf(thread);
  const costs = costsOf(thread, times);
  const here = thread.room.startsWith('co-') ? thread.room.slice('co-'.length) : undefined;
  const parts = new Map<string, Part>();
  const taken = new Set<number>();
  const everyone = staff.map((_, person) => person);
  const free = (role: string, company?: string) =>
    everyone.filter(
      (person) =>
        !taken.has(person) &&
        (company === undefined || staff[person] === company) &&
        purse.affords(person, costs.get(role) ?? []),
    );
  // Those who must work somewhere first: the others can be anyone who is left.
  for (const [role, from] of [...roles].sort(
    ([, a], [, b]) => Number(b !== undefined) - Number(a !== undefined),
  )) {
    const wished = from ?? (here !== undefined && dice.next() < 0.6 ? here : undefined);
    const suited = free(role, wished);
    const candidates = suited.length > 0 || from !== undefined ? suited : free(role);
    if (candidates.length === 0) {
      throw new RangeError(
        `"${thread.title}" needs more people of ${from ?? 'the town'} with tokens than there are`,
      );
    }
    const person = choose(candidates, purse, dice);
    taken.add(person);
    purse.pay(person, costs.get(role) ?? []);
    const label =
      role === 'op' ? (thread.label ?? 'company') : from === undefined ? freeLabel(dice) : 'company';
    parts.set(role, { person, label });
  }
  const part = (role: string) => parts.get(role) as Part;
  const replies = thread.replies.map((reply, place) => part(roleOf(reply, place)));
  return { opener: part('op'), replies };
}
