import { msg } from '@lingui/core/macro';
import type { LetterFault } from '@teahouse/contract/members';
import type { ErrorDictionary } from '../../ui/error-words.ts';
import { memberWords } from '../error-words.ts';

const own: Partial<Record<LetterFault, ErrorDictionary[string]>> = {
  malformed: {
    what: msg`The mail did not have the form that was asked for.`,
    next: msg`Write a new one to that address alone, from one sender, with nobody in copy.`,
  },
  subject: {
    what: msg`The subject was another one.`,
    next: msg`It must be the one word, with nothing before it: do not answer or forward, write anew.`,
  },
  automatic: {
    what: msg`That was written by a program, or it answered another mail.`,
    next: msg`Write a new mail by hand.`,
  },
  unsigned: {
    what: msg`The mail bore no signature of your company that holds.`,
    next: msg`Not every mail server signs. Have a code sent instead, or show your badge.`,
  },
  partial: {
    what: msg`The signature of your company's server covers only part of the mail.`,
    next: msg`Have a code sent instead, or show your badge.`,
  },
  misaligned: {
    what: msg`The mail was signed, but not by the domain of your address.`,
    next: msg`Your company lets somebody else sign. Have a code sent instead, or show your badge.`,
  },
  dmarc: {
    what: msg`Your company's own rules for mail (DMARC) don't let this one pass.`,
    next: msg`Have a code sent instead, or show your badge.`,
  },
  dns: {
    what: msg`The signature could not be checked just now.`,
    next: msg`Send the same mail again in a few minutes.`,
  },
};

/** Why a mail from the work address proved nothing, and what to do then. */
export const faultWords: ErrorDictionary = { ...memberWords, ...own };
