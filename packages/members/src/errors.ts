import { commonErrors } from '@teahouse/contract/common';
import { membersErrors } from '@teahouse/contract/members';
import { problems } from '@teahouse/kit/problem';

/** Makes the error of a code of this plane. */
export const fail = problems({ ...commonErrors, ...membersErrors });
