import type { ErrorTable } from '../../common.ts';

/** What profiles refuse, and why. */
export const profileErrors = {
  'person-unknown': { status: 404, title: 'There is no such member, or no page of theirs that you may see' },
  'profile-stale': { status: 409, title: 'This part was changed elsewhere since you opened it' },
  'handle-taken': { status: 409, title: 'This address belongs to another member' },
  'employment-not-yours': { status: 422, title: 'This employment is not one that you proved' },
  'photo-not-square': { status: 422, title: 'A photo is a square of 512 pixels at most' },
} as const satisfies ErrorTable;
