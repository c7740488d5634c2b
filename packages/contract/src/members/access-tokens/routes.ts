import { z } from 'zod';
import type { RouteTable } from '../../common.ts';
import type { tokenPaths } from './paths.ts';
import * as s from './schemas.ts';

export const tokenRoutes = {
  accessTokens: { summary: "The member's access tokens", access: 'session', reply: s.AccessTokens },
  makeAccessToken: {
    summary: 'Make an access token',
    access: 'session',
    body: s.MakeAccessToken,
    reply: s.MadeAccessToken,
  },
  endAccessToken: {
    summary: 'Revoke an access token',
    access: 'session',
    params: z.object({ token: z.uuid() }),
  },
} as const satisfies RouteTable<typeof tokenPaths>;
