import { msg } from '@lingui/core/macro';
import { logWords } from '../log/words.ts';
import type { ErrorDictionary } from '../ui/error-words.ts';

/** What the named half refuses, and what to do then. */
export const memberWords: ErrorDictionary = {
  ...logWords,
  'signed-out': { what: msg`You are signed out.`, next: msg`Sign in, then try again.` },
  'wrong-credentials': {
    what: msg`Address and password do not match.`,
    next: msg`Look at both again. Capital letters count in the password.`,
  },
  'account-leaving': {
    what: msg`You asked to have this account deleted.`,
    next: msg`It can still come back, as it was.`,
  },
  'passkey-refused': {
    what: msg`This passkey opens no account here.`,
    next: msg`Choose the one that is named after your address; a passkey that only opens the lock on your device is another. Or sign in with the password.`,
  },
  'passkey-cancelled': { what: msg`No passkey was given.`, next: msg`Try again, or use the password.` },
  'passkey-unavailable': {
    what: msg`This browser has no passkeys.`,
    next: msg`Use the password.`,
  },
  'passkey-invalid': {
    what: msg`The passkey was not kept.`,
    next: msg`Try again, within five minutes and in this window.`,
  },
  'email-unconfirmed': {
    what: msg`The address is not confirmed yet.`,
    next: msg`Enter the code from the mail first.`,
  },
  'code-wrong': {
    what: msg`That is not the code, or it is too old.`,
    next: msg`Look at the newest mail. After five wrong tries a new code is needed.`,
  },
  'code-exhausted': { what: msg`Five wrong codes.`, next: msg`Have a new one sent.` },
  'csrf-refused': { what: msg`The request did not come from this page.`, next: msg`Load the page anew.` },
  'free-mail': {
    what: msg`That is a free-mail address; it says nothing about where you work.`,
    next: msg`Take the address that your employer gave you.`,
  },
  'role-address': {
    what: msg`That address belongs to a role, not to a person.`,
    next: msg`Take the one with your own name.`,
  },
  'unknown-domain': {
    what: msg`No company is known by this domain yet.`,
    next: msg`Propose it below; an operator looks at it.`,
  },
  'domain-taken': {
    what: msg`The domain belongs to a company already.`,
    next: msg`Go back and have the code sent: it will be found.`,
  },
  'company-name': {
    what: msg`A company is named in Chinese characters or Latin letters.`,
    next: msg`Other letters can look the same and pass for another company: type the name anew.`,
  },
  'company-mismatch': {
    what: msg`The address belongs to another company.`,
    next: msg`Choose the company that the address belongs to, or take another address.`,
  },
  'mailbox-taken': {
    what: msg`This mailbox stands for another member at present.`,
    next: msg`One mailbox is one voice. If you have another account, use that one.`,
  },
  'employment-unknown': { what: msg`There is nothing to confirm here.`, next: msg`Have a new code sent.` },
  'no-employment': { what: msg`No employer is proven yet.`, next: msg`Prove where you work first.` },
  'commitment-invalid': {
    what: msg`The sealed envelope did not hold.`,
    next: msg`Load the page anew and try again.`,
  },
  'commitment-pinned': {
    what: msg`Another key stands for this account or mailbox this month.`,
    next: msg`Enter the 24 words of that key; or use the new one from next month on.`,
  },
  'commitment-limit': {
    what: msg`The key was changed twice within a year already.`,
    next: msg`Enter the 24 words of the key that stands.`,
  },
  'company-unknown': {
    what: msg`There is no such company.`,
    next: msg`Choose one from the list, or propose it.`,
  },
  'letters-off': {
    what: msg`This house takes no mail from work addresses.`,
    next: msg`Have a code sent, or show your badge.`,
  },
  'badge-invalid': {
    what: msg`This is no picture that can be read.`,
    next: msg`Take a photo as PNG, JPEG or WebP.`,
  },
  'badge-waits': {
    what: msg`A badge of yours waits already.`,
    next: msg`Wait for its decision, or take it back.`,
  },
  'badge-unknown': {
    what: msg`That badge does not wait any more.`,
    next: msg`Load the page anew: somebody decided on it, or it was taken back.`,
  },
  'badge-gone': {
    what: msg`The photo was destroyed.`,
    next: msg`Refuse the badge and ask for another photo.`,
  },
  'role-missing': {
    what: msg`This is for reviewers alone.`,
    next: msg`The operator names them.`,
  },
  'review-own': {
    what: msg`Nobody decides on a badge of their own.`,
    next: msg`Leave it to another reviewer.`,
  },
  'review-colleague': {
    what: msg`Nobody decides on a badge of their own employer.`,
    next: msg`Leave it to a reviewer from elsewhere.`,
  },
  'number-taken': {
    what: msg`This staff number stands for another member.`,
    next: msg`Look whether you typed it right. If so, refuse the badge with this reason.`,
  },
  'phrase-invalid': {
    what: msg`These are not 24 words of a recovery phrase.`,
    next: msg`Compare them with your sheet, word by word; the order counts. Most often one is misspelt.`,
  },
  'wallet-exists': {
    what: msg`This device keeps another key already.`,
    next: msg`Under “Mine” you can have it forgotten. Make sure that you have its 24 words.`,
  },
  'issuer-key-unknown': {
    what: msg`The credential bears a key that is not published.`,
    next: msg`It was not accepted. Tell the operator in public.`,
  },
  'credential-invalid': {
    what: msg`The credential does not fit your key.`,
    next: msg`It was not accepted. Fetch it anew; if this stays, tell the operator.`,
  },
};
