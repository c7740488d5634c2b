import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { JobLevel, JobRole, Stage } from '@teahouse/contract/members';
import type { ErrorDictionary } from '../../ui/error-words.ts';
import { memberWords } from '../error-words.ts';

export const roleWords: Readonly<Record<JobRole, MessageDescriptor>> = {
  engineering: msg`Engineering`,
  data: msg`Data`,
  product: msg`Product`,
  design: msg`Design`,
  research: msg`Research`,
  operations: msg`Operations`,
  marketing: msg`Marketing`,
  sales: msg`Sales`,
  support: msg`Customer support`,
  finance: msg`Finance`,
  legal: msg`Legal`,
  people: msg`Human resources`,
  production: msg`Production`,
  logistics: msg`Logistics`,
  teaching: msg`Teaching`,
  health: msg`Health care`,
  other: msg`Other work`,
};

export const levelWords: Readonly<Record<JobLevel, MessageDescriptor>> = {
  intern: msg`Internship`,
  entry: msg`Entry level`,
  middle: msg`Mid level`,
  senior: msg`Senior`,
  lead: msg`Lead`,
  head: msg`Head`,
};

/** As an applicant is told where an application stands. */
export const stageWords: Readonly<Record<Stage, MessageDescriptor>> = {
  new: msg`Received`,
  screen: msg`Being looked at`,
  interview: msg`Interview`,
  offer: msg`Offer`,
  hired: msg`Hired`,
  declined: msg`Declined`,
};

/** What jobs refuse, and what to do then. */
export const jobWords: ErrorDictionary = {
  ...memberWords,
  'job-unknown': {
    what: msg`There is no such job.`,
    next: msg`It may have been taken down. Look for others.`,
  },
  'job-changed': {
    what: msg`A colleague changed this job meanwhile.`,
    next: msg`Load the page anew: what you see then is theirs, and you can go on from it.`,
  },
  'job-closed': { what: msg`This job is closed.`, next: msg`Look for others of the company.` },
  'job-days': {
    what: msg`That last day is not possible.`,
    next: msg`Choose one from today on, within three months. A closed job can be opened again.`,
  },
  'jobs-full': { what: msg`The company has as many open jobs as there can be.`, next: msg`Close one first.` },
  'not-recruiter': {
    what: msg`Only a recruiter of the company posts its jobs.`,
    next: msg`Whoever owns the company page can make you one.`,
  },
  'saved-full': {
    what: msg`You have saved as many jobs as one can.`,
    next: msg`Take some off the list first.`,
  },
  'alerts-full': { what: msg`You have twenty saved searches already.`, next: msg`Drop one first.` },
  'applied-already': {
    what: msg`You have applied for this job already.`,
    next: msg`It stands among your applications.`,
  },
  'applications-full': {
    what: msg`Two hundred of your applications are under way.`,
    next: msg`Withdraw some that you do not need any more.`,
  },
  'application-unknown': { what: msg`There is no such application.`, next: msg`It may have been withdrawn.` },
  'file-invalid': {
    what: msg`This is no PDF that can be read.`,
    next: msg`Export it from your editor once more.`,
  },
  'file-locked': { what: msg`This PDF is locked by a password.`, next: msg`Save it without one.` },
  'file-active': {
    what: msg`This PDF runs scripts or carries other files.`,
    next: msg`Print it to a new PDF: what is left then are its pages.`,
  },
  'file-pages': { what: msg`This PDF has more than sixty pages.`, next: msg`Send the ones that matter.` },
  'too-large': {
    what: msg`The file is larger than 4 MB.`,
    next: msg`Make its pictures smaller, or leave some out.`,
  },
  'not-contact': {
    what: msg`This member does not work there any more, or is no connection of yours.`,
    next: msg`Load the page anew.`,
  },
  'referrals-full': {
    what: msg`Thirty of your requests wait for an answer.`,
    next: msg`Take some back that are not needed any more.`,
  },
  'referral-unknown': { what: msg`This request is not there any more.`, next: msg`Load the page anew.` },
};
