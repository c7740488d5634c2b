import { msg } from '@lingui/core/macro';
import type { ErrorDictionary } from '../../ui/error-words.ts';

/** What the lock of this device refuses, and what to do then. */
export const keepWords: ErrorDictionary = {
  'passphrase-wrong': {
    what: msg`That is not the passphrase of this device.`,
    next: msg`Try again: nothing is counted and nothing is destroyed. Capital letters and spaces count. Your 24 words open it too.`,
  },
  'passphrase-short': {
    what: msg`That is too short to withstand somebody who has the device.`,
    next: msg`Take ten characters or more; four words that have nothing to do with each other are good.`,
  },
  'passkey-wrong': {
    what: msg`That passkey does not open this lock.`,
    next: msg`Take the one that was made for it, the passphrase, or your 24 words.`,
  },
  'passkey-cancelled': {
    what: msg`The question for the passkey was closed.`,
    next: msg`Nothing has changed. Try again when you are ready.`,
  },
  'passkey-unavailable': {
    what: msg`This passkey, or this browser, can't keep a lock.`,
    next: msg`Take a passphrase instead: it protects as well.`,
  },
  'phrase-other': {
    what: msg`These are the words of another key than the one that this device keeps.`,
    next: msg`Look whether you have another sheet. To bring that other key here, first have this device forget everything.`,
  },
  'phrase-invalid': {
    what: msg`These are not 24 words of a recovery phrase.`,
    next: msg`Compare them with your sheet, word by word; the order counts.`,
  },
  'store-damaged': {
    what: msg`What this device kept can't be read any more.`,
    next: msg`Have it forget everything, then enter your 24 words: masks and tokens come back. Drafts and what was not sent yet are lost.`,
  },
  'store-locked': {
    what: msg`This device is locked.`,
    next: msg`Unlock it, then try again.`,
  },
  'lock-exists': {
    what: msg`The lock was turned on in another tab.`,
    next: msg`Load the page anew.`,
  },
};
