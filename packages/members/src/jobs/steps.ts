import { quote } from '@teahouse/kit/words/query';
import { spanHolding, spansBetween } from '@teahouse/kit/words/spans';

/** A part of the jobs' order, and what is asked of the index about it. */
export interface Step {
  readonly query: string;
  /** Where the part begins, from above. */
  readonly below: number;
}

/** Sizes of the spans that are looked through before all the rest: 512 jobs, twice, and 4,096. */
const near = [3, 3, 4] as const;

/**
 * The steps in which jobs before a place are looked for, the newest first. What many jobs meet is found among the newest; what
 * is not found there few jobs meet, and all of these are asked for at once: walking through the rest span by span would cost ten
 * times that. Where the index is asked nothing, every job does, and the spans alone bound what is fetched.
 */
export function stepsBelow(before: number, index: string): Step[] {
  if (index === '')
    return spansBetween(0, Math.max(0, before - 1)).map((span) => ({ query: quote(span), below: before }));
  const steps: Step[] = [];
  let below = before;
  for (const level of near) {
    if (below <= 0) return steps;
    const { lexeme, from } = spanHolding(below - 1, level);
    steps.push({ query: `${index} & ${quote(lexeme)}`, below });
    below = from;
  }
  return below > 0 ? [...steps, { query: index, below }] : steps;
}
