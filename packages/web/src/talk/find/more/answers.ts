import type { Found } from '@teahouse/contract/talk';
import { talk } from '../../read/api.ts';
import { createReading, createReadings, type Reading } from '../../read/reading.ts';
import type { Question } from './question.ts';

/** A question that has words. */
export type Asked = Question & { readonly q: string };

export interface Answer {
  readonly found: readonly Found[];
  /** Where it goes on; null at the end. */
  readonly next: string | null;
  /** Whether there is more before what was looked at. */
  readonly capped: boolean;
}

const ask = (question: Asked, before?: string): Promise<Answer> =>
  talk.search({ query: { ...question, ...(before !== undefined && { before }) } });

/** What is found, for as long as whoever asked holds it. */
export const createAnswer = (question: Asked): Reading<Answer> =>
  createReading({ read: () => ask(question) });

const answers = createReadings((key) => createAnswer(JSON.parse(key) as Asked), 12);

/** What was found; kept for as long as the tab lives, so that the way back from a thread is short. */
export const answerTo = ({ q, room, lang, label, days }: Asked) =>
  answers(JSON.stringify({ q, room, lang, label, days }));

/** Puts the next page below what is there. */
export async function readFurther(answer: Reading<Answer>, question: Asked): Promise<void> {
  const before = answer.snapshot().data?.next ?? null;
  if (before === null) return;
  const page = await ask(question, before);
  answer.update(({ found }) => {
    const here = new Set(found.map(({ post }) => post));
    return { ...page, found: [...found, ...page.found.filter(({ post }) => !here.has(post))] };
  });
}
