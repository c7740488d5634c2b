import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  ConsoleAct,
  ConsoleClaim,
  ConsoleCompany,
  ConsoleJobs,
  ConsoleSetting,
  MemberRole,
  RepresentativeRole,
} from '@teahouse/contract/members';
import type { ErrorDictionary } from '../../ui/error-words.ts';
import { accountWords } from '../account/words.ts';

export const actWords: Record<ConsoleAct, MessageDescriptor> = {
  'company-approve': msg`Company approved`,
  'company-reject': msg`Company rejected`,
  'claim-approve': msg`Representative approved`,
  'claim-reject': msg`Claim to act refused`,
  'domain-add': msg`Domain added`,
  'domain-remove': msg`Domain removed`,
  'company-parent': msg`Company belongs to`,
  'member-suspend': msg`Member suspended`,
  'member-lift': msg`Suspension lifted`,
  'role-give': msg`Role given`,
  'role-take': msg`Role taken back`,
  'setting-set': msg`Setting changed`,
};

export const evidenceWords: Record<ConsoleClaim['evidence'], MessageDescriptor> = {
  'mailbox-code': msg`Verified by a code to the work mailbox`,
  'mailbox-mail': msg`Verified by a mail from the work mailbox`,
  badge: msg`Verified by a badge`,
};

export const statusWords: Record<ConsoleCompany['status'], MessageDescriptor> = {
  proposed: msg`Proposed`,
  approved: msg`Approved`,
  rejected: msg`Rejected`,
};

export const roleWords: Record<MemberRole, MessageDescriptor> = {
  reviewer: msg`Reviewer`,
  moderator: msg`House moderator`,
  operator: msg`Operator`,
};

export const representativeWords: Record<RepresentativeRole, MessageDescriptor> = {
  owner: msg`Owner of the page`,
  speaker: msg`Speaks for the company`,
  recruiter: msg`Recruits`,
};

const jobWords: Readonly<Record<string, MessageDescriptor>> = {
  tick: msg`What has expired is deleted`,
  index: msg`What is new becomes findable`,
  'issuer-daily': msg`Credentials of the day are signed`,
  'issuer-epoch': msg`The month's keys are opened`,
  batch: msg`Credentials are signed at once`,
  'feed-sweep': msg`Old entries of feeds are deleted`,
  spread: msg`Posts go out into feeds`,
};
export const jobName = (name: string): MessageDescriptor => jobWords[name] ?? { id: name, message: name };

export const rhythmWords: Record<ConsoleJobs['jobs'][number]['rhythm'], MessageDescriptor> = {
  minute: msg`every minute`,
  day: msg`every day`,
  month: msg`every month`,
  asked: msg`when there is something to do`,
};

export const sourceWords: Record<ConsoleSetting['source'], MessageDescriptor> = {
  environment: msg`from the environment`,
  program: msg`given at the start`,
  default: msg`as it comes`,
  console: msg`set here`,
};
export const typeWords: Record<ConsoleSetting['type'], MessageDescriptor> = {
  text: msg`text`,
  number: msg`number`,
  choice: msg`choice`,
  list: msg`list`,
  secret: msg`secret`,
};

/** Only those that can be changed here have words of their own; all others are known by their variable. */
const settingWords: Readonly<Record<string, MessageDescriptor>> = {
  searchesPerHour: msg`Searches of one member in an hour`,
  pagesPerHour: msg`Pages about others that one member reads in an hour`,
  visitsPerHour: msg`The same for all visitors of one network`,
  linkPreviews: msg`Look up pages that members link to`,
};
export const settingName = (name: string): MessageDescriptor | undefined => settingWords[name];

/** What the console refuses, and what to do then. */
export const consoleWords: ErrorDictionary = {
  ...accountWords,
  'role-missing': {
    what: msg`This is for operators alone.`,
    next: msg`Whoever runs the machine makes operators: teahouse member-role add EMAIL operator`,
  },
  suspended: {
    what: msg`Your account is suspended.`,
    next: msg`You can still read here. Another operator can lift it.`,
  },
  'company-decided': {
    what: msg`Somebody decided on this company already.`,
    next: msg`Load the page anew.`,
  },
  'company-unknown': { what: msg`There is no such company.`, next: msg`Load the page anew.` },
  'domain-taken': {
    what: msg`The domain belongs to a company already.`,
    next: msg`Look for the domain among the approved and the proposed ones.`,
  },
  'domain-invalid': {
    what: msg`This is no domain that somebody could have registered.`,
    next: msg`Type it as it stands behind the @ of a work address.`,
  },
  'free-mail': {
    what: msg`That is a free-mail address; it says nothing about where somebody works.`,
    next: msg`Take a domain that only people of the company have addresses of.`,
  },
  'domain-unknown': { what: msg`The company does not have this domain.`, next: msg`Load the page anew.` },
  'domain-last': {
    what: msg`This is the company's last domain.`,
    next: msg`Add the new one first.`,
  },
  'company-circle': {
    what: msg`A company belongs neither to itself nor to one that belongs to it.`,
    next: msg`Set the other one free first.`,
  },
  'member-unknown': { what: msg`There is no such member any more.`, next: msg`Look for them again.` },
  'suspend-own': {
    what: msg`This is you, or you reported this member.`,
    next: msg`Leave it to somebody else: nobody decides their own matter.`,
  },
  'not-suspended': { what: msg`The member is not suspended any more.`, next: msg`Look for them again.` },
  'role-same': { what: msg`Somebody changed this role already.`, next: msg`Load the page anew.` },
  'setting-fixed': {
    what: msg`This setting changes with a restart alone.`,
    next: msg`Change its variable and start the house anew.`,
  },
  'setting-invalid': { what: msg`This is no value of the setting.`, next: msg`Type a whole number above 0.` },
};
