import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { OrderAction, OrderReason, ReportedPart, Thing } from '@teahouse/contract/members';
import type { ErrorDictionary } from '../../ui/error-words.ts';
import { memberWords } from '../error-words.ts';

export const reasonWords: Record<OrderReason, MessageDescriptor> = {
  threat: msg`Threat or call to violence`,
  'personal-data': msg`Somebody's personal data`,
  harassment: msg`Harassment or insult`,
  hate: msg`Hatred of a group`,
  sexual: msg`Sexual content or advance`,
  impersonation: msg`Passes for somebody else`,
  'false-employment': msg`False statement about a job`,
  advertising: msg`Advertising or fraud`,
  illegal: msg`Against the law`,
  other: msg`Something else`,
};
export const reasons = Object.keys(reasonWords) as OrderReason[];

export const actionWords: Record<OrderAction, MessageDescriptor> = {
  dismiss: msg`Nothing to do`,
  hide: msg`Hide it`,
  warn: msg`Warn the member`,
  suspend: msg`Suspend the member`,
};

/** What was done, as it stands in a log. */
export const doneWords: Record<OrderAction | 'grant' | 'refuse', MessageDescriptor> = {
  dismiss: msg`No rule broken`,
  hide: msg`Hidden`,
  warn: msg`Warned`,
  suspend: msg`Suspended`,
  grant: msg`Appeals granted`,
  refuse: msg`Appeals refused`,
};

export const kindWords: Record<Thing['kind'], MessageDescriptor> = {
  member: msg`Member`,
  part: msg`Part of a page`,
  post: msg`A post`,
  comment: msg`A comment`,
  note: msg`A note to a request`,
  message: msg`A message in an application`,
  invitation: msg`An invitation to apply`,
};

export const partWords: Record<ReportedPart, MessageDescriptor> = {
  headline: msg`Headline`,
  photo: msg`Photo`,
  about: msg`About`,
  experience: msg`Experience`,
  education: msg`Education`,
  skills: msg`Skills`,
  languages: msg`Languages`,
  city: msg`City`,
  links: msg`Links`,
};
export const parts = Object.keys(partWords) as ReportedPart[];
const isPart = (part: string): part is ReportedPart => part in partWords;

/** What a case is about. */
export const thingWords = ({ kind, part }: { kind: Thing['kind']; part: string }): MessageDescriptor =>
  kind === 'part' && isPart(part) ? partWords[part] : kindWords[kind];

/** What order refuses, and what to do then. */
export const orderWords: ErrorDictionary = {
  ...memberWords,
  suspended: {
    what: msg`Your account is suspended.`,
    next: msg`You can read, take your data along, and appeal under “Decisions about me”.`,
  },
  'role-missing': {
    what: msg`This is for moderators of the named half.`,
    next: msg`The operator names moderators.`,
  },
  'thing-unknown': { what: msg`It is not there any more, or not for you.`, next: msg`Load the page anew.` },
  'report-own': { what: msg`This is your own.`, next: msg`You can change or delete it yourself.` },
  'case-unknown': { what: msg`There is no such case.`, next: msg`Go back to the queue.` },
  'case-own': {
    what: msg`This case is about you, or you reported it.`,
    next: msg`Leave it to somebody else: nobody decides their own matter.`,
  },
  'action-unfit': { what: msg`That cannot be done to this.`, next: msg`Choose another action.` },
  'decision-unknown': { what: msg`There is no such decision about you.`, next: msg`Load the page anew.` },
  'appeal-made': { what: msg`You have appealed already.`, next: msg`Wait for the answer.` },
  'appeal-late': {
    what: msg`The time for an appeal is over.`,
    next: msg`Decisions can be appealed against for 180 days.`,
  },
  'appeal-unknown': { what: msg`This appeal is answered already.`, next: msg`Load the page anew.` },
  'appeal-same': {
    what: msg`You decided this yourself, or it is about you.`,
    next: msg`Leave the appeal to another moderator.`,
  },
};
