import type { Kind } from './types.ts';

/** Kinds of which one is enough. */
const grave: ReadonlySet<Kind> = new Set(['quote', 'staff', 'only']);
/** So many kinds together name a person as a rule. */
const many = 3;

export const kindsOf = (hints: readonly { kind: Kind }[]): Kind[] => [
  ...new Set(hints.map(({ kind }) => kind)),
];

/** For the question: what alone is enough comes first, else in the order of the text. */
export const graveFirst = <H extends { kind: Kind }>(hints: readonly H[]): H[] => [
  ...hints.filter(({ kind }) => grave.has(kind)),
  ...hints.filter(({ kind }) => !grave.has(kind)),
];

/**
 * Whether an author is asked once more before these words are sent: at three kinds or more, or at a quote, a staff
 * number or "the only" (safety.md). It is a question: whoever has read it can send.
 */
export function interrupts(hints: readonly { kind: Kind }[]): boolean {
  const found = kindsOf(hints);
  return found.length >= many || found.some((kind) => grave.has(kind));
}
