import { commonErrors } from '@teahouse/contract/common';
import { deskErrors } from '@teahouse/contract/desk';
import { talkErrors } from '@teahouse/contract/talk';
import { problems } from '@teahouse/kit/problem';

/** Every refusal of the desk: `throw refuse('desk-role')`. Never put a value of the request into `detail`. */
export const refuse = problems({ ...commonErrors, ...talkErrors, ...deskErrors });
