import { commonErrors } from '@teahouse/contract/common';
import { deskErrors } from '@teahouse/contract/desk';
import { problems } from '@teahouse/kit/problem';

/** Every refusal of a decision: `throw unfit('decision-unfit')`. */
export const unfit = problems({ ...commonErrors, ...deskErrors });
