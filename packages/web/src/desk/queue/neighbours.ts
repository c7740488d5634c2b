import type { Case } from '@teahouse/contract/desk';

type Address = Pick<Case, 'room' | 'post'>;
const isAt = (it: Case, { room, post }: Address) => it.room === room && it.post === post;

/** The case before and the one after in the queue. A case that is not in it has the first after it. */
export function neighboursOf(
  cases: readonly Case[],
  at: Address,
): { before: Case | undefined; after: Case | undefined } {
  const place = cases.findIndex((it) => isAt(it, at));
  if (place < 0) return { before: undefined, after: cases[0] };
  return { before: cases[place - 1], after: cases[place + 1] };
}

/** Where to go on after a decision: the next one below that nobody else has taken, or else the first such. */
export function nextOf(cases: readonly Case[], at: Address, me: string): Case | undefined {
  const place = cases.findIndex((it) => isAt(it, at));
  const free = (it: Case) => !isAt(it, at) && (it.assignee === null || it.assignee.id === me);
  return cases.slice(place + 1).find(free) ?? cases.find(free);
}
