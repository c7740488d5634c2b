import type { deskPaths } from '@teahouse/contract/desk';

/** Who may call a route of the desk: nobody in particular, or a role and those above it. */
export type DeskCaller = 'anybody' | 'moderator' | 'senior' | 'admin';

/**
 * Written by hand and not drawn from the contract: a route that is added there has no row here, and a role that is changed
 * there differs from this one. For the desk's own test and for the sweep over all planes.
 */
export const deskAccess: Readonly<Record<keyof typeof deskPaths, DeskCaller>> = {
  deskSignIn: 'anybody',
  deskSignOut: 'moderator',
  deskMe: 'moderator',
  enrol: 'anybody',
  enrolConfirm: 'anybody',
  passkeyAsk: 'moderator',
  passkeyAdd: 'moderator',
  passkeyChallenge: 'anybody',
  passkeySignIn: 'anybody',
  staff: 'admin',
  invite: 'admin',
  changeStaff: 'admin',
  cases: 'moderator',
  case: 'moderator',
  assign: 'moderator',
  note: 'moderator',
  decide: 'moderator',
  undo: 'moderator',
  casePicture: 'moderator',
  appeals: 'moderator',
  answerAppeal: 'moderator',
  statistics: 'moderator',
};
