import { msg } from '@lingui/core/macro';
import type { ErrorDictionary } from '../../ui/error-words.ts';
import { memberWords } from '../error-words.ts';

/** What search refuses, and what to do then. */
export const searchWords: ErrorDictionary = {
  ...memberWords,
  'search-empty': {
    what: msg`There is no word in that to look for.`,
    next: msg`Type a name, a skill or a company, or choose what to narrow by.`,
  },
  'cursor-invalid': { what: msg`This list does not go on from here.`, next: msg`Search anew.` },
};
