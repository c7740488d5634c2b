import type { ErrorTable } from '../../common.ts';

/** What the recruiter's board refuses, and why. */
export const pipelineErrors = {
  'application-moved': { status: 409, title: 'A colleague moved this meanwhile: look at the board again' },
  'label-unknown': { status: 404, title: 'There is no such label' },
  'label-taken': { status: 409, title: 'The company has a label of this name' },
  'labels-full': { status: 409, title: 'The company has as many labels as there can be' },
  'note-unknown': { status: 404, title: 'There is no such note of yours' },
  'notes-full': { status: 409, title: 'There are as many notes on this application as there can be' },
  'export-large': { status: 422, title: 'Too many for one file: export them stage by stage' },
} as const satisfies ErrorTable;
