import type { ErrorTable } from '../../common.ts';

/** What jobs and applications refuse, and why. */
export const jobErrors = {
  'job-unknown': { status: 404, title: 'There is no such job, or it is not yours to change' },
  'job-changed': { status: 409, title: 'Somebody else changed this job meanwhile: look at it again' },
  'job-closed': { status: 409, title: 'This job is closed' },
  'job-days': { status: 422, title: 'A job closes on a day from today on, and within three months' },
  'jobs-full': { status: 409, title: 'The company has as many open jobs as there can be' },
  'not-recruiter': { status: 403, title: 'Only a recruiter of the company posts its jobs' },
  'saved-full': { status: 409, title: 'You have saved as many jobs as one can' },
  'alerts-full': { status: 409, title: 'You have as many saved searches as there can be' },
  'alert-unknown': { status: 404, title: 'There is no such saved search' },
  'applied-already': { status: 409, title: 'You have applied for this job already' },
  'applications-full': { status: 409, title: 'Too many of your applications are under way' },
  'application-unknown': { status: 404, title: 'There is no such application' },
  'file-invalid': { status: 422, title: 'This is no PDF that can be read' },
  'file-locked': { status: 422, title: 'This PDF is locked by a password: send it without one' },
  'file-active': {
    status: 422,
    title: 'This PDF runs scripts, opens programs or carries other files: save it as a plain one',
  },
  'file-pages': { status: 422, title: 'This PDF has more pages than an application needs' },
  'not-contact': { status: 404, title: 'This member is no connection of yours who works there at present' },
  'referrals-full': { status: 409, title: 'Too many of your requests for a referral wait' },
  'referral-unknown': { status: 404, title: 'There is no such request for a referral' },
} as const satisfies ErrorTable;
