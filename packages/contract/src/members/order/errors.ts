import type { ErrorTable } from '../../common.ts';

/** What order refuses, and why. */
export const orderErrors = {
  suspended: {
    status: 403,
    title: 'Your account is suspended: you can read, export and appeal, but not write',
  },
  'thing-unknown': { status: 404, title: 'There is no such thing, or it is not for you' },
  'report-own': { status: 422, title: 'This is your own' },
  'case-unknown': { status: 404, title: 'There is no such case' },
  'case-own': { status: 403, title: 'This case is about you, or you reported it: somebody else decides' },
  'action-unfit': { status: 422, title: 'That can not be done to this' },
  'decision-unknown': { status: 404, title: 'There is no such decision about you' },
  'appeal-made': { status: 409, title: 'You have appealed against this decision already' },
  'appeal-late': { status: 409, title: 'This decision can not be appealed against any more' },
  'appeal-unknown': { status: 404, title: 'There is no such appeal that waits' },
  'appeal-same': { status: 403, title: 'Somebody else than who decided answers the appeal' },
} as const satisfies ErrorTable;
