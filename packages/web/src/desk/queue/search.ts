import type { CaseQuery } from '@teahouse/contract/desk';
import { rules, states } from '../words/kinds.ts';

/** What the address of the queue says: filters. What is absent filters nothing; of `work` that means `open`. */
export type QueueSearch = Omit<Partial<CaseQuery>, 'before'>;

const oneOf = <T extends string>(values: readonly T[], given: unknown): T | undefined =>
  values.find((value) => value === given);

/** The filters of an address that somebody may have typed: what is none is left out. */
export function readSearch(given: Readonly<Record<string, unknown>>): QueueSearch {
  const work = oneOf(['decided'] as const, given.work);
  const state = oneOf(states, given.state);
  const rule = oneOf(rules, given.rule);
  const assignee = oneOf(['me', 'none'] as const, given.assignee);
  const room =
    typeof given.room === 'string' && /^[a-z0-9][a-z0-9-]{0,39}$/.test(given.room) ? given.room : undefined;
  return {
    ...(work ? { work } : {}),
    ...(state ? { state } : {}),
    ...(rule ? { rule } : {}),
    ...(room ? { room } : {}),
    ...(assignee ? { assignee } : {}),
  };
}
