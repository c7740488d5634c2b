import type { LabelKind } from '@teahouse/protocol';
import type { Dice } from './random.ts';
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

/** Of those who are free to speak, someone who has spoken little. */
function choose(candidates: readonly number[], spoken: readonly number[], dice: Dice): number {
  const least = Math.min(...candidates.map((person) => spoken[person] ?? 0));
  return dice.pick(candidates.filter((person) => (spoken[person] ?? 0) <= least + 2));
}

/** Somebody whose text names no company may show more or less of himself. */
function freeLabel(dice: Dice): LabelKind {
  const at = dice.next();
  return at < 0.35 ? 'company' : at < 0.5 ? 'industry' : at < 0.8 ? 'professional' : 'alias';
}

/** Gives every role of a thread a person of its own; `spoken` counts what each has said, and is added to. */
export function castThread(
  thread: TownThread,
  staff: readonly string[],
  spoken: number[],
  dice: Dice,
): CastThread {
  const roles = rolesOf(thread);
  const here = thread.room.startsWith('co-') ? thread.room.slice('co-'.length) : undefined;
  const parts = new Map<string, Part>();
  const taken = new Set<number>();
  const everyone = staff.map((_, person) => person);
  const free = (company?: string) =>
    everyone.filter((person) => !taken.has(person) && (company === undefined || staff[person] === company));
  // Those who must work somewhere first: the others can be anyone who is left.
  for (const [role, from] of [...roles].sort(
    ([, a], [, b]) => Number(b !== undefined) - Number(a !== undefined),
  )) {
    const wished = from ?? (here !== undefined && dice.next() < 0.6 ? here : undefined);
    const candidates = free(wished).length > 0 ? free(wished) : free();
    if (from !== undefined && candidates.some((person) => staff[person] !== from)) {
      throw new RangeError(`"${thread.title}" needs more people of ${from} than there are`);
    }
    const person = choose(candidates, spoken, dice);
    taken.add(person);
    const label =
      role === 'op' ? (thread.label ?? 'company') : from === undefined ? freeLabel(dice) : 'company';
    parts.set(role, { person, label });
  }
  const part = (role: string) => parts.get(role) as Part;
  const replies = thread.replies.map((reply, place) => part(roleOf(reply, place)));
  for (const { person } of replies) spoken[person] = (spoken[person] ?? 0) + 1;
  const opener = part('op');
  spoken[opener.person] = (spoken[opener.person] ?? 0) + 2;
  return { opener, replies };
}
