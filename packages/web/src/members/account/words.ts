import { msg } from '@lingui/core/macro';
import type { ErrorDictionary } from '../../ui/error-words.ts';
import { memberWords } from '../error-words.ts';

/** What is refused about an account, and what to do then. */
export const accountWords: ErrorDictionary = {
  ...memberWords,
  'proof-wrong': {
    what: msg`That is not the password or a passkey of this account.`,
    next: msg`Look at it again. After ten wrong tries there is a wait.`,
  },
  'passkey-limit': {
    what: msg`There are ten passkeys already.`,
    next: msg`Remove one that you no longer use.`,
  },
  'last-way-in': {
    what: msg`This is the last way into the account.`,
    next: msg`Add another passkey or a password first.`,
  },
  'undo-unknown': {
    what: msg`This link counts no more.`,
    next: msg`It holds for seven days, and once. If the account is no longer yours, write to whoever runs this house.`,
  },
  'token-limit': {
    what: msg`There are twenty access tokens already.`,
    next: msg`Revoke one that you no longer use.`,
  },
};
