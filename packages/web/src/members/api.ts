import { createMembersCaller } from '@teahouse/client/members-call';
import { traced } from '@teahouse/client/named-trace';
import { namedTrace } from '../holder/named-trace.ts';

const clock = { now: () => new Date() };

/** Calls to the named half: the session's cookie goes along, and never further than `/api/members`. */
export const membersApi = createMembersCaller(
  '',
  traced((input, init) => fetch(input, init), namedTrace, clock),
);
