import type { PathTable } from '../../common.ts';

/** Jobs, who applies, and who refers them. */
export const jobPaths = {
  jobs: 'GET /jobs',
  addJob: 'POST /jobs',
  jobCompanies: 'GET /me/jobs/companies',
  postedJobs: 'GET /me/jobs/posted',
  savedJobs: 'GET /me/jobs/saved',
  jobAlerts: 'GET /me/jobs/alerts',
  addAlert: 'POST /me/jobs/alerts',
  dropAlert: 'DELETE /me/jobs/alerts/:alert',
  job: 'GET /jobs/:job',
  editJob: 'PUT /jobs/:job',
  saveJob: 'PUT /jobs/:job/saved',
  unsaveJob: 'DELETE /jobs/:job/saved',
  jobContacts: 'GET /jobs/:job/contacts',
  askReferral: 'PUT /jobs/:job/referrals/:member',
  referrals: 'GET /me/referrals',
  answerReferral: 'POST /me/referrals/:referral',
  dropReferral: 'DELETE /me/referrals/:referral',
  apply: 'PUT /me/applications/:application',
  ownApplications: 'GET /me/applications',
  ownApplication: 'GET /me/applications/:application',
  withdrawApplication: 'DELETE /me/applications/:application',
  applicationFile: 'GET /applications/:application/file',
} as const satisfies PathTable;
