import type { PathTable } from '../../common.ts';

export const leavingPaths = {
  exportData: 'GET /me/export',
  exportPage: 'GET /me/export.html',
  remains: 'GET /me/remains',
  deleteAccount: 'POST /me/delete',
} as const satisfies PathTable;
