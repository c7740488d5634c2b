import type { PathTable } from '../../common.ts';

/** The recruiter's board: applications of a job over its stages. */
export const pipelinePaths = {
  hireJobs: 'GET /hire/jobs',
  board: 'GET /hire/jobs/:job',
  boardFound: 'GET /hire/jobs/:job/found',
  exportApplications: 'GET /hire/jobs/:job/export',
  moveApplications: 'POST /hire/jobs/:job/moves',
  labelApplications: 'PUT /hire/jobs/:job/labels/:label',
  candidate: 'GET /hire/applications/:application',
  addNote: 'PUT /hire/applications/:application/notes/:note',
  dropNote: 'DELETE /hire/notes/:note',
  addLabel: 'POST /hire/companies/:company/labels',
  dropLabel: 'DELETE /hire/labels/:label',
} as const satisfies PathTable;
