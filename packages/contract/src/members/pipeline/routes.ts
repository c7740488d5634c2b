import { z } from 'zod';
import type { RouteTable } from '../../common.ts';
import { Slug } from '../../issuer.ts';
import type { pipelinePaths } from './paths.ts';
import * as s from './schemas.ts';

const session = { access: 'session' } as const;
const id = z.uuid().toLowerCase();
const job = z.object({ job: id });

export const pipelineRoutes = {
  hireJobs: {
    ...session,
    summary: 'Jobs whose recruiter the member is, with how many applied, by stage',
    query: z.object({ after: id.optional() }),
    reply: s.HireJobs,
  },
  board: {
    ...session,
    summary: 'The board of a job, for its recruiters',
    params: job,
    query: s.BoardPlace,
    reply: s.Board,
  },
  boardFound: {
    ...session,
    summary: 'Which applications of a job have these words, also in notes',
    params: job,
    query: s.BoardQuestion,
    reply: s.BoardFound,
  },
  exportApplications: {
    ...session,
    summary: 'Applications of a job as a file, for its recruiters',
    params: job,
    query: s.ExportQuestion,
  },
  moveApplications: {
    ...session,
    summary: 'Move applications of a job, each from the version that was read',
    params: job,
    body: s.MoveApplications,
    bodyLimit: 64 * 1024,
    reply: s.Moved,
  },
  labelApplications: {
    ...session,
    summary: 'Put a label on applications of a job, or take it off',
    params: z.object({ job: id, label: id }),
    body: s.LabelApplications,
    reply: s.Labelled,
  },
  candidate: {
    ...session,
    summary: 'An application as recruiters of its job see it',
    params: z.object({ application: id }),
    reply: s.Candidate,
  },
  addNote: {
    ...session,
    summary: 'Write a note for other recruiters; sent again under its id, it is there once',
    params: z.object({ application: id, note: id }),
    body: s.AddNote,
  },
  dropNote: { ...session, summary: 'Delete an own note', params: z.object({ note: id }) },
  addLabel: {
    ...session,
    summary: 'Make a label for the applications of a company',
    params: z.object({ company: Slug }),
    body: s.AddLabel,
    reply: s.Label,
  },
  dropLabel: {
    ...session,
    summary: 'Delete a label, from all applications too',
    params: z.object({ label: id }),
  },
} as const satisfies RouteTable<typeof pipelinePaths>;
export type PipelineRoutes = typeof pipelineRoutes;
