/** What an access token can be good for. A route that names none of these takes no token at all. */
export const scopes = [
  'account:read',
  'profile:read',
  'profile:write',
  'network:read',
  'network:write',
  'feed:read',
  'feed:write',
  'notices:read',
  'notices:write',
  'search:read',
  'order:read',
  'order:write',
] as const;
export type Scope = (typeof scopes)[number];
