import type { ErrorTable } from '../../common.ts';

/** What the network refuses, and why. A member who blocks the caller is `person-unknown`, as one who does not exist. */
export const networkErrors = {
  'not-with-yourself': { status: 422, title: 'This needs another member' },
  'request-unknown': { status: 404, title: 'There is no such request any more' },
  'requests-open': { status: 409, title: 'Too many of your requests wait for an answer' },
  'requests-today': { status: 429, title: 'Enough requests for one day' },
  'connections-full': { status: 409, title: 'One of you has as many connections as there can be' },
  'following-full': { status: 409, title: 'You follow as many members as one can' },
  'blocks-full': { status: 409, title: 'You have blocked as many members as one can' },
} as const satisfies ErrorTable;
