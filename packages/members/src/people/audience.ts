import type { Audience } from '@teahouse/contract/members';

/**
 * Whether a reader may read what an owner shows to an audience: the one place where that is decided, for every part of
 * a profile. All three are SQL expressions; a reader who is not signed in is null. A block stands above it: `isUnblocked`.
 */
export const mayRead = (reader: string, owner: string, audience: string): string => `CASE
  WHEN ${reader} = ${owner} THEN true
  WHEN ${audience} = 'everyone' THEN true
  WHEN ${audience} = 'members' THEN ${reader} IS NOT NULL
  WHEN ${audience} = 'connections' THEN EXISTS (
    SELECT FROM connections WHERE account_id = ${reader} AND other_id = ${owner})
  ELSE false END`;

/** Who sees a part of which its owner has said nothing yet. */
export const defaultAudience: Audience = 'members';
