import type { PathTable } from '../../common.ts';

/** Who is open to work, who looks for them, and who is invited to apply. */
export const openPaths = {
  openToWork: 'GET /me/open-to-work',
  setOpenToWork: 'PUT /me/open-to-work',
  endOpenToWork: 'DELETE /me/open-to-work',
  openPeople: 'GET /hire/people',
  openPerson: 'GET /hire/people/:member',
  invite: 'PUT /jobs/:job/invitations/:member',
  invitations: 'GET /me/invitations',
  dismissInvitation: 'DELETE /me/invitations/:invitation',
} as const satisfies PathTable;
