import { msg } from '@lingui/core/macro';
import { logWords } from '../../log/words.ts';
import type { ErrorDictionary } from '../../ui/error-words.ts';

/** Why the door of a room for colleagues did not open, and what helps. */
export const doorWords: ErrorDictionary = {
  ...logWords,
  'wrong-day': {
    what: msg`The device and the server disagree about the day.`,
    next: msg`Check the date of this device, then try again.`,
  },
  'credential-missing': {
    what: msg`There is no credential of this month for that company on this device.`,
    next: msg`Fetch it under “My papers”, then come back to the door.`,
  },
  'epoch-stale': {
    what: msg`Your credential is of a month that no longer counts.`,
    next: msg`Fetch the new one under “My papers”, then come back to the door.`,
  },
  'issuer-key-unknown': {
    what: msg`The credential bears a key that is not published.`,
    next: msg`Do not use it. Fetch it anew; if this stays, tell the operator in public.`,
  },
  'presentation-invalid': {
    what: msg`The proof did not hold.`,
    next: msg`Fetch your credential anew under “My papers”, then come back to the door.`,
  },
  'label-foreign': {
    what: msg`The house does not know your company under this name.`,
    next: msg`Fetch your credential anew under “My papers”, then come back to the door.`,
  },
  'label-below-floor': {
    what: msg`Too few of you hold a credential this month: whoever entered could be guessed.`,
    next: msg`Wait until more colleagues have fetched theirs; in the first days of a month that takes a while.`,
  },
};
