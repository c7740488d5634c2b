import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Among } from './among.ts';

/** First wait after too many wrong guesses, and the longest; it doubles in between. Seconds. */
const firstWait = 30;
const longestWait = 15 * 60;
const day = 24 * 60 * 60;

/** Wrong guesses at something in a day, counted over all processes of a plane, in memory alone. */
export interface Guesses {
  /** How long (ms) the next guess at this mark has to wait; undefined where it has not. */
  waiting(mark: string): Promise<number | undefined>;
  /** Notes how a guess went: a wrong one counts everywhere, a right one forgets the wrong ones before it. */
  note(mark: string, isRight: boolean): Promise<void>;
}

/**
 * `tries`: wrong ones until waiting begins. `mark`s are keyed hashes without spaces, the same in every process, as the
 * others are told of wrong guesses; of a right one only where wrong ones came before: that somebody signed in is told to nobody.
 */
export function countGuesses({ tries, among }: { tries: number; among: Among }): Guesses {
  const wrong = new RateLimiterMemory({ keyPrefix: 'wrong', points: Number.MAX_SAFE_INTEGER, duration: day });
  const wait = new RateLimiterMemory({ keyPrefix: 'wait', points: 1, duration: longestWait });

  async function count(mark: string): Promise<void> {
    const { consumedPoints } = await wrong.penalty(mark, 1);
    const over = consumedPoints - tries;
    if (over >= 0) await wait.block(mark, Math.min(longestWait, firstWait * 2 ** Math.min(over, 10)));
  }
  among.hear('wrong', (mark) => void count(mark));
  among.hear('right', (mark) => void wrong.delete(mark));
  // Whether the others hear of it must not decide whether somebody may sign in.
  const tell = (kind: string, mark: string) => among.tell(kind, mark).catch(() => {});

  return {
    waiting: async (mark) => (await wait.get(mark))?.msBeforeNext,
    async note(mark, isRight) {
      if (!isRight) {
        await count(mark);
        await tell('wrong', mark);
      } else if (await wrong.delete(mark)) await tell('right', mark);
    },
  };
}
