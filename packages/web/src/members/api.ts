import { createMembersCaller } from '@teahouse/client/members-call';

/** Calls to the named half: the session's cookie goes along, and never further than `/api/members`. */
export const membersApi = createMembersCaller('', (input, init) => fetch(input, init));
