import type { Decision } from '@teahouse/contract/talk';
import { talk } from '../read/api.ts';
import { createReading, createReadings } from '../read/reading.ts';
import type { LogQuery } from './log-question.ts';

/** A part of the public log of decisions, the newest first. */
export interface LogRead {
  readonly decisions: readonly Decision[];
  /** Where the next older page begins; null at the end. */
  readonly next: string | null;
}

const lists = createReadings(
  (key) => createReading<LogRead>({ read: () => talk.decisions({ query: JSON.parse(key) }), fresh: 10_000 }),
  12,
);
const keyOf = (query: LogQuery) => JSON.stringify(query);

/** The decisions that fit a question. */
export const decisionsOf = (query: LogQuery) => lists(keyOf(query));

/** Puts the next older page below what is there. Throws what the call throws. */
export async function readOlder(query: LogQuery): Promise<void> {
  const list = decisionsOf(query);
  const before = list.snapshot().data?.next ?? null;
  if (before === null) return;
  const page = await talk.decisions({ query: { ...query, before } });
  list.update(({ decisions }) => ({ decisions: [...decisions, ...page.decisions], next: page.next }));
}

/** The decisions of each day, in the order in which they stand. */
export function byDay(decisions: readonly Decision[]): { day: string; decisions: readonly Decision[] }[] {
  const days = new Map<string, Decision[]>();
  for (const one of decisions) days.set(one.day, [...(days.get(one.day) ?? []), one]);
  return [...days].map(([day, found]) => ({ day, decisions: found }));
}
