import type { ErrorTable } from '../../common.ts';

/** What messages in an application refuse, and why. */
export const messageErrors = {
  'thread-closed': {
    status: 409,
    title: 'The application was withdrawn or declined: it can be read, and nothing more is written',
  },
  'thread-full': { status: 409, title: 'There are as many messages here as there can be' },
  'message-taken': { status: 409, title: 'Another message has this id' },
  'templates-full': { status: 409, title: 'The company has as many templates as there can be' },
  'template-unknown': { status: 404, title: 'There is no such template' },
  'template-changed': {
    status: 409,
    title: 'Somebody else changed this template meanwhile: look at it again',
  },
} as const satisfies ErrorTable;
