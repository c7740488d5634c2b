import { deskLimits } from '@teahouse/contract/desk';
import type { Among } from '@teahouse/kit/among';
import { countGuesses } from '@teahouse/kit/guesses';
import { refuse } from '../errors.ts';
import type { DeskKeys } from '../keys.ts';

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
 * Counted over all processes. A stranger's guessing makes only strangers wait, never the one who is guessed at in a browser
 * of their own (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). Names of strangers share 65,536 places
 * under a key, so that guessing at invented names fills no memory.
 */
export function createGuard({ keys, among }: { keys: Pick<DeskKeys, 'mac'>; among: Among }): Guard {
  const guesses = countGuesses({ tries: deskLimits.signInTries, among });

  function placeOf({ name, browser }: Guessed): string {
    const digest = keys.mac('guess', name.toLowerCase(), browser ?? '');
    return browser === undefined ? digest.toString('hex', 0, 2) : digest.toString('hex');
  }

  return {
    async before(guessed) {
      const waiting = await guesses.waiting(placeOf(guessed));
      if (waiting === undefined) return;
      const seconds = Math.max(1, Math.ceil(waiting / 1000));
      throw refuse('too-many', { headers: { 'retry-after': String(seconds) } });
    },
    after: (guessed, isRight) => guesses.note(placeOf(guessed), isRight),
  };
}
