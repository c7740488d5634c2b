import { type Figure, told } from '../../bench/figures.ts';

export interface TrialOptions {
  /** The form of `npm test`: fewer kills, shorter waits, the same questions. */
  readonly short: boolean;
  /** One line for whoever watches. */
  readonly say: (words: string) => void;
  /** Of the trial `town` alone: another length, seed, or draw. */
  readonly town?: Partial<Record<'days' | 'seed' | 'tokens' | 'weeksBefore', number>>;
}

/** One file of this folder: what it does to a town, and what came of it. */
export type Trial = (options: TrialOptions) => Promise<Figure[]>;

/** A figure that must be just its limit. */
export const exactly = (name: string, value: number, unit: string, limit: number, note = ''): Figure => ({
  ...told(name, value, unit, note),
  limit,
  holds: value === limit,
});

/** Those that do not hold, in words: what a test expects to be empty. */
export const failing = (figures: readonly Figure[]): string[] =>
  figures
    .filter(({ holds }) => holds === false)
    .map(({ name, value, limit, note }) => `${name} is ${value}, not ${limit}: ${note}`);

/** What a trial says when this machine can't run it: never a failure, never silent. */
export const skipped = (trial: string, reason: string): Figure[] => [
  told(`trials.${trial}.acknowledged`, 0, 'writes', `skipped: ${reason}`),
];

/** Waits until `look` finds something; throws with `what` when it doesn't in so many ms. */
export async function until<T>(
  what: string,
  limit: number,
  look: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  const end = performance.now() + limit;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`${what}: not within ${limit / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
