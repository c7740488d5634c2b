import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Caution, Decision } from '@teahouse/contract/talk';

/** What was decided, as the record says it. */
export const decidedWords: Readonly<Record<Decision['action'], MessageDescriptor>> = {
  hold: msg`Held back by the first look`,
  hide: msg`Hidden by reports`,
  keep: msg`Breaks no rule, stays`,
  caution: msg`Label put on it`,
  blur: msg`Pictures blurred`,
  lock: msg`Thread locked`,
  unlock: msg`Thread unlocked`,
  slow: msg`Thread slowed down`,
  forfeit: msg`Tokens not given back`,
  remove: msg`Removed`,
  ban: msg`Alias banned from the thread`,
  'ban-picture': msg`Removed, pictures banned`,
  'remove-answer': msg`Official answer removed`,
  restore: msg`Appeal granted, restored`,
  uphold: msg`Appeal refused`,
};

export const cautionWords: Readonly<Record<Caution, MessageDescriptor>> = {
  unproven: msg`Claim without proof`,
  quarrel: msg`Quarrel`,
  distressing: msg`Distressing`,
  satire: msg`Satire`,
  outdated: msg`Outdated`,
};
export const cautions = Object.keys(cautionWords) as Caution[];
