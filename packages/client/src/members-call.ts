import type { membersRoutes } from '@teahouse/contract/members';
import { membersPaths, membersPrefix } from '@teahouse/contract/members/paths';
import { type Caller, createCaller, type Fetch } from './call.ts';

/* Apart from `call.ts`: the pages that only read talk do not carry the named half's addresses along. */

export type MembersCaller = Caller<typeof membersRoutes>;

/** Calls to the named plane: the session's cookie goes along, and the header that a foreign page can't send. */
export const createMembersCaller = (origin: string, fetch: Fetch): MembersCaller =>
  createCaller<typeof membersRoutes>(membersPaths, {
    base: origin + membersPrefix,
    fetch,
    credentials: 'include',
    headers: { 'x-teahouse': '1' },
  });
