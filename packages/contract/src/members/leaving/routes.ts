import type { RouteTable } from '../../common.ts';
import { Proven } from '../security/schemas.ts';
import type { leavingPaths } from './paths.ts';
import * as s from './schemas.ts';

export const leavingRoutes = {
  exportData: { summary: 'Everything that members has of the member', access: 'session', reply: s.Export },
  exportPage: { summary: 'The same as a page to read', access: 'session', reply: 'page' },
  remains: { summary: 'What would outlive the account', access: 'session', reply: s.Remains },
  deleteAccount: {
    summary:
      'Put the account to sleep at once, and delete it for good after seven days; pins of evidence outlive it',
    access: 'session',
    body: Proven,
    reply: s.Leaving,
  },
} as const satisfies RouteTable<typeof leavingPaths>;
