import { z } from 'zod';
import { Day, PlainText } from '../basics.ts';
import { Proof } from '../security/schemas.ts';
import { tokenLimits as l } from './limits.ts';
import { scopes } from './scopes.ts';

export const ScopeName = z.enum(scopes);
/** `expires`: the last day on which it counts. */
export const AccessToken = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(ScopeName),
  expires: Day,
});
export type AccessToken = z.infer<typeof AccessToken>;
export const AccessTokens = z.object({ tokens: z.array(AccessToken) });
export const MakeAccessToken = z.strictObject({
  proof: Proof,
  name: PlainText(l.tokenNameMax),
  scopes: z.array(ScopeName).min(1).max(scopes.length),
  days: z.int().min(1).max(l.tokenDaysMost),
});
/** `secret` is told this once. */
export const MadeAccessToken = AccessToken.extend({ secret: z.string().regex(/^thp_[\w-]{43}$/) });
