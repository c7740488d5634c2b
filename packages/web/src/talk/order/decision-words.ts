import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Caution, Decision, DecisionAction } from '@teahouse/contract/talk';

/** What was done, for a line of the public log. */
export const actionWords: Readonly<Record<DecisionAction, MessageDescriptor>> = {
  hold: msg`Held back until somebody has looked`,
  hide: msg`Hidden until somebody has looked`,
  keep: msg`Left standing`,
  caution: msg`Labelled`,
  blur: msg`Blurred`,
  lock: msg`Thread locked`,
  unlock: msg`Thread opened again`,
  slow: msg`Thread slowed down`,
  forfeit: msg`Left standing, its tokens kept back`,
  remove: msg`Removed`,
  ban: msg`Mask shut out of the thread`,
  'ban-picture': msg`Removed, and its pictures banned`,
  'remove-answer': msg`Official answer removed`,
  restore: msg`Appeal granted`,
  uphold: msg`Appeal refused`,
};

/** Who decided: a role, never a name. */
export const byWords: Readonly<Record<Decision['by'], MessageDescriptor>> = {
  program: msg`the program of the first look`,
  reports: msg`reports by readers`,
  moderator: msg`a moderator`,
  senior: msg`a senior moderator`,
  admin: msg`the head of the desk`,
};

export const cautionWords: Readonly<Record<Caution, MessageDescriptor>> = {
  unproven: msg`A moderator notes: this is not proven.`,
  quarrel: msg`A moderator notes: this is one side of a quarrel.`,
  distressing: msg`A moderator notes: this may distress.`,
  satire: msg`A moderator notes: this is meant as satire.`,
  outdated: msg`A moderator notes: this is out of date.`,
};

/** What a decision does to the tokens that a post cost; undefined where it leaves them as they were. */
export function tokenWords(action: DecisionAction): MessageDescriptor | undefined {
  switch (action) {
    case 'hold':
    case 'hide':
      return msg`Its tokens come back only if it is shown in the end.`;
    case 'keep':
    case 'restore':
      return msg`Its tokens come back to you.`;
    case 'forfeit':
    case 'remove':
    case 'ban-picture':
      return msg`Its tokens do not come back.`;
    default:
      return undefined;
  }
}
