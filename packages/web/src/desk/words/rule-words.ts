import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { DecidedBy, HouseRule, PostState } from '@teahouse/contract/talk';

/** A rule of the house in a word or two, in the order of the list. */
export const ruleWords: Readonly<Record<HouseRule, MessageDescriptor>> = {
  threat: msg`Threat`,
  'personal-data': msg`Personal data`,
  insult: msg`Personal attack`,
  hate: msg`Hatred of a group`,
  sexual: msg`Sexual content`,
  advertising: msg`Advertising`,
  flooding: msg`Flooding`,
  impersonation: msg`Impersonation`,
  illegal: msg`Against the law`,
  other: msg`Another rule`,
};

export const stateWords: Readonly<Record<PostState, MessageDescriptor>> = {
  shown: msg`Visible`,
  held: msg`Held back`,
  hidden: msg`Hidden by reports`,
  removed: msg`Removed`,
};

export const byWords: Readonly<Record<DecidedBy, MessageDescriptor>> = {
  program: msg`First look`,
  reports: msg`Reports`,
  moderator: msg`Moderator`,
  senior: msg`Senior moderator`,
  admin: msg`Administrator`,
};
