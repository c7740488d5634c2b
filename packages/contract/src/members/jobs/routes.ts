import { z } from 'zod';
import type { RouteTable } from '../../common.ts';
import { MemberId } from '../people.ts';
import { jobLimits as l } from './limits.ts';
import type { jobPaths } from './paths.ts';
import * as s from './schemas.ts';

const session = { access: 'session' } as const;
const id = z.uuid().toLowerCase();
const job = z.object({ job: id });
const referral = z.object({ referral: id });
const application = z.object({ application: id });
const after = z.object({ after: id.optional() });

export const jobRoutes = {
  jobs: {
    summary: 'Open jobs, the newest first: by words, and narrowed by their facts',
    access: 'public',
    query: s.JobPlace,
    reply: s.JobPage,
  },
  job: { summary: 'A job', access: 'public', params: job, reply: s.Job },
  addJob: { ...session, summary: 'Post a job of a company, as its recruiter', body: s.AddJob, reply: s.Job },
  editJob: {
    ...session,
    summary: 'Change a job, close it, open it again',
    params: job,
    body: s.EditJob,
    reply: s.Job,
  },
  jobCompanies: {
    ...session,
    summary: 'Companies whose jobs the member may post',
    reply: s.JobCompanies,
  },
  postedJobs: {
    ...session,
    summary: 'Jobs of companies whose recruiter the member is, closed ones too',
    query: after,
    reply: s.JobPage,
  },
  saveJob: { ...session, summary: 'Keep a job in mind', params: job },
  unsaveJob: { ...session, summary: 'Keep a job in mind no longer', params: job },
  savedJobs: { ...session, summary: 'Saved jobs', query: after, reply: s.JobPage },
  jobAlerts: { ...session, summary: 'Saved searches, which tell of new jobs once a day', reply: s.JobAlerts },
  addAlert: { ...session, summary: 'Save a search', body: s.KeptQuestion, reply: s.JobAlert },
  dropAlert: { ...session, summary: 'Drop a saved search', params: z.object({ alert: id }) },
  jobContacts: {
    ...session,
    summary: 'Own connections who work there at present, to ask for a referral',
    params: job,
    reply: s.Contacts,
  },
  askReferral: {
    ...session,
    summary: 'Ask a connection who works there for a referral',
    params: z.object({ job: id, member: MemberId.toLowerCase() }),
    body: s.AskReferral,
  },
  referrals: { ...session, summary: 'Requests for a referral that wait or were met', reply: s.Referrals },
  answerReferral: {
    ...session,
    summary: 'Refer who asked, or do not; a refusal is told to nobody',
    params: referral,
    body: s.AnswerReferral,
  },
  dropReferral: { ...session, summary: 'Take an own request for a referral back', params: referral },
  apply: {
    ...session,
    summary: 'Apply for a job; sent again under the same id, it is there once',
    params: application,
    body: s.Apply,
    bodyLimit: Math.ceil((l.applicationFileBytes * 4) / 3) + 16 * 1024,
    reply: s.OwnApplication,
  },
  ownApplications: {
    ...session,
    summary: 'Own applications, the latest day first',
    query: after,
    reply: s.OwnApplications,
  },
  ownApplication: {
    ...session,
    summary: 'An own application',
    params: application,
    reply: s.OwnApplication,
  },
  withdrawApplication: {
    ...session,
    summary: 'Withdraw an application: its file and words are destroyed',
    params: application,
  },
  applicationFile: {
    ...session,
    summary: 'The file of an application, for who sent it and for recruiters of the job',
    params: application,
  },
} as const satisfies RouteTable<typeof jobPaths>;
export type JobRoutes = typeof jobRoutes;
