import { z } from 'zod';
import type { RouteTable } from '../../common.ts';
import type { noticePaths } from './paths.ts';
import * as s from './schemas.ts';

export const noticeRoutes = {
  notices: {
    summary: 'What the member is told, the latest first, grouped by what it is about and by day',
    access: 'session',
    scope: 'notices:read',
    query: z.object({ before: z.coerce.number().int().positive().optional() }),
    reply: s.NoticePage,
  },
  noticesUnseen: {
    summary: 'How many notices are new',
    access: 'session',
    scope: 'notices:read',
    reply: z.object({ unseen: z.int() }),
  },
  noticesSeen: {
    summary: 'All notices up to this place are seen',
    access: 'session',
    scope: 'notices:write',
    body: z.strictObject({ upTo: z.int().nonnegative() }),
  },
  noticeKinds: {
    summary: 'Which kinds the member is told of',
    access: 'session',
    scope: 'notices:read',
    reply: s.NoticeKinds,
  },
  setNoticeKinds: {
    summary: 'Switch kinds on and off; what is left out stays as it is',
    access: 'session',
    scope: 'notices:write',
    body: z.strictObject({ kinds: z.partialRecord(s.NoticeKind, z.boolean()) }),
    reply: s.NoticeKinds,
  },
  noticeEvents: {
    summary: 'Says that there is something new, while it is open',
    access: 'session',
    scope: 'notices:read',
    reply: 'events',
  },
} as const satisfies RouteTable<typeof noticePaths>;
export type NoticeRoutes = typeof noticeRoutes;
