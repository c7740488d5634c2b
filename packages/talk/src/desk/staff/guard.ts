import { createHmac, randomBytes } from 'node:crypto';
import { deskLimits } from '@teahouse/contract/desk';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { refuse } from '../errors.ts';

/** First wait after too many wrong guesses, and the longest; it doubles in between. Seconds. */
const firstWait = 30;
const longestWait = 15 * 60;
const day = 24 * 60 * 60;

/** Who is guessed at: a name, by strangers or by a browser that signed in under it before. */
export interface Guessed {
  readonly name: string;
  readonly browser: string | undefined;
}

/** A brake on guessing passwords and codes. In memory: nothing about who tried what is written down. */
export interface Guard {
  /** Throws `too-many` when guesses have to wait. */
  before(guessed: Guessed): Promise<void>;
  after(guessed: Guessed, isRight: boolean): Promise<void>;
}

/**
 * A stranger's guessing makes only strangers wait, never the one who is guessed at in a browser of their own (OWASP,
 * "Slow Down Online Guessing Attacks with Device Cookies"). Names of strangers share 65,536 places under a key of this
 * process, so that guessing at invented names fills no memory.
 */
export function createGuard(): Guard {
  const key = randomBytes(32);
  const wrong = new RateLimiterMemory({ keyPrefix: 'wrong', points: Number.MAX_SAFE_INTEGER, duration: day });
  const wait = new RateLimiterMemory({ keyPrefix: 'wait', points: 1, duration: longestWait });

  function placeOf({ name, browser }: Guessed): string {
    const digest = createHmac('sha256', key)
      .update(JSON.stringify([name.toLowerCase(), browser ?? '']))
      .digest();
    return browser === undefined ? digest.toString('hex', 0, 2) : digest.toString('hex');
  }

  return {
    async before(guessed) {
      const waiting = await wait.get(placeOf(guessed));
      if (!waiting) return;
      const seconds = Math.max(1, Math.ceil(waiting.msBeforeNext / 1000));
      throw refuse('too-many', { headers: { 'retry-after': String(seconds) } });
    },
    async after(guessed, isRight) {
      const place = placeOf(guessed);
      if (isRight) {
        await wrong.delete(place);
        return;
      }
      const { consumedPoints } = await wrong.penalty(place, 1);
      const over = consumedPoints - deskLimits.signInTries;
      if (over >= 0) await wait.block(place, Math.min(longestWait, firstWait * 2 ** Math.min(over, 10)));
    },
  };
}
