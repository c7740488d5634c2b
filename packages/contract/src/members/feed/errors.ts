import type { ErrorTable } from '../../common.ts';

export const feedErrors = {
  'post-unknown': { status: 404, title: 'There is no such post, or it is not for you' },
  'post-empty': { status: 422, title: 'Write something, or add a picture or a link' },
  'post-not-yours': { status: 403, title: 'Only its author may do that' },
  'share-closed': { status: 422, title: 'This post is for connections of its author and can not be shared' },
  'comment-unknown': { status: 404, title: 'There is no such comment, or it is not for you' },
  'member-unknown': { status: 404, title: 'There is no such member' },
  'link-refused': { status: 422, title: 'This address can not be opened from here' },
  'cursor-invalid': { status: 422, title: 'This page does not exist: begin anew' },
} as const satisfies ErrorTable;
