import { msg } from '@lingui/core/macro';
import type { ErrorDictionary } from '../../ui/error-words.ts';
import { jobWords } from '../jobs/words.ts';

/** What messages, invitations and being open to work refuse, and what to do then. */
export const hiringWords: ErrorDictionary = {
  ...jobWords,
  'not-recruiter': {
    what: msg`This is for recruiters of a company.`,
    next: msg`Whoever owns the company page can make you one.`,
  },
  'thread-closed': {
    what: msg`This application was withdrawn or declined.`,
    next: msg`What was written can still be read.`,
  },
  'thread-full': {
    what: msg`There are as many messages here as there can be.`,
    next: msg`Go on by telephone or by mail.`,
  },
  'message-taken': { what: msg`The message was not sent.`, next: msg`Send it once more.` },
  'templates-full': { what: msg`The company has thirty templates.`, next: msg`Delete one first.` },
  'template-unknown': { what: msg`This template is not there any more.`, next: msg`Load the page anew.` },
  'template-changed': {
    what: msg`A colleague changed this template meanwhile.`,
    next: msg`Close it and open it again: what you see then is theirs.`,
  },
  'not-open': {
    what: msg`Nobody is found here whom you could invite.`,
    next: msg`They may not want to be found any more. Look for others.`,
  },
  'invited-already': {
    what: msg`This member was invited to this job, or has applied for it.`,
    next: msg`Choose another job.`,
  },
  'invitation-unknown': { what: msg`This invitation is not there any more.`, next: msg`Load the page anew.` },
};
