import { msg } from '@lingui/core/macro';
import type { ErrorDictionary } from '../../ui/error-words.ts';

/** What can go wrong with an answer. */
export const officialWords: ErrorDictionary = {
  'official-key': {
    what: msg`This key does not count for the company, or not yet.`,
    next: msg`A new key takes a minute to be seen in talk. If it was ended, make another one at the company's desk.`,
  },
  'official-stale': {
    what: msg`Somebody else answered for the company in the meantime.`,
    next: msg`Copy your text, load the thread anew, and read what stands there now.`,
  },
  'official-exhausted': {
    what: msg`The answer was changed as often as it can be.`,
    next: msg`What stands there stays.`,
  },
  'look-personal-data': {
    what: msg`The answer holds personal data.`,
    next: msg`Take out numbers and whatever says who somebody is.`,
  },
  'look-threat': {
    what: msg`The answer reads as a threat.`,
    next: msg`Say it without one.`,
  },
};
