import type { ErrorTable } from '../common.ts';

/** What the desk refuses, and why. */
export const deskErrors = {
  'desk-signed-out': { status: 401, title: 'Sign in to the desk' },
  'desk-sign-in': { status: 401, title: 'Name, password and code do not belong together' },
  'desk-role': { status: 403, title: 'This takes another role' },
  'desk-csrf': { status: 403, title: 'The request did not come from the desk' },
  'invite-unknown': { status: 404, title: 'The invitation was used, is too old, or never was' },
  'name-taken': { status: 409, title: 'Somebody has that name already' },
  'last-admin': { status: 409, title: 'Somebody has to be left who may change the staff' },
  'case-unknown': { status: 404, title: 'There is no such post' },
  'decision-unknown': { status: 404, title: 'There is no such decision' },
  'decision-unfit': { status: 422, title: 'That cannot be decided about this post as it stands' },
  'decision-published': { status: 409, title: 'It is in the log already: decide anew instead' },
  'not-yours': { status: 403, title: 'Only who decided it may take it back' },
  'appeal-own': { status: 403, title: 'An appeal is answered by somebody else than who decided' },
  'appeal-answered': { status: 409, title: 'The appeal was answered already' },
} as const satisfies ErrorTable;
export type DeskErrorCode = keyof typeof deskErrors;
