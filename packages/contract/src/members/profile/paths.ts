import type { PathTable } from '../../common.ts';

/** Profiles: the page that others see, and its parts as their owner edits them. */
export const profilePaths = {
  person: 'GET /people/:handle',
  ownProfile: 'GET /me/profile',
  editHead: 'PUT /me/profile',
  editSection: 'PUT /me/profile/section',
  setPhoto: 'PUT /me/photo',
  dropPhoto: 'DELETE /me/photo',
} as const satisfies PathTable;
