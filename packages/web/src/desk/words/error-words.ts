import { msg } from '@lingui/core/macro';
import type { ErrorDictionary } from '../../ui/error-words.ts';

/** What the desk refuses, and what to do then. */
export const deskWords: ErrorDictionary = {
  'desk-signed-out': { what: msg`You are signed out.`, next: msg`Sign in again. What you decided counts.` },
  'desk-sign-in': {
    what: msg`Name, password and code do not belong together.`,
    next: msg`Look at all three again; wait for the next code if this one was used already.`,
  },
  'desk-role': {
    what: msg`This takes another role.`,
    next: msg`Assign the case to somebody who has it, and say why in a note.`,
  },
  'desk-csrf': {
    what: msg`The request did not come from this page.`,
    next: msg`Load the page anew, then try again.`,
  },
  'invite-unknown': {
    what: msg`The invitation was used, is too old, or never was.`,
    next: msg`Ask whoever invited you for a new one.`,
  },
  'name-taken': { what: msg`Somebody at the desk has that name already.`, next: msg`Choose another name.` },
  'last-admin': {
    what: msg`Somebody has to be left who may change the staff.`,
    next: msg`Make somebody else an administrator first.`,
  },
  'case-unknown': { what: msg`There is no such post.`, next: msg`Go back to the queue.` },
  'decision-unknown': {
    what: msg`There is no such decision.`,
    next: msg`Load the page anew, then try again.`,
  },
  'decision-unfit': {
    what: msg`That cannot be decided about this post as it stands.`,
    next: msg`Somebody may have decided meanwhile. Look at the decisions below, then choose again.`,
  },
  'decision-published': {
    what: msg`It is in the public log already.`,
    next: msg`It can no longer be taken back. Decide anew: both will be on record.`,
  },
  'not-yours': { what: msg`Only whoever decided may take it back.`, next: msg`Leave a note for them.` },
  'appeal-own': {
    what: msg`You took the decision that this appeal is about.`,
    next: msg`Somebody else answers it.`,
  },
  'appeal-answered': { what: msg`The appeal was answered already.`, next: msg`Go on to the next one.` },
  'invalid-input': {
    what: msg`The form is not filled in as it has to be.`,
    next: msg`Look at each field again.`,
  },
  'too-many': { what: msg`Too many attempts.`, next: msg`Wait a minute, then try again.` },
  'passkey-cancelled': {
    what: msg`No passkey was given.`,
    next: msg`Try again, or sign in with password and code.`,
  },
  'passkey-unavailable': {
    what: msg`This browser has no passkeys.`,
    next: msg`Sign in with password and code.`,
  },
};
