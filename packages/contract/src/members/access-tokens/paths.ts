import type { PathTable } from '../../common.ts';

export const tokenPaths = {
  accessTokens: 'GET /me/tokens',
  makeAccessToken: 'POST /me/tokens',
  endAccessToken: 'DELETE /me/tokens/:token',
} as const satisfies PathTable;
