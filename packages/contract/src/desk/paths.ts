import type { PathTable } from '../common.ts';

/** Where the desk answers: on talk's server, with a realm and a cookie of its own. */
export const deskPrefix = '/api/desk';

/** Methods and paths of the desk, where staff keep order. The only paths of the anonymous plane that know who asks. */
export const deskPaths = {
  deskSignIn: 'POST /session',
  deskSignOut: 'POST /session/end',
  deskMe: 'GET /me',
  enrol: 'POST /enrol',
  enrolConfirm: 'POST /enrol/confirm',
  passkeyAsk: 'POST /passkeys/ask',
  passkeyAdd: 'POST /passkeys',
  passkeyChallenge: 'POST /session/passkey/ask',
  passkeySignIn: 'POST /session/passkey',
  staff: 'GET /staff',
  invite: 'POST /staff',
  changeStaff: 'PUT /staff/:staff',
  cases: 'GET /cases',
  case: 'GET /cases/:room/:post',
  assign: 'PUT /cases/:room/:post/assignee',
  note: 'POST /cases/:room/:post/notes',
  decide: 'POST /cases/:room/:post/decisions',
  undo: 'POST /cases/:room/:post/decisions/:decision/undo',
  casePicture: 'GET /cases/:room/:post/pictures/:hash',
  appeals: 'GET /appeals',
  answerAppeal: 'POST /appeals/:room/:decision',
  statistics: 'GET /statistics',
} as const satisfies PathTable;
