import type { PathTable } from '../../common.ts';

export const noticePaths = {
  notices: 'GET /notices',
  noticesUnseen: 'GET /notices/unseen',
  noticesSeen: 'POST /notices/seen',
  noticeKinds: 'GET /notices/kinds',
  setNoticeKinds: 'PUT /notices/kinds',
  noticeEvents: 'GET /notices/events',
} as const satisfies PathTable;
